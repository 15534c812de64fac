import { expect, test } from "vitest";
import type { Scope } from "@/lib/access/scopes";
import { reachSentence } from "./reach-sentence";

const rows = { "candidates:read": 1_412, "jobs:read": 1, "offers:read": 0 };
const reachOf = (bounds: Scope[]) => ({ bounds, endpoints: [], rows });

test.each<[Scope[], string]>([
  [["candidates:read", "jobs:read", "offers:read"], "Reads 1,412 candidates, 1 job and 0 offers."],
  [["read"], "Reads 1,412 candidates, 1 job, applications, interviews, analytics, webhooks and 0 offers."],
  [["analytics:read"], "Reads analytics."],
  [["jobs:read", "candidates:write"], "Reads 1 job. Writes candidates."],
  [["offers:write", "bulk:write"], "Reads nothing. Writes offers."],
  [["candidates:write", "jobs:write"], "Reads nothing. Writes candidates and jobs."],
  [["bulk:write"], "This key could do nothing: bulk operations need a write scope as well."],
  [[], "Nothing chosen yet: this key could do nothing."],
])("%j", (scopes, sentence) => expect(reachSentence(scopes, reachOf(["*"]))).toBe(sentence));

test("full access includes the keys themselves", () => {
  expect(reachSentence(["*"], reachOf(["*"]))).toMatch(
    /^Reads 1,412 candidates, .* Makes and revokes API keys\.$/,
  );
});

test("the role of the owner bounds it", () => {
  expect(reachSentence(["jobs:read", "jobs:write"], reachOf(["read"]))).toBe("Reads 1 job.");
});

test("until the reach is known it goes without numbers", () => {
  expect(reachSentence(["jobs:read"], null)).toBe("This key can read jobs.");
});
