import { randomUUIDv7 } from "node:crypto";
import type { Role } from "@/lib/access/roles";
import { type Tx, violatedConstraint } from "@/lib/db";
import { invalid } from "@/lib/errors";

/** What an account is made from, its password already hashed; null for people who come through a provider. */
export type NewUser = {
  id: string;
  organization_id: string;
  name: string;
  email: string;
  role: Role;
  password_hash: string | null;
};

/** An id for a row that its own audit entry must name before it exists. */
export function newId(): string {
  return randomUUIDv7();
}

/** Within a transaction: writes an account. Throws a 422 for the field `email` where the installation has it already. */
export async function insertUser(tx: Tx, user: NewUser): Promise<void> {
  try {
    await tx.user.create({ data: user, select: { id: true } });
  } catch (error) {
    if (violatedConstraint(error) === "users_email_key") throw emailTaken();
    throw error;
  }
}

export function emailTaken() {
  return invalid("email", "email already has an account");
}
