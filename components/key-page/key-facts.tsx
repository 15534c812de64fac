import type { ReactNode } from "react";
import type { KeySummary } from "@/components/api-keys/key-summary";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import { keyAddress } from "./page-state";

const ON_LEAK = {
  revoke: "Revoked at once",
  revoke_after_24h: "Revoked after 24 hours",
  alert: "Only an alert",
} as const satisfies Record<KeySummary["on_leak"], string>;

/** What is known of a key besides what it did. */
export function KeyFacts({
  row,
  madeBy,
  callsPerMinute,
}: {
  row: KeySummary;
  /** The key that made this one, if one did. */
  madeBy: { id: string; name: string } | null;
  /** What the plan and the key's own limit allow. */
  callsPerMinute: number;
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
              <RelativeTime value={row.last_used_at} />
              {row.last_used_ip ? ` from ${row.last_used_ip}` : ""}
            </>
          ) : (
            "Never"
          )}
        </Fact>
        {row.revoked_at ? (
          <Fact name="Revoked">
            <ExactTime value={row.revoked_at} />
            {row.revoked_reason ? `: ${row.revoked_reason}` : ""}
          </Fact>
        ) : (
          <Fact name={row.status === "expired" ? "Expired" : "Expires"}>
            {row.expires_at ? <ExactTime value={row.expires_at} /> : "Never"}
          </Fact>
        )}
        <Fact name="May be used from">{row.allowed_ips ? row.allowed_ips.join(", ") : "Any address"}</Fact>
        <Fact name="Limit">
          {callsPerMinute.toLocaleString("en-US")} requests a minute
          {row.rate_limit === null ? ", as the plan allows" : ""}
        </Fact>
        <Fact name="If it leaks">{ON_LEAK[row.on_leak]}</Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
