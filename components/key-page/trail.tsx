import { Card } from "@/components/ui/card";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import type { ChainLink, TrailEntry } from "@/lib/api-keys/evidence";
import { KeyName } from "./key-name";
import { type PageState, pageAddress } from "./page-state";
import { Older } from "./requests";
import { entryText, fieldText } from "./trail-text";

/** Who did what to a key, newest first. */
export function Trail({
  id,
  state,
  entries,
  chain,
  hasMore,
}: {
  id: string;
  state: PageState;
  entries: TrailEntry[];
  /** The keys that one may be said to have taken over from. */
  chain: ChainLink[];
  hasMore: boolean;
}) {
  return (
    <Card id="history" title="History" description="What was done to the key, by whom and from where">
      {entries.length === 0 ? <p className="text-text-muted">There is nothing older.</p> : null}
      <ol className="flex flex-col divide-y">
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-col gap-0.5 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                <Sentence entry={entry} chain={chain} />
              </span>
              <span className="text-sm text-text-muted">
                <RelativeTime value={entry.created_at} isPast />
                {entry.address ? ` from ${entry.address}` : ""}
              </span>
            </p>
            <ul className="text-sm text-text-muted">
              {Object.entries(entry.changes).map(([field, change]) => (
                <Change key={field} field={field} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Older
        label="entries"
        place="history"
        first={state.trailBefore ? pageAddress(id, state, { trailBefore: null }) : null}
        next={hasMore ? pageAddress(id, state, { trailBefore: entries.at(-1)?.id ?? null }) : null}
      />
    </Card>
  );
}

function Sentence({ entry, chain }: { entry: TrailEntry; chain: ChainLink[] }) {
  const { who, did } = entryText(entry);
  const before = chain.find(({ id }) => id === entry.changes.rotated_from);
  return (
    <>
      <span className="font-medium">{who}</span> {did}
      {before ? (
        <>
          , to take over from <KeyName value={before} />
        </>
      ) : null}
    </>
  );
}

/** What changed in one field, old and new, or why a key was revoked; the rest of an entry is not told, nor are ids. */
function Change({ field, change }: { field: string; change: unknown }) {
  if (field.endsWith("_id")) return null;
  const name = fieldText(field);
  if (typeof change === "object" && change !== null && "from" in change && "to" in change) {
    return (
      <li className="wrap-anywhere">
        {name}: <Value value={change.from} /> → <Value value={change.to} />
      </li>
    );
  }
  return field === "reason" && typeof change === "string" ? (
    <li className="wrap-anywhere">Reason: {change}</li>
  ) : null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function Value({ value }: { value: unknown }) {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "none";
  if (typeof value === "string" && INSTANT.test(value)) return <ExactTime value={value} />;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
