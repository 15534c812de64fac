import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/time";
import type { DeadCalls } from "@/lib/usage/evidence";
import { addressText } from "./callers";
import { keyAddress } from "./page-state";

const SHOWN = 3;

/** Says who still calls with keys that do not work: a forgotten program, or somebody who should not have the key. */
export function DeadCallsAlarm({ calls, isKeyNamed }: { calls: DeadCalls[]; isKeyNamed: boolean }) {
  if (calls.length === 0) return null;
  const rest = calls.length - SHOWN;
  return (
    <Callout
      tone="warning"
      title={isKeyNamed ? "Keys that do not work any more are still used" : "This key is still used"}
    >
      <ul className="flex flex-col">
        {calls.slice(0, SHOWN).map(({ key, address, user_agent, calls, last_seen }) => (
          <li key={`${key.id} ${address} ${user_agent}`} className="wrap-anywhere">
            {isKeyNamed ? (
              <>
                <Link href={keyAddress(key.id)} prefetch={false}>
                  {key.name}
                </Link>{" "}
                by{" "}
              </>
            ) : (
              "By "
            )}
            {[addressText(address), user_agent].filter(Boolean).join(", ")}, {calls.toLocaleString("en-US")}{" "}
            {calls === 1 ? "time" : "times"} today, last <RelativeTime value={last_seen} isPast />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p>and by {rest} more</p> : null}
      <p>Find the program there and give it another key. All these calls were refused.</p>
    </Callout>
  );
}
