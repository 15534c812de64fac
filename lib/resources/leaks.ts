import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { bare, one } from "@/lib/api/envelope";
import { requireGithub, SignatureHeaders } from "@/lib/leaks/github-signature";
import { reportFinds, revokeFound } from "@/lib/leaks/report";
import { Finds, Labels, RevokeFoundKey } from "@/lib/leaks/schema";

const CALLS_A_MINUTE = 60;

/** What others tell us of keys that they found. Nobody needs a key of their own for it. */
export const leaks = {
  revoke: endpoint({
    method: "POST",
    path: "/api-keys/revoke",
    id: "api-keys.revoke-found",
    summary: "Revoke an API key that you found",
    description:
      "Whoever has a key may end it. A living one is revoked with what took over from it by its own doing, and its owner is told. The answer is the same whatever came of it, so it tells nobody whether there is such a key.",
    scope: "public",
    perMinute: CALLS_A_MINUTE,
    body: RevokeFoundKey,
    response: one(
      z.object({
        received: z.literal(true).describe("The report is here; if there was such a key, it is over"),
      }),
    ),
    run: async ({ body, origin, now }) => {
      await revokeFound(body.key, origin, now);
      return { received: true as const };
    },
  }),

  report: endpoint({
    method: "POST",
    path: "/api-keys/leaked",
    id: "api-keys.report-leaked",
    summary: "Report API keys found in public: for GitHub’s secret scanning",
    description:
      "GitHub calls this as its secret scanning partner program says, and signs the body. What happens to a key that was found is what its `on_leak` says. Body and answer are GitHub's formats, outside the envelope; a refusal is in it.",
    scope: "public",
    perMinute: CALLS_A_MINUTE,
    headers: SignatureHeaders,
    authenticate: requireGithub,
    body: Finds,
    response: bare(Labels),
    errors: ["unauthorized"],
    run: ({ body, origin, now }) => reportFinds(body, origin, now),
  }),
};
