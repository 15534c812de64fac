import { expect, test } from "vitest";
import { leavesOf, type Scope } from "@/lib/access/scopes";
import { reachSentence } from "./reach-preview";

const rows = { "candidates:read": 1_412, "jobs:read": 1, "offers:read": 0 };

test.each<[Scope[], string]>([
  [["candidates:read", "jobs:read", "offers:read"], "Reads 1,412 candidates, 1 job and 0 offers."],
  [["read"], "Reads 1,412 candidates, 1 job, applications, interviews, analytics, webhooks and 0 offers."],
  [["analytics:read"], "Reads analytics."],
  [["jobs:read", "candidates:write"], "Reads 1 job. Writes candidates."],
  [["offers:write", "bulk:write"], "Reads nothing. Writes offers."],
  [["candidates:write", "jobs:write"], "Reads nothing. Writes candidates and jobs."],
  [["bulk:write"], "Reads nothing."],
  [[], "Reads nothing."],
])("%j", (scopes, sentence) => expect(reachSentence(leavesOf(scopes), rows)).toBe(sentence));
