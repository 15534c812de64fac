import { Callout } from "@/components/ui/callout";
import { RelativeTime } from "@/components/ui/time";
import type { KeyHalf } from "@/lib/usage/evidence";
import { addressText } from "./callers";
import { FinishNow } from "./finish-now";
import { handoverOf } from "./handover";

/** How far the programs have moved to the new key, while the old one still works, and whether that can go. */
export function Progress({ old, next, now }: { old: KeyHalf; next: KeyHalf; now: Date }) {
  const handover = handoverOf(old, next, now);
  if (handover === "nobody takes over") {
    return (
      <Callout tone="warning" title="No key takes over from the old one">
        The new key is {next.status}. What calls with the old one stops working when that ends: give it
        another key before.
      </Callout>
    );
  }
  const users = namesOf(old.last_hour.addresses);
  const finish = { id: old.id, lastUsedAt: old.last_used_at };
  if (handover === "still used") {
    return (
      <Callout tone="warning" title={`The old key is still used by ${users}`}>
        <p>Give these programs the new key first. What still calls with the old one will stop working.</p>
        <FinishNow {...finish} doubt={`The old key is still used by ${users}.`} />
      </Callout>
    );
  }
  if (handover === "too early") {
    return (
      <Callout tone="info" title="Too early to tell whether the old key is still used">
        <p>
          The rotation was <RelativeTime value={next.created_at} isPast />. Wait until it is an hour old, and
          longer for programs that run less often.
        </p>
        <FinishNow {...finish} doubt={`The rotation is less than an hour old.${lastUserText(old)}`} />
      </Callout>
    );
  }
  return (
    <Callout tone="success" title="The old key has been silent for an hour">
      <p>
        {handover === "done"
          ? "Your programs use the new one. Finishing now is recommended."
          : "The new one was not used in that time either: see that your programs have it."}
      </p>
      <FinishNow
        {...finish}
        doubt={handover === "done" ? null : `Nothing uses the new key yet.${lastUserText(old)}`}
      />
    </Callout>
  );
}

function lastUserText({ last_used_at, last_used_ip }: KeyHalf): string {
  return last_used_at && last_used_ip ? ` The old one was last used by ${addressText(last_used_ip)}.` : "";
}

function namesOf(addresses: { address: string }[]): string {
  const [first, second] = addresses.map(({ address }) => addressText(address));
  const others = addresses.length - 2;
  if (second === undefined) return first ?? "somebody";
  return others > 0 ? `${first}, ${second} and ${others} more` : `${first} and ${second}`;
}
