import type { ReactNode } from "react";
import { StatusBadge } from "@/components/api-keys/status-badge";
import { Card } from "@/components/ui/card";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import type { ChainLink } from "@/lib/api-keys/evidence";
import { isLiving, isUsable } from "@/lib/api-keys/status";
import type { KeyHalf } from "@/lib/usage/evidence";
import { addressText } from "./callers";
import { KeyName } from "./key-name";
import { Live } from "./live";
import { Progress } from "./progress";

/** Both halves of a rotation side by side: whether the old one can go, and the chain that they are part of. */
export function Rotation({
  self,
  old,
  next,
  chain,
  now,
}: {
  /** The id of the key whose page this is. */
  self: string;
  old: KeyHalf;
  next: KeyHalf;
  chain: ChainLink[];
  now: Date;
}) {
  return (
    <Card title="Rotation" description={<State old={old} next={next} />}>
      <div className="grid gap-4 md:grid-cols-2">
        <HalfCard title="Old key" half={old} isSelf={old.id === self} />
        <HalfCard title="New key" half={next} isSelf={next.id === self} />
      </div>
      {isUsable(old.status) ? (
        <>
          <Progress old={old} next={next} now={now} />
          <Live asOf={now} />
        </>
      ) : null}
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

function HalfCard({ title, half, isSelf }: { title: string; half: KeyHalf; isSelf: boolean }) {
  const { last_used_at, last_used_ip } = half;
  const { calls, addresses } = half.last_hour;
  const rest = addresses.length - SHOWN;
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
      <p className="text-sm text-text-muted">
        {last_used_at ? (
          <>
            Last used <RelativeTime value={last_used_at} isPast />
            {last_used_ip ? ` from ${addressText(last_used_ip)}` : ""}
          </>
        ) : (
          "Never used"
        )}
      </p>
      <ul className="text-sm text-text-muted">
        {addresses.slice(0, SHOWN).map(({ address, calls, last_seen }) => (
          <li key={address} className="wrap-anywhere">
            {addressText(address)}: {calls.toLocaleString("en-US")}, <RelativeTime value={last_seen} isPast />
          </li>
        ))}
        {rest > 0 ? (
          <li>
            and {rest} more {rest === 1 ? "address" : "addresses"}
          </li>
        ) : null}
      </ul>
    </section>
  );
}

const SHOWN = 5;

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
