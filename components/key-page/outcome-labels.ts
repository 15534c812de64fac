import type { Outcome } from "@/lib/usage/call";

/** How an outcome is called, and drawn: each with a pattern of its own, for those who do not see its colour. */
export const OUTCOME_LABELS: Record<Outcome, { label: string; inSentence: string; background: string }> = {
  ok: { label: "OK", inSentence: "OK", background: "var(--accent)" },
  client_error: {
    label: "Client errors",
    inSentence: "client errors",
    background: "repeating-linear-gradient(45deg, var(--warning) 0 3px, var(--warning-soft) 3px 5px)",
  },
  server_error: { label: "Server errors", inSentence: "server errors", background: "var(--danger)" },
  rate_limited: {
    label: "Rate limited",
    inSentence: "rate limited",
    background: "repeating-linear-gradient(0deg, var(--info) 0 2px, var(--info-soft) 2px 4px)",
  },
  after_death: {
    label: "After its end",
    inSentence: "after its end",
    background: "repeating-linear-gradient(-45deg, var(--danger) 0 3px, var(--danger-soft) 3px 6px)",
  },
};
