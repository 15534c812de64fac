"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requireFreshProof } from "@/lib/access/actor";
import { action } from "./action";
import * as proof from "./prove";
import { ProvePassword } from "./schema";
import { leaveSession, requireSessionId } from "./session";

/** Signs out: the session ends for good, wherever its cookie may have gone. */
export async function signOut(): Promise<void> {
  await leaveSession();
  redirect("/sign-in");
}

/** Takes the password as a new proof of who this is. */
export const provePassword = action({
  input: ProvePassword,
  run: async (actor, input, now) => {
    await proof.provePassword(actor, await requireSessionId(), input, now);
    return null;
  },
});

/** Asks whether the last proof of who this is is new enough, before something that is no action of ours is begun. */
export const requireProof = action({
  input: z.strictObject({}),
  run: async (actor, _, now) => {
    requireFreshProof(actor, now);
    return null;
  },
});
