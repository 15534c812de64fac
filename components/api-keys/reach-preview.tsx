"use client";

import { Fold } from "@/components/ui/fold";
import { grants, leavesWithin, type Scope } from "@/lib/access/scopes";
import type { KeyReach } from "./key-summary";

/** What a choice of scopes would reach now, as it is made: which endpoints answer. */
export function ReachPreview({ scopes, reach }: { scopes: readonly Scope[]; reach: KeyReach | null }) {
  if (reach === null) return <div className="min-h-6 shrink-0" />;
  const held = leavesWithin(scopes, reach.bounds);
  const answering = reach.endpoints.filter(({ needs }) => needs === null || grants(held, needs));
  const refusing = reach.endpoints.filter((endpoint) => !answering.includes(endpoint));
  return (
    <section aria-label="Reach" className="min-h-6 shrink-0">
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
