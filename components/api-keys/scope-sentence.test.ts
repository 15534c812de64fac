import { expect, test } from "vitest";
import type { Scope } from "@/lib/access/scopes";
import { isBulkIdle, scopeSentence } from "./scope-sentence";

test.each<[Scope[], string]>([
  [[], "Nothing chosen yet: this key could do nothing."],
  [["candidates:read"], "This key can read candidates."],
  [
    ["candidates:read", "jobs:read", "jobs:write"],
    "This key can read candidates and jobs; it can create, change and delete jobs.",
  ],
  [["*"], "This key can do everything, including making and revoking API keys."],
  [["bulk:write"], "This key could do nothing: bulk operations need a write scope as well."],
  [["bulk:write", "jobs:read"], "This key can read jobs."],
  [["bulk:write", "jobs:write"], "This key can create, change and delete jobs; it can run bulk operations."],
  [
    ["webhooks:read", "candidates:read", "analytics:read"],
    "This key can read candidates, analytics and webhook endpoints.",
  ],
])("%j: %s", (scopes, sentence) => {
  expect(scopeSentence(scopes)).toBe(sentence);
});

test.each<[Scope[], boolean]>([
  [["bulk:write"], true],
  [["bulk:write", "candidates:read"], true],
  [["bulk:write", "webhooks:write"], true],
  [["bulk:write", "offers:write"], false],
  [["write"], false],
  [["*"], false],
  [["candidates:write"], false],
])("bulk of %j without anything to write: %s", (scopes, idle) => {
  expect(isBulkIdle(scopes)).toBe(idle);
});
