import { randomUUID } from "node:crypto";
import { operator } from "@/lib/access/actor";
import type { Plan } from "@/lib/access/plans";
import type { Role } from "@/lib/access/roles";
import type { Scope } from "@/lib/access/scopes";
import { generateKeyFor } from "@/lib/api-keys/service";
import { db, type Prisma } from "@/lib/db";

export type Organization = { id: string; name: string; plan: Plan };
export type Person = { id: string; organization_id: string; name: string; email: string; role: Role };
export type Key = { id: string; key: string };

/** Makes an organization that no other test knows. */
export function makeOrganization(plan: Plan = "enterprise"): Promise<Organization> {
  return db().organization.create({
    data: { name: `Organization ${randomUUID()}`, plan },
    select: { id: true, name: true, plan: true },
  });
}

/** Makes a person with a role, in an organization of their own unless one is given. */
export async function makePerson(role: Role = "admin", organization?: Organization): Promise<Person> {
  const { id: organization_id } = organization ?? (await makeOrganization());
  return db().user.create({
    data: { organization_id, name: `Person ${randomUUID()}`, email: `${randomUUID()}@person.test`, role },
    select: { id: true, organization_id: true, name: true, email: true, role: true },
  });
}

/**
 * Makes a key with scopes for a person, by the same service as everybody.
 * @param columns set behind the service's back: what it refuses or cannot do, such as an expiry that is past
 */
export async function makeKey(
  owner: Person,
  scopes: Scope[],
  columns: Prisma.ApiKeyUncheckedUpdateInput = {},
): Promise<Key> {
  const input = { name: `Key ${randomUUID()}`, description: null, scopes, expires_at: null };
  const actor = operator(owner.organization_id);
  const { id, key } = await generateKeyFor(actor, owner.id, input, new Date());
  if (Object.keys(columns).length > 0) await db().apiKey.update({ where: { id }, data: columns });
  return { id, key };
}

/** The fields of a candidate that no other test makes. */
export function candidateFields(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { full_name: "Ada Lovelace", email: `${randomUUID()}@candidate.test`, ...fields };
}

/** Makes so many candidates in a person's organization. */
export async function makeCandidates({ organization_id }: Person, count: number): Promise<void> {
  const fields = () => ({ full_name: "Ada Lovelace", email: `${randomUUID()}@candidate.test` });
  await db().candidate.createMany({
    data: Array.from({ length: count }, () => ({ organization_id, ...fields() })),
  });
}
