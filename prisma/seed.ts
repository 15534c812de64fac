import { randomBytes, randomUUIDv7 } from "node:crypto";
import { operator } from "@/lib/access/actor";
import { createAccount } from "@/lib/auth/accounts";
import { NewAccount } from "@/lib/auth/schema";
import { change } from "@/lib/change";
import { db, type Tx } from "@/lib/db";
import { DEPARTMENTS, demoJobs, skillsOf } from "./demo/jobs";
import { demoPeople } from "./demo/people";
import { type Opening, pipelineOf, type Rows } from "./demo/pipeline";
import { randomFrom } from "./demo/random";

/** Known by its id: whoever signs up may give an organization of their own the same name. */
const ORGANIZATION = {
  id: "019ab000-0000-7000-8000-000000000001",
  name: "Northwind Recruiting",
  plan: "pro",
} as const;

/** Who wrote the notes. They have no password and sign in nowhere. */
const COLLEAGUES = [
  { name: "Priya Nair", email: "priya@northwind.prepzo.test", role: "recruiter" },
  { name: "Tom Ashworth", email: "tom@northwind.prepzo.test", role: "hiring_manager" },
] as const;

const CANDIDATES = 400;
/** The story is the same every time but for its dates. */
const SEED = 2026;
const BATCH = 2_000;

/**
 * Makes the demo organization with a year of hiring in it, and the account that is its admin. Where the account exists,
 * nothing is touched: what people have changed or deleted stays so. Throws a 422 for an e-mail or password that is
 * refused.
 */
export async function seed(account: { email: string; password: string }): Promise<void> {
  const admin = NewAccount.parse({
    ...account,
    name: "Demo Admin",
    organization: ORGANIZATION.id,
    role: "admin",
  });
  if (await db().user.findUnique({ where: { email: admin.email }, select: { id: true } })) return;
  await seedOrganization(new Date());
  // Last: its presence says that the seeding is complete.
  await createAccount(admin);
}

async function seedOrganization(now: Date): Promise<void> {
  const { id: organization_id, name } = ORGANIZATION;
  if (await db().organization.findUnique({ where: { id: organization_id }, select: { id: true } })) return;
  const random = randomFrom(SEED);
  const departments = DEPARTMENTS.map((name) => ({ id: randomUUIDv7(), organization_id, name }));
  const colleagues = COLLEAGUES.map((colleague) => ({ id: randomUUIDv7(), organization_id, ...colleague }));
  const jobs = demoJobs(now);
  const authors = colleagues.map(({ id }) => id);
  const rows = pipelineOf(demoPeople(CANDIDATES, random), { organization_id, jobs, authors, now, random });

  await change(operator(organization_id), async (tx, record) => {
    await tx.organization.create({ data: ORGANIZATION });
    await tx.user.createMany({ data: colleagues });
    await tx.department.createMany({ data: departments });
    await tx.job.createMany({
      data: jobs.map(({ department, skills: _, ...job }) => ({
        ...job,
        organization_id,
        department_id: departments.find(({ name }) => name === department)?.id,
        updated_at: job.closed_at ?? job.opened_at ?? job.created_at,
      })),
    });
    await write(tx, rows);
    record.audit("organization.created", "organization", organization_id, { name });
  });
}

/**
 * Adds so many candidates, with what became of them, to the demo organization.
 * @param tell is told how many there are so far
 */
export async function addCandidates(count: number, tell: (done: number) => void): Promise<void> {
  const { id: organization_id } = ORGANIZATION;
  const now = new Date();
  // Other people each time, so that it can be done again.
  const mark = `.${randomBytes(3).toString("hex")}`;
  const random = randomFrom(randomBytes(4).readInt32LE());
  const jobs = await openings(organization_id);
  for (let done = 0; done < count; ) {
    const people = demoPeople(Math.min(BATCH, count - done), random, CANDIDATES + done);
    const rows = pipelineOf(people, { organization_id, jobs, authors: [], now, random }, `${mark}.${done}`);
    await change(operator(organization_id), async (tx, record) => {
      await write(tx, rows);
      record.audit("organization.filled", "organization", organization_id, { candidates: people.length });
    });
    done += people.length;
    tell(done);
  }
}

async function openings(organization_id: string): Promise<Opening[]> {
  const jobs = await db().job.findMany({ where: { organization_id, opened_at: { not: null } } });
  return jobs.map(({ title, salary_min, salary_max, currency, ...job }) => ({
    ...job,
    skills: skillsOf(title),
    salary_min: salary_min ?? 50_000,
    salary_max: salary_max ?? 90_000,
    currency: currency ?? "EUR",
  }));
}

/** As JSON, which PostgreSQL unpacks: some four times as quick as a parameter for each value. */
async function write(tx: Tx, rows: Rows): Promise<void> {
  for (const [table, list] of Object.entries(rows)) {
    await tx.$executeRawUnsafe(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      JSON.stringify(list),
    );
  }
}
