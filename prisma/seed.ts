import { operator } from "@/lib/access/actor";
import { createAccount } from "@/lib/auth/accounts";
import { NewAccount } from "@/lib/auth/schema";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { demoCandidates } from "./demo-candidates";

/** Known by its id: whoever signs up may give an organization of their own the same name. */
const ORGANIZATION = {
  id: "019ab000-0000-7000-8000-000000000001",
  name: "Northwind Recruiting",
  plan: "pro",
} as const;

/**
 * Makes the demo organization, its candidates and the account that is its admin. Where the account exists, nothing is
 * touched: what people have changed or deleted stays so. Throws a 422 for an e-mail or password that is refused.
 */
export async function seed(account: { email: string; password: string }): Promise<void> {
  const admin = NewAccount.parse({
    ...account,
    name: "Demo Admin",
    organization: ORGANIZATION.id,
    role: "admin",
  });
  if (await db().user.findUnique({ where: { email: admin.email }, select: { id: true } })) return;
  await seedOrganization();
  // Last: its presence says that the seeding is complete.
  await createAccount(admin);
}

async function seedOrganization(): Promise<void> {
  if (await db().organization.findUnique({ where: { id: ORGANIZATION.id }, select: { id: true } })) return;
  const candidates = demoCandidates(new Date());
  await change(operator(ORGANIZATION.id), async (tx, record) => {
    await tx.organization.create({ data: ORGANIZATION });
    await tx.candidate.createMany({
      data: candidates.map((candidate) => ({ ...candidate, organization_id: ORGANIZATION.id })),
    });
    record.audit("organization.created", "organization", ORGANIZATION.id, { name: ORGANIZATION.name });
  });
}
