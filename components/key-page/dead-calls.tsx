import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/time";
import type { DeadCalls, DeadKey } from "@/lib/usage/evidence";
import { addressText } from "./callers";
import { keyAddress } from "./page-state";

const SHOWN = 3;

/** Says who still calls with a key that does not work: a forgotten program, or somebody who should not have the key. */
export function DeadCallsAlarm({ calls }: { calls: DeadCalls[] }) {
  if (calls.length === 0) return null;
  const rest = calls.length - SHOWN;
  return (
    <Callout tone="warning" title="This key is still used">
      <ul className="flex flex-col">
        {calls.slice(0, SHOWN).map((who) => (
          <li key={`${who.address} ${who.user_agent}`} className="wrap-anywhere">
            By {whoText(who)}, <Today {...who} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p>and by {rest} more</p> : null}
      <Advice />
    </Callout>
  );
}

/** The same over all keys, a line a key. */
export function DeadKeysAlarm({ keys, others }: { keys: DeadKey[]; others: number }) {
  if (keys.length === 0) return null;
  return (
    <Callout tone="warning" title="Keys that do not work any more are still used">
      <ul className="flex flex-col">
        {keys.map(({ key, calls, callers, last_seen }) => (
          <li key={key.id} className="wrap-anywhere">
            <Link href={keyAddress(key.id)} prefetch={false}>
              {key.name}
            </Link>{" "}
            by {callers.slice(0, 1).map(whoText)}
            {callers.length > 1 ? ` and ${(callers.length - 1).toLocaleString("en-US")} more` : ""},{" "}
            <Today calls={calls} last_seen={last_seen} />
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <p>
          and {others} more {others === 1 ? "key" : "keys"}
        </p>
      ) : null}
      <Advice />
    </Callout>
  );
}

function whoText({ address, user_agent }: DeadCalls): string {
  return [addressText(address), user_agent].filter(Boolean).join(", ");
}

function Today({ calls, last_seen }: { calls: number; last_seen: Date }) {
  return (
    <>
      {calls.toLocaleString("en-US")} {calls === 1 ? "time" : "times"} today, last{" "}
      <RelativeTime value={last_seen} isPast />
    </>
  );
}

function Advice() {
  return <p>Find the program there and give it another key. All these calls were refused.</p>;
}
