import { expect, test } from "vitest";
import { deedsOf, type KeyDeed } from "@/components/api-keys/deeds";
import type { Rule } from "@/lib/api-keys/policy";
import { FINDINGS, type Finding } from "@/lib/policy/findings";
import { remedyOf } from "./finding-texts";

const ENDING = deedsOf({ status: "expiring", rotated_to: null, ends_at: new Date() });
const FREE = deedsOf({ status: "active", rotated_to: null, ends_at: null });

test.each<[Finding, Rule[], KeyDeed, KeyDeed]>([
  ["leaked", [], "revoke", "revoke"],
  ["former_member", [], "rotate", "replace"],
  ["expiring", [], "rotate", "replace"],
  ["broad_scopes", [], "edit", "replace"],
  ["idle", [], "disable", "disable"],
  ["against_policy", ["max_days"], "rotate", "replace"],
  ["against_policy", ["max_days", "expiry_required"], "expire", "expire"],
])("%s: what is offered for a key, and for one whose end stays", (finding, rules, free, ending) => {
  expect(remedyOf(finding, rules, FREE)?.deed).toBe(free);
  expect(remedyOf(finding, rules, ENDING)?.deed).toBe(ending);
});

test.each(FINDINGS)("%s: nothing is offered that is refused", (finding) => {
  for (const deeds of [
    FREE,
    ENDING,
    deedsOf({ status: "disabled", rotated_to: "next", ends_at: new Date() }),
  ]) {
    const remedy = remedyOf(finding, ["no_broad_scopes"], deeds);
    if (remedy) expect(deeds).toContain(remedy.deed);
  }
});
