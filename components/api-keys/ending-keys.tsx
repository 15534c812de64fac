"use client";

import { keyAddress } from "@/components/key-page/page-state";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useNow } from "@/components/ui/clock";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/time";
import { DAY_MS, EXPIRING_DAYS } from "@/lib/api-keys/status";
import { deedsOf } from "./deeds";
import type { KeySummary } from "./key-summary";
import { useKeyDeeds } from "./use-key-deeds";

/** The keys that end soon and have no successor, the next first, each with its remedies. `total` counts those not listed too. */
export function EndingKeys({ rows, total }: { rows: KeySummary[]; total: number }) {
  const { act, dialog } = useKeyDeeds();
  const now = useNow();
  if (total === 0) return null;
  const isUrgent = rows.some(({ expires_at }) => Number(expires_at) - now <= DAY_MS);
  const rest = total - rows.length;
  return (
    <Callout tone={isUrgent ? "warning" : "info"} title={`${keysText(total)} within ${EXPIRING_DAYS} days`}>
      <ul aria-label="Keys that end soon" className="mt-1 flex flex-col gap-1">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="min-w-0 wrap-anywhere">
              <Link href={keyAddress(row.id)} prefetch={false}>
                {row.name}
              </Link>{" "}
              {row.expires_at ? <RelativeTime value={row.expires_at} /> : null}
            </span>
            <span className="flex flex-wrap gap-1 max-sm:-ms-2.5">
              {remediesOf(row).map((deed) => (
                <Button
                  key={deed}
                  size="sm"
                  variant="ghost"
                  aria-label={`${REMEDIES[deed].spoken} ${row.name}`}
                  onPress={() => act(deed, row)}
                >
                  {REMEDIES[deed].label}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <p className="mt-1">
          <Link href="/settings/api-keys?status=expiring" prefetch={false}>
            and {rest.toLocaleString("en-US")} more
          </Link>
        </p>
      ) : null}
      {dialog}
    </Callout>
  );
}

const REMEDIES = {
  rotate: { label: "Rotate", spoken: "Rotate" },
  expire: { label: "Change expiration", spoken: "Change expiration of" },
  replace: { label: "Replace", spoken: "Replace" },
  revoke: { label: "Revoke", spoken: "Revoke" },
} as const;

/** What can be done so that nothing fails at the end. */
function remediesOf(row: KeySummary): (keyof typeof REMEDIES)[] {
  return deedsOf(row).includes("replace") ? ["replace", "revoke"] : ["rotate", "expire"];
}

function keysText(count: number): string {
  return count === 1 ? "1 key ends" : `${count.toLocaleString("en-US")} keys end`;
}
