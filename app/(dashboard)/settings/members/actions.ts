"use server";

import { z } from "zod";
import { action } from "@/lib/auth/action";
import * as role from "@/lib/auth/change-role";
import * as invitations from "@/lib/members/invite";
import { removeMember } from "@/lib/members/remove";
import { restoreMember } from "@/lib/members/restore";
import * as withdrawal from "@/lib/members/revoke-invitation";
import { Invite, PersonAndRole, RemoveMember } from "@/lib/members/schema";

const scope = "api-keys:manage" as const;

export const invite = action({ scope, input: Invite, run: invitations.invite });

export const revokeInvitation = action({
  scope,
  input: z.strictObject({ id: z.uuid() }),
  run: async (actor, { id }, now) => {
    await withdrawal.revokeInvitation(actor, id, now);
    return null;
  },
});

export const changeRole = action({
  scope,
  input: PersonAndRole,
  run: async (actor, { id, role: next }, now) => {
    await role.changeRole(actor, id, next, now);
    return null;
  },
});

export const restore = action({
  scope,
  input: PersonAndRole,
  run: async (actor, { id, role: next }, now) => {
    await restoreMember(actor, id, next, now);
    return null;
  },
});

export const remove = action({ scope, input: RemoveMember, run: removeMember });
