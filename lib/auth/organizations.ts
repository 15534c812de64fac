import { z } from "zod";
import { operator } from "@/lib/access/actor";
import type { Plan } from "@/lib/access/plans";
import { change } from "@/lib/change";
import { db, lockRow, type Tx } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";

const Id = z.uuid();

/**
 * The organization with this id or name, or null. Names need not be unique: throws a 422 where several have it, since
 * an operator must then say which by id.
 */
export async function findOrganization(
  tx: Tx,
  nameOrId: string,
): Promise<{ id: string; name: string } | null> {
  const isId = Id.safeParse(nameOrId).success;
  const found = await tx.organization.findMany({
    where: isId ? { id: nameOrId } : { name: nameOrId },
    select: { id: true, name: true },
    take: 2,
  });
  if (found.length > 1) throw invalid("organization", "organization is the name of several: give its id");
  if (isId && found.length === 0) throw new AppError("not_found", `No organization has the id ${nameOrId}`);
  return found[0] ?? null;
}

/** Puts an organization, by name or id, on a plan; its rate limit follows. Throws a 404 where there is none. */
export async function setPlan(nameOrId: string, plan: Plan): Promise<void> {
  const organization = await findOrganization(db(), nameOrId);
  if (!organization) throw new AppError("not_found", `No organization is called ${nameOrId}`);
  await change(operator(organization.id), async (tx, record) => {
    await lockRow(tx, "organizations", organization.id, organization.id);
    const before = await tx.organization.findUniqueOrThrow({
      where: { id: organization.id },
      select: { plan: true },
    });
    await tx.organization.update({ where: { id: organization.id }, data: { plan } });
    record.stale("organization", organization.id);
    record.audit("organization.plan_changed", "organization", organization.id, {
      plan: { from: before.plan, to: plan },
    });
  });
}
