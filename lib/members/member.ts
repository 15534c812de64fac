import type { Role } from "@/lib/access/roles";
import type { Traffic } from "@/lib/usage/evidence";

/** A member as admins see one. */
export type Member = {
  id: string;
  name: string;
  email: string;
  role: Role;
  created_at: Date;
  /** When they were removed; null for a present member. */
  disabled_at: Date | null;
  last_sign_in: Date | null;
  /** How many living keys they own. */
  keys: number;
};

/** `void`: whoever invited is no admin any more. */
export type InvitationState = "open" | "void" | "expired" | "withdrawn" | "accepted";

/** An invitation as admins see it. */
export type ListedInvitation = {
  id: string;
  email: string;
  role: Role;
  state: InvitationState;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
};

/** An invitation that was just made, with the link that is never available again. */
export type NewInvitation = { id: string; email: string; expires_at: Date; link: string; isMailed: boolean };

/** What somebody is invited to. */
export type ShownInvitation = { organization: string; inviter: string; email: string; role: Role };

/** A living key that a leaver would leave behind. */
export type OwnedKey = {
  id: string;
  name: string;
  key_prefix: string;
  last_four: string;
  scopes: string[];
  enabled: boolean;
  /** When it dies by itself. */
  expires_at: Date | null;
  last_used_at: Date | null;
  /** The name of the key that made it. */
  made_by: string | null;
  traffic: Traffic;
};

/** What somebody leaves behind. */
export type Belongings = {
  person: Pick<Member, "id" | "name" | "email" | "role" | "disabled_at">;
  /** Whether nobody would be left who manages the organization. */
  isLastAdmin: boolean;
  /** Living ones, those last used first. */
  keys: OwnedKey[];
  /** Those in force. */
  webhooks: { id: string; url: string; events: string[] }[];
  /** How many living keys of others' they were given the secret of. */
  known: number;
};

/** Somebody to whom a key can be handed over. */
export type Heir = Pick<Member, "id" | "name" | "email" | "role">;
