import type { ReactNode } from "react";
import { whyItEnds } from "@/components/api-keys/imposed-end";
import type { KeySummary } from "@/components/api-keys/key-summary";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import { isLiving } from "@/lib/api-keys/status";
import { type Doer, nameOf } from "./doer";
import { keyAddress } from "./page-state";

const ON_LEAK = {
  revoke: "Revoked at once",
  revoke_after_24h: "Revoked after 24 hours",
  alert: "Only an alert",
} as const satisfies Record<KeySummary["on_leak"], string>;

/** What is known of a key besides what it did. */
export function KeyFacts({
  row,
  disabledAt,
  madeBy,
  revokedBy,
  planLimit,
}: {
  row: KeySummary;
  /** When it is disabled at the earliest, where nobody uses it; null where that is far off. */
  disabledAt: Date | null;
  /** The key that made this one, if one did. */
  madeBy: { id: string; name: string } | null;
  /** Who revoked it; null for a living key. */
  revokedBy: Doer | null;
  /** How many calls a minute the plan allows. */
  planLimit: number;
}) {
  return (
    <Card title="Details">
      {row.description ? <p className="wrap-anywhere">{row.description}</p> : null}
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Fact name="Owner">{row.owner.name}</Fact>
        <Fact name="Created">
          <ExactTime value={row.created_at} /> by {row.created_by.name}
          {madeBy ? (
            <>
              {" "}
              with the key{" "}
              <Link href={keyAddress(madeBy.id)} prefetch={false}>
                {madeBy.name}
              </Link>
            </>
          ) : null}
        </Fact>
        <Fact name="Last used">
          {row.last_used_at ? (
            <>
              <RelativeTime value={row.last_used_at} isPast />
              {row.last_used_ip ? ` from ${row.last_used_ip}` : ""}
            </>
          ) : (
            "Never"
          )}
        </Fact>
        {disabledAt ? (
          <Fact name="Idle">
            Disabled by your organization’s policy <RelativeTime value={disabledAt} /> at the earliest, unless
            it is used before
          </Fact>
        ) : null}
        {row.revoked_at ? (
          <Fact name="Revoked">
            <ExactTime value={row.revoked_at} />
            {revokedBy ? ` by ${nameOf(revokedBy)}` : ""}
            {row.revoked_reason ? `: ${row.revoked_reason}` : ""}
          </Fact>
        ) : (
          <Fact name={row.status === "expired" ? "Expired" : "Expires"}>
            {row.expires_at ? (
              <>
                <ExactTime value={row.expires_at} /> (
                <RelativeTime value={row.expires_at} isPast={row.status === "expired"} />)
                {row.ends_at && isLiving(row.status) ? <ImposedEnd row={row} /> : null}
              </>
            ) : (
              "Never"
            )}
          </Fact>
        )}
        <Fact name="May be used from">{row.allowed_ips ? row.allowed_ips.join(", ") : "Any address"}</Fact>
        <Fact name="Limit">{limitText(row.rate_limit, planLimit)}</Fact>
        <Fact name="If it leaks">{ON_LEAK[row.on_leak]}</Fact>
      </dl>
    </Card>
  );
}

function ImposedEnd({ row }: { row: KeySummary }) {
  return (
    <>
      , {whyItEnds(row)}. It cannot be rotated, edited or enabled any more
      {row.rotated_to ? "" : ": replace it by another key"}.
    </>
  );
}

function limitText(own: number | null, plan: number): string {
  const [ofKey, ofPlan] = [own, plan].map((limit) => limit?.toLocaleString("en-US"));
  if (own === null) return `${ofPlan} requests a minute, as the plan allows`;
  if (own < plan) return `${ofKey} requests a minute of its own; the plan allows ${ofPlan}`;
  return `${ofPlan} requests a minute, as the plan allows (its own: ${ofKey})`;
}

/** One fact of a list of them, under its name. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
