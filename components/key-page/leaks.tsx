import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { ExactTime } from "@/components/ui/time";
import type { LeakedKey, Sighting } from "@/lib/leaks/sighting";
import { keyAddress } from "./page-state";

const SHOWN = 3;

/** Says where a key was seen by others, and what is to be done about it. */
export function LeakAlarm({
  sightings,
  lives,
  ends,
}: {
  sightings: Sighting[];
  lives: boolean;
  ends: Date | null;
}) {
  if (sightings.length === 0) return null;
  const rest = sightings.length - SHOWN;
  return (
    <Callout tone={lives ? "danger" : "warning"} title="This key leaked">
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
          It still works{ends ? <> until {<ExactTime value={ends} />}</> : null}.{" "}
          {ends ? "Give its programs another key, then revoke it." : "Rotate or revoke it now."}
        </p>
      ) : (
        <p>It does not work any more. Find out how it got there before the next one follows.</p>
      )}
    </Callout>
  );
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
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <p>
          and {others} more {others === 1 ? "key" : "keys"}
        </p>
      ) : null}
      <p>Rotate or revoke them now.</p>
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
