import type { ReactNode } from "react";
import type { KeyActions } from "@/components/api-keys/key-summary";
import { StatusBadge } from "@/components/api-keys/status-badge";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import type { ChainLink } from "@/lib/api-keys/evidence";
import { isLiving, isUsable } from "@/lib/api-keys/status";
import type { KeyHalf } from "@/lib/usage/evidence";
import { addressText } from "./callers";
import { FinishNow } from "./finish-now";
import { KeyName } from "./key-name";

/** Both halves of a rotation side by side: whether the old one can go, and the chain that they are part of. */
export function Rotation({
  self,
  old,
  next,
  chain,
  change,
}: {
  /** The id of the key whose page this is. */
  self: string;
  old: KeyHalf;
  next: KeyHalf;
  chain: ChainLink[];
  change: KeyActions["change"];
}) {
  return (
    <Card title="Rotation" description={<State old={old} next={next} />}>
      <div className="grid gap-4 md:grid-cols-2">
        <HalfCard title="Old key" half={old} isSelf={old.id === self} />
        <HalfCard title="New key" half={next} isSelf={next.id === self} />
      </div>
      {isUsable(old.status) ? <Progress old={old} next={next} change={change} /> : null}
      {chain.length > 2 ? <Chain links={chain} self={self} /> : null}
    </Card>
  );
}

function State({ old, next }: { old: KeyHalf; next: KeyHalf }) {
  if (!isLiving(old.status)) {
    return isLiving(next.status) ? "The old key has ended; the new one took over." : "Both keys have ended.";
  }
  const end = old.expires_at && <ExactTime value={old.expires_at} />;
  if (!isUsable(old.status)) return <>The old key is disabled, and ends on {end}.</>;
  if (!isUsable(next.status)) return <>Only the old key works, until {end}.</>;
  return <>Both keys work until {end}. Then the old one ends.</>;
}

/** How far the programs have moved to the new key, while the old one still works. */
function Progress({ old, next, change }: { old: KeyHalf; next: KeyHalf; change: KeyActions["change"] }) {
  const { calls, addresses } = old.last_hour;
  if (!isUsable(next.status)) {
    return (
      <Callout tone="warning" title="No key takes over from the old one">
        The new key is {next.status}. What calls with the old one stops working when that ends: give it
        another key before.
      </Callout>
    );
  }
  if (calls > 0) {
    return (
      <Callout tone="warning" title={`The old key is still used by ${namesOf(addresses)}`}>
        <p>Give these programs the new key first. What still calls with the old one will stop working.</p>
        <FinishNow id={old.id} isRecommended={false} change={change} />
      </Callout>
    );
  }
  const isMoved = next.last_hour.calls > 0;
  return (
    <Callout tone="success" title="The old key has been silent for an hour">
      <p>
        {isMoved
          ? "Your programs use the new one. Finishing now is recommended."
          : "The new one was not used in that time either: see that your programs have it."}
      </p>
      <FinishNow id={old.id} isRecommended={isMoved} change={change} />
    </Callout>
  );
}

function HalfCard({ title, half, isSelf }: { title: string; half: KeyHalf; isSelf: boolean }) {
  const { calls, addresses } = half.last_hour;
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2 rounded border p-4">
      <h3 className="flex flex-wrap items-center gap-2 font-medium">
        {title} <StatusBadge status={half.status} />
      </h3>
      <p>
        {isSelf ? (
          <code className="font-mono text-xs">
            {half.key_prefix}…{half.last_four}
          </code>
        ) : (
          <KeyName value={half} />
        )}
        {isSelf ? <span className="text-sm text-text-muted"> (this key)</span> : null}
      </p>
      <p>
        <span className="text-lg font-semibold tabular-nums">{calls.toLocaleString("en-US")}</span>{" "}
        {calls === 1 ? "call" : "calls"} in the last hour
      </p>
      <ul className="text-sm text-text-muted">
        {addresses.slice(0, SHOWN).map(({ address, calls, last_seen }) => (
          <li key={address} className="wrap-anywhere">
            {addressText(address)}: {calls.toLocaleString("en-US")}, <RelativeTime value={last_seen} isPast />
          </li>
        ))}
        {addresses.length > SHOWN ? <li>and {addresses.length - SHOWN} more addresses</li> : null}
      </ul>
    </section>
  );
}

const SHOWN = 5;

function namesOf(addresses: { address: string }[]): string {
  const [first, second] = addresses.map(({ address }) => addressText(address));
  const others = addresses.length - 2;
  if (second === undefined) return first ?? "somebody";
  return others > 0 ? `${first}, ${second} and ${others} more` : `${first} and ${second}`;
}

function Chain({ links, self }: { links: ChainLink[]; self: string }): ReactNode {
  return (
    <section aria-label="All keys of this chain">
      <h3 className="mb-1 text-sm font-medium">All keys of this chain</h3>
      <ol className="flex flex-col gap-1 text-sm">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-center gap-x-2">
            <KeyName value={link} />
            <StatusBadge status={link.status} />
            <span className="text-text-muted">
              made <RelativeTime value={link.created_at} isPast />
              {link.id === self ? ", this key" : ""}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
