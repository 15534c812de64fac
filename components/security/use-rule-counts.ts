import { useEffect, useState } from "react";
import { ask } from "@/components/api-keys/ask";
import type { Answer } from "@/lib/errors";
import type { RuleCounts } from "@/lib/policy/findings";
import { Policy } from "@/lib/policy/schema";

const PAUSE_MS = 300;

/**
 * How many living keys each rule would be broken by if it were set, with these numbers of days; null until it is known.
 * A number that cannot be is as none.
 */
export function useRuleCounts(
  countBreaches: (policy: Policy) => Promise<Answer<RuleCounts>>,
  maxDays: number | null,
  idleDays: number | null,
): RuleCounts | null {
  const [counts, setCounts] = useState<RuleCounts | null>(null);
  const { max_days, idle_days } = Policy.shape;
  const longest = max_days.safeParse(maxDays).data ?? null;
  const idle = idle_days.safeParse(idleDays).data ?? null;
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const all = { expiry_required: true, no_broad_scopes: true, addresses_required: true };
      const answer = await ask(countBreaches({ ...all, max_days: longest, idle_days: idle }));
      if (isCurrent && answer.ok) setCounts(answer.data);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [countBreaches, longest, idle]);
  return counts;
}
