"use server";

import { action } from "@/lib/auth/action";
import * as hygiene from "@/lib/policy/hygiene";
import * as policy from "@/lib/policy/policy";
import { ChangePolicy, Policy, SeenCalls } from "@/lib/policy/schema";
import * as seenCalls from "@/lib/policy/seen-calls";

export const changePolicy = action({
  scope: "api-keys:manage",
  input: ChangePolicy,
  run: async (actor, input, now) => {
    await policy.changePolicy(actor, input, now);
    return null;
  },
});

export const countBreaches = action({
  scope: "api-keys:manage",
  input: Policy,
  run: (actor, input, now) => hygiene.countBreaches(actor, input, now),
});

export const markCallsSeen = action({
  scope: "api-keys:manage",
  input: SeenCalls,
  run: async (actor, input, now) => {
    await seenCalls.markCallsSeen(actor, input, now);
    return null;
  },
});
