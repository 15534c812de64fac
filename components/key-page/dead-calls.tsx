import { deedsOf } from "@/components/api-keys/deeds";
import type { KeySummary } from "@/components/api-keys/key-summary";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/time";
import type { DeadCalls, DeadKey } from "@/lib/usage/evidence";
import { addressText } from "./callers";
import { OtherKeys } from "./other-keys";
import { keyAddress } from "./page-state";

const SHOWN = 3;

/** Says who still calls with a key that does not work: a forgotten program, or somebody who should not have the key. */
export function DeadCallsAlarm({
  calls,
  row,
}: {
  calls: DeadCalls[];
  row: Pick<KeySummary, "status" | "ends_at" | "rotated_to">;
}) {
  if (calls.length === 0) return null;
  const rest = calls.length - SHOWN;
  return (
    <Callout
      tone="warning"
      title={row.status === "disabled" ? "This key is disabled, and still called" : "This key is still used"}
    >
      <ul className="flex flex-col">
        {calls.slice(0, SHOWN).map((who) => (
          <li key={`${who.address} ${who.user_agent}`} className="wrap-anywhere">
            By {whoText(who)}, <Times {...who} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p>and by {rest} more</p> : null}
      <Advice canEnable={deedsOf(row).includes("enable")} />
    </Callout>
  );
}

/** The same over all keys, a line a key. */
export function DeadKeysAlarm({ keys, others }: { keys: DeadKey[]; others: number }) {
  if (keys.length === 0) return null;
  return (
    <Callout tone="warning" title="Keys that do not work are still used">
      <ul className="flex flex-col">
        {keys.map(({ key, calls, callers, last_seen }) => (
          <li key={key.id} className="wrap-anywhere">
            <Link href={keyAddress(key.id)} prefetch={false}>
              {key.name}
            </Link>{" "}
            (…{key.last_four}
            {key.status === "disabled" ? ", disabled" : ""}) by {callers.slice(0, 1).map(whoText)}
            {callers.length > 1 ? ` and ${(callers.length - 1).toLocaleString("en-US")} more` : ""},{" "}
            <Times calls={calls} last_seen={last_seen} />
          </li>
        ))}
      </ul>
      <OtherKeys count={others} />
      <Advice canEnable={keys.some(({ key }) => deedsOf(key).includes("enable"))} />
    </Callout>
  );
}

function whoText({ address, user_agent }: DeadCalls): string {
  return [addressText(address), user_agent].filter(Boolean).join(", ");
}

function Times({ calls, last_seen }: { calls: number; last_seen: Date }) {
  return (
    <>
      {calls === 1 ? "once," : `${calls.toLocaleString("en-US")} times since yesterday, most recently`}{" "}
      <RelativeTime value={last_seen} isPast />
    </>
  );
}

function Advice({ canEnable }: { canEnable: boolean }) {
  return (
    <p>
      All these calls were refused. Find the program there and give it another key
      {canEnable ? ", or enable the key that is only disabled" : ""}.
    </p>
  );
}
