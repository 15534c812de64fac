import { isInUse } from "@/components/api-keys/in-use";
import type { Belongings, OwnedKey } from "@/lib/members/member";
import type { Choice } from "./decision";

/** What the form says it is about to do, in words, with what is chosen so far. */
export function removalText({
  person,
  isSelf,
  keys,
  choices,
}: {
  person: Belongings["person"];
  isSelf: boolean;
  keys: OwnedKey[];
  /** One a key. */
  choices: Choice[];
}) {
  const isFormer = person.disabled_at !== null;
  const stopped = keys.filter((_, index) => choices[index]?.fate === "stop");
  const inUse = stopped.filter(isInUse);
  const kept = keys.length - stopped.length;
  const what = [
    ...(stopped.length > 0 ? [`${counted(stopped.length)} ${stopped.length === 1 ? "stops" : "stop"}`] : []),
    ...(kept > 0 ? [`${counted(kept)} ${kept === 1 ? "works" : "work"} on for another owner`] : []),
  ].join(", ");
  const who = isSelf ? "You" : person.name;
  const leaving = isFormer ? "" : `${who} will be signed out everywhere, and can no longer sign in`;
  return {
    summary: [leaving, what].filter(Boolean).join("; ").concat("."),
    question:
      inUse.length > 0
        ? `${counted(inUse.length)} that you stop ${inUse.length === 1 ? "was" : "were"} used within the last 7 days. Press again to go on.`
        : null,
    submit: isFormer ? "Settle keys" : isSelf ? "Leave the organization" : `Remove ${person.name}`,
    again: isFormer ? "Yes, settle them" : isSelf ? "Yes, leave" : "Yes, remove",
    done: isFormer ? "The keys are settled" : isSelf ? "You left" : `${person.name} was removed`,
  };
}

function counted(keys: number): string {
  return keys === 1 ? "1 key" : `${keys.toLocaleString("en-US")} keys`;
}
