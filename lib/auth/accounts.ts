import { operator } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { change } from "@/lib/change";
import { db, lockRow, lockText } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { requireOtherAdmin } from "./last-admin";
import { emailTaken, insertUser, newId } from "./new-user";
import { findOrganization } from "./organizations";
import { hashPassword } from "./password";
import { requireStrongPassword } from "./password-strength";
import type { NewAccount } from "./schema";
import { shutOut } from "./shut-out";

/** An account as operators see it. */
export type Account = { id: string; email: string; role: Role; organization: { id: string; name: string } };

/**
 * Makes an account for an operator, in the organization of that name or id; one that does not exist is made, on the
 * free plan. An organization's first account is its admin; who comes after that is a viewer unless a role is given.
 * Throws a 422 at `email`, `password`, `role` or, where several organizations have that name, `organization`.
 */
export async function createAccount(input: NewAccount): Promise<Account> {
  const name = input.name ?? (input.email.split("@")[0] as string);
  requireStrongPassword(input.password, { name, email: input.email, organization: input.organization });
  if (await db().user.findUnique({ where: { email: input.email }, select: { id: true } })) throw emailTaken();
  const password_hash = await hashPassword(input.password);
  return insertAccount({ ...input, name, password_hash });
}

async function insertAccount(
  input: Omit<NewAccount, "password"> & { name: string; password_hash: string },
): Promise<Account> {
  const { name, email, password_hash } = input;
  const found = await findOrganization(db(), input.organization);
  const organization = found ?? { id: newId(), name: input.organization };

  const account = await change(operator(organization.id), async (tx, record) => {
    if (!found) {
      // Two commands that name the same new organization make it once: who comes second begins anew.
      await lockText(tx, `organization ${organization.name}`);
      if (await findOrganization(tx, organization.name)) return null;
      await tx.organization.create({ data: organization });
      record.audit("organization.created", "organization", organization.id, { name: organization.name });
    }
    await lockRow(tx, "organizations", organization.id, organization.id);
    const others = await tx.user.count({ where: { organization_id: organization.id } });
    const role = input.role ?? (others === 0 ? "admin" : "viewer");
    if (others === 0 && role !== "admin") {
      throw invalid("role", "the first account of an organization must be its admin");
    }
    const id = newId();
    await insertUser(tx, { id, organization_id: organization.id, name, email, role, password_hash });
    record.audit("user.created", "user", id, { email, role });
    return { id, email, role, organization };
  });
  return account ?? insertAccount(input);
}

/** All accounts of the installation by organization and e-mail, for operators. */
export async function listAccounts() {
  return db().user.findMany({
    orderBy: [{ organization: { name: "asc" } }, { organization_id: "asc" }, { email: "asc" }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      disabled_at: true,
      organization: { select: { id: true, name: true, plan: true } },
    },
  });
}

/**
 * Shuts an account out for an operator: its sessions and its calendar's address end, its keys stop. Again changes nothing. Throws a 404 for an
 * unknown e-mail and a 409 for an organization's last admin.
 */
export async function disableAccount(email: string): Promise<void> {
  const now = new Date();
  const user = await db().user.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, organization_id: true },
  });
  if (!user) throw new AppError("not_found", `No account has the e-mail ${email}`);
  await change(operator(user.organization_id), async (tx, record) => {
    await requireOtherAdmin(tx, user.organization_id, user.id);
    const { count } = await tx.user.updateMany({
      where: { id: user.id, organization_id: user.organization_id, disabled_at: null },
      data: { disabled_at: now },
    });
    if (count === 0) return;
    await shutOut(tx, user.id, now);
    record.stale("owner", user.id);
    record.audit("user.disabled", "user", user.id);
  });
}
