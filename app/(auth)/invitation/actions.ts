"use server";

import { z } from "zod";
import { callOrigin } from "@/lib/auth/call-origin";
import { failureOf } from "@/lib/auth/failure";
import { beginSession } from "@/lib/auth/session";
import type { Answer } from "@/lib/errors";
import { parse } from "@/lib/faults";
import * as invitation from "@/lib/members/accept";
import type { ShownInvitation } from "@/lib/members/member";
import { AcceptInvitation, InvitationToken } from "@/lib/members/schema";

/** Tells whoever has an invitation's secret what it offers. Changes nothing. */
export async function showInvitation(sent: { token: string }): Promise<Answer<ShownInvitation>> {
  const origin = await callOrigin();
  const input = parse(z.strictObject({ token: InvitationToken }), sent);
  if (!input.ok) return { ok: false, errors: input.faults };
  try {
    return { ok: true, data: await invitation.showInvitation(input.data.token, origin, new Date()) };
  } catch (error) {
    return { ok: false, errors: failureOf(error, origin.requestId).faults };
  }
}

/** Makes the account and signs in; or answers what to mend. */
export async function acceptInvitation(sent: z.input<typeof AcceptInvitation>): Promise<Answer<null>> {
  const origin = await callOrigin();
  const input = parse(AcceptInvitation, sent);
  if (!input.ok) return { ok: false, errors: input.faults };
  try {
    await beginSession(await invitation.acceptInvitation(input.data, origin, new Date()), "invitation");
    return { ok: true, data: null };
  } catch (error) {
    return { ok: false, errors: failureOf(error, origin.requestId).faults };
  }
}
