import { OUTCOMES, type Outcome } from "@/lib/usage/call";

/** How an outcome is called, and drawn: each with a pattern of its own, for those who do not see its colour. */
export const OUTCOME_LABELS: Record<
  Outcome,
  { label: string; one: string; many: string; background: string }
> = {
  ok: { label: "OK", one: "OK", many: "OK", background: "var(--accent)" },
  client_error: {
    label: "Client errors",
    one: "client error",
    many: "client errors",
    background: "repeating-linear-gradient(45deg, var(--warning) 0 3px, var(--warning-soft) 3px 5px)",
  },
  server_error: {
    label: "Server errors",
    one: "server error",
    many: "server errors",
    background: "var(--danger)",
  },
  rate_limited: {
    label: "Rate limited",
    one: "rate limited",
    many: "rate limited",
    background: "repeating-linear-gradient(0deg, var(--info) 0 2px, var(--info-soft) 2px 4px)",
  },
  after_death: {
    label: "After its end",
    one: "after its end",
    many: "after its end",
    background: "repeating-linear-gradient(-45deg, var(--danger) 0 3px, var(--danger-soft) 3px 6px)",
  },
};

/** The outcomes to tell apart over several days: calls after the key's end only where there were some. */
export function outcomesOf(days: { after_death: number }[]): Outcome[] {
  const died = days.some(({ after_death }) => after_death > 0);
  return OUTCOMES.filter((outcome) => outcome !== "after_death" || died);
}
