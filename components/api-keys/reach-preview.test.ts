import { expect, test } from "vitest";
import { leavesOf, type Scope } from "@/lib/access/scopes";
import { readsSentence } from "./reach-preview";

const rows = { "candidates:read": 1_412, "jobs:read": 1, "offers:read": 0 };

test.each<[Scope[], string]>([
  [["candidates:read", "jobs:read", "offers:read"], "Reads 1,412 candidates, 1 job and 0 offers today."],
  [["read"], "Reads 1,412 candidates, 1 job and 0 offers today."],
  [["jobs:read", "candidates:write"], "Reads 1 job today."],
  [["write"], "Reads no rows."],
  [[], "Reads no rows."],
])("%j", (scopes, sentence) => expect(readsSentence(leavesOf(scopes), rows)).toBe(sentence));
