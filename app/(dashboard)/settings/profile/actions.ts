"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/auth/action";
import * as password from "@/lib/auth/change-password";
import { unlink } from "@/lib/auth/linked-providers";
import { PROVIDER_IDS } from "@/lib/auth/provider-list";
import { ChangePassword } from "@/lib/auth/schema";
import { dropSessionCookie, requireActor, requireSessionId } from "@/lib/auth/session";
import { endAllSessions } from "@/lib/auth/session-store";

export const changePassword = formAction({
  input: ChangePassword,
  run: async (actor, input, now) => {
    await password.changePassword(actor, await requireSessionId(), input, now);
    return null;
  },
});

export const unlinkProvider = formAction({
  input: z.strictObject({ provider: z.enum(PROVIDER_IDS) }),
  run: async (actor, { provider }) => {
    await unlink(actor, provider);
    refresh();
    return null;
  },
});

export async function signOutEverywhere(): Promise<void> {
  await endAllSessions(await requireActor(), new Date());
  await dropSessionCookie();
  redirect("/sign-in");
}
