import type { z } from "zod";
import type { Answer } from "@/lib/errors";
import type { NewInvitation, ShownInvitation } from "@/lib/members/member";
import type { AcceptInvitation, Invite, PersonAndRole, RemoveMember } from "@/lib/members/schema";

/** What the pages of members ask of the server. */
export type MemberActions = {
  invite: (input: z.input<typeof Invite>) => Promise<Answer<NewInvitation>>;
  revokeInvitation: (input: { id: string }) => Promise<Answer<null>>;
  changeRole: (input: z.input<typeof PersonAndRole>) => Promise<Answer<null>>;
  restore: (input: z.input<typeof PersonAndRole>) => Promise<Answer<null>>;
  remove: (input: z.input<typeof RemoveMember>) => Promise<Answer<{ kept: number; stopped: number }>>;
};

/** What an invited person asks of the server. */
export type InvitationActions = {
  show: (input: { token: string }) => Promise<Answer<ShownInvitation>>;
  accept: (input: z.input<typeof AcceptInvitation>) => Promise<Answer<null>>;
};
