import { deedsOf } from "@/components/api-keys/deeds";
import type { KeySummary } from "@/components/api-keys/key-summary";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { ExactTime } from "@/components/ui/time";
import { isLiving } from "@/lib/api-keys/status";
import type { LeakedKey, Sighting, Successor } from "@/lib/leaks/sighting";
import { KeyName } from "./key-name";
import { OtherKeys } from "./other-keys";
import { keyAddress } from "./page-state";

const SHOWN = 3;

/** Says where a key was seen by others, and what is to be done about it. */
export function LeakAlarm({
  sightings,
  row,
  successor,
}: {
  sightings: Sighting[];
  row: Pick<KeySummary, "status" | "expires_at" | "ends_at" | "rotated_to">;
  /** Of a dead key, what took over from it by its own doing and still lives. */
  successor: Successor | null;
}) {
  if (sightings.length === 0) return null;
  const rest = sightings.length - SHOWN;
  const lives = isLiving(row.status);
  return (
    <Callout tone={lives || successor ? "danger" : "warning"} title="This key leaked">
      <ul className="flex flex-col">
        {sightings.slice(0, SHOWN).map((sighting) => (
          <li key={`${sighting.source} ${sighting.url}`} className="wrap-anywhere">
            <Where {...sighting} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p>and in {rest} more places</p> : null}
      {lives ? (
        <p>
          {row.status === "disabled" ? "It is disabled, and not over" : "It still works"}
          {row.expires_at ? <> until {<ExactTime value={row.expires_at} />}</> : null}. {remedyFor(row)}
        </p>
      ) : successor ? (
        <p>
          It does not work any more, but whoever had it may have made the key that took over from it:{" "}
          <KeyName value={successor} /> still works. Revoke that one, unless you know that nobody else has it.
        </p>
      ) : (
        <p>It does not work any more. Find out how it got there before the next one follows.</p>
      )}
    </Callout>
  );
}

function remedyFor(row: Pick<KeySummary, "status" | "ends_at" | "rotated_to">): string {
  const deeds = deedsOf(row);
  if (deeds.includes("rotate")) return "Rotate or revoke it now.";
  if (deeds.includes("enable")) return "Revoke it.";
  return deeds.includes("replace")
    ? "Replace it by another key, then revoke it."
    : "Give its programs the key that took over, then revoke it.";
}

/** The same over all keys that still live, a line a key. */
export function LivingLeaksAlarm({ keys, others }: { keys: LeakedKey[]; others: number }) {
  if (keys.length === 0) return null;
  return (
    <Callout tone="danger" title="Keys that leaked still work">
      <ul className="flex flex-col">
        {keys.map(({ key, sighting }) => (
          <li key={key.id} className="wrap-anywhere">
            <Link href={keyAddress(key.id)} prefetch={false}>
              {key.name}
            </Link>
            : <Where {...sighting} isWithin />
            {key.imposedEnd ? (
              <>
                . It ends on <ExactTime value={key.imposedEnd} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <OtherKeys count={others} />
      <p>
        {keys.every((one) => one.key.imposedEnd)
          ? "Give their programs other keys, then revoke them."
          : "Rotate or revoke them now."}
      </p>
    </Callout>
  );
}

function Where({ source, type, url, seen_at, isWithin = false }: Sighting & { isWithin?: boolean }) {
  const first = source === "finder" ? "Reported by somebody who had it" : "Seen in public";
  return (
    <>
      {isWithin ? first.charAt(0).toLowerCase() + first.slice(1) : first}
      {url ? (
        <>
          {" "}
          at <Address url={url} />
        </>
      ) : null}
      {type ? ` (${type.toLowerCase().replaceAll("_", " ")})` : null} on <ExactTime value={seen_at} />
    </>
  );
}

/** What a reporter wrote is a link only where it is an address of the web. */
function Address({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return <bdi>{url}</bdi>;
  return (
    <a
      href={url}
      rel="noreferrer nofollow"
      target="_blank"
      className="rounded-sm underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      <bdi>{url}</bdi>
    </a>
  );
}
