"use client";

import { keyAddress } from "@/components/key-page/page-state";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useNow } from "@/components/ui/clock";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/time";
import { DAY_MS, EXPIRING_DAYS } from "@/lib/api-keys/status";
import { KeyDialog } from "./key-dialog";
import type { KeyActions, KeyHolder, KeySummary } from "./key-summary";
import { useKeyDeeds } from "./use-key-deeds";

/** The keys that end soon and have no successor, the next first, each with its remedies. `total` counts those not listed too. */
export function EndingKeys({
  rows,
  total,
  holder,
  actions,
}: {
  rows: KeySummary[];
  total: number;
  holder: KeyHolder;
  actions: Pick<KeyActions, "change" | "revoke" | "descendantsOf" | "reachOf" | "addressesOfWeek">;
}) {
  const { question, act, close } = useKeyDeeds(actions.change);
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
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Rotate ${row.name}`}
                onPress={() => act("rotate", row)}
              >
                Rotate
              </Button>
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Change expiration of ${row.name}`}
                onPress={() => act("expire", row)}
              >
                Change expiration
              </Button>
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
      {question ? <KeyDialog question={question} holder={holder} actions={actions} onClose={close} /> : null}
    </Callout>
  );
}

function keysText(count: number): string {
  return count === 1 ? "1 key ends" : `${count.toLocaleString("en-US")} keys end`;
}
