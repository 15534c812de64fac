import { randomBytes } from "node:crypto";
import type { Role } from "@/lib/access/roles";
import { createAccount } from "@/lib/auth/accounts";

/** Makes an account that can sign in, alone in an organization of its own unless one is named. */
export async function makeAccount(more: { organization?: string; role?: Role } = {}) {
  const mark = randomBytes(6).toString("hex");
  const password = `maple-${mark}-harbour`;
  const input = {
    name: `Test ${mark}`,
    email: `${mark}@example.test`,
    organization: `Test ${mark}`,
    ...more,
  };
  return { ...(await createAccount({ ...input, password })), name: input.name, password };
}
