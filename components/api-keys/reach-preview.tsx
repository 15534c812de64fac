"use client";

import { Fold } from "@/components/ui/fold";
import { grants, type Leaf, leavesWithin, type Scope } from "@/lib/access/scopes";
import type { KeyReach } from "./key-summary";
import { SCOPE_MATRIX } from "./scope-matrix";
import { inWords } from "./scope-sentence";

/** What a choice of scopes would reach now, as it is made: what it reads and writes, and which endpoints answer. */
export function ReachPreview({ scopes, reach }: { scopes: readonly Scope[]; reach: KeyReach | null }) {
  if (reach === null) return <div className="min-h-11 shrink-0" />;
  const held = leavesWithin(scopes, reach.bounds);
  const answering = reach.endpoints.filter(({ needs }) => needs === null || grants(held, needs));
  const refusing = reach.endpoints.filter((endpoint) => !answering.includes(endpoint));
  return (
    <section aria-label="Reach" className="flex min-h-11 shrink-0 flex-col gap-1">
      <p className="text-sm">{reachSentence(held, reach.rows)}</p>
      <Fold title={`${answering.length} of ${reach.endpoints.length} endpoints answer`}>
        <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
          <EndpointList title="Answer" endpoints={answering} />
          <EndpointList title="Refuse with 403" endpoints={refusing} />
        </div>
      </Fold>
    </section>
  );
}

function EndpointList({ title, endpoints }: { title: string; endpoints: KeyReach["endpoints"] }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 text-sm font-medium">{title}</h3>
      {endpoints.length === 0 ? <p className="text-sm text-text-muted">None</p> : null}
      <ul className="flex flex-col gap-1">
        {endpoints.map(({ method, path, summary }) => (
          <li key={`${method} ${path}`} className="text-sm text-text-muted">
            <code className="font-mono text-xs wrap-anywhere text-text">
              {method} {path}
            </code>
            <span className="block text-xs">{summary}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Such as "Reads 412 candidates, 9 jobs and analytics. Writes applications." */
export function reachSentence(held: ReadonlySet<Leaf>, rows: KeyReach["rows"]): string {
  const reads = reachedBy("read", held).map(({ resource, read }) => counted(resource, read && rows[read]));
  // Bulk operations have nothing of their own to write.
  const writes = reachedBy("write", held).flatMap(({ resource, read }) => (read ? resource : []));
  return `Reads ${inWords(reads) || "nothing"}.${writes.length > 0 ? ` Writes ${inWords(writes)}.` : ""}`;
}

function reachedBy(action: "read" | "write", held: ReadonlySet<Leaf>) {
  return SCOPE_MATRIX.filter(({ [action]: needed }) => needed !== null && grants(held, needed));
}

/** With its number of rows, where one is known. */
function counted(resource: string, count: number | null | undefined): string {
  if (typeof count !== "number") return resource;
  return `${count.toLocaleString("en-US")} ${count === 1 ? resource.replace(/s$/, "") : resource}`;
}
