import { beforeAll, describe, expect, test, vi } from "vitest";
import type { z } from "zod";
import { type Actor, operator } from "@/lib/access/actor";
import type { Call, Endpoint } from "@/lib/api/endpoint";
import type { Listed } from "@/lib/api/envelope";
import { db } from "@/lib/db";
import { makeOrganization } from "@/lib/testing/seed";
import { type Statement, statementsOf } from "@/lib/testing/statements";
import { applications } from "./applications";
import { candidates } from "./candidates";
import { interviews } from "./interviews";
import { jobs } from "./jobs";
import { offers } from "./offers";

const CANDIDATES = 100_000;
/** So that no statement comes near the time that the pool gives one, on the slowest machine. */
const PORTION = 5_000;
const OTHERS = 20_000;
const JOBS = 2_000;

let actor: Actor;
let ids: { department: string; job: string; candidate: string; application: string };

beforeAll(async () => {
  const { id } = await makeOrganization();
  actor = operator(id);
  await db().$transaction(
    async (tx) => {
      // Committed to the disk, or else VACUUM finds rows whose end is not certain yet and leaves them alone.
      await tx.$executeRaw`SET LOCAL synchronous_commit = on`;
      for (let from = 1; from <= CANDIDATES; from += PORTION) {
        await tx.$executeRaw`
          INSERT INTO candidates (id, organization_id, full_name, email, tags, source, created_at)
          SELECT gen_random_uuid(), ${id}::uuid, md5(n::text), md5(n || 'e') || '@candidate.test',
            ARRAY['tag' || n % 1000], 'source' || n % 20, now() - n * interval '1 minute'
          FROM generate_series(${from}::int, ${from + PORTION - 1}::int) AS n`;
      }
      await tx.$executeRaw`
        INSERT INTO departments (id, organization_id, name)
        SELECT gen_random_uuid(), ${id}::uuid, 'Department ' || n FROM generate_series(1, 20) AS n`;
      await tx.$executeRaw`
        INSERT INTO jobs (id, organization_id, title, description, status, department_id, location_type, created_at)
        SELECT gen_random_uuid(), ${id}::uuid, 'Job', repeat(md5(n::text), 20), (enum_range(NULL::job_status))[1 + n % 4], d.id,
          (enum_range(NULL::location_type))[1 + n % 3], now() - n * interval '1 hour'
        FROM (SELECT id, row_number() OVER () AS place FROM departments WHERE organization_id = ${id}::uuid) AS d
        JOIN generate_series(1, ${JOBS}::int) AS n ON n % 20 = d.place - 1`;
      await tx.$executeRaw`
        INSERT INTO applications (id, organization_id, candidate_id, job_id, status, created_at)
        SELECT gen_random_uuid(), ${id}::uuid, c.id, j.id, (enum_range(NULL::application_status))[1 + c.place % 6],
          c.created_at
        FROM (
          SELECT id, created_at, row_number() OVER () AS place FROM candidates
          WHERE organization_id = ${id}::uuid LIMIT ${OTHERS}::int
        ) AS c
        JOIN (SELECT id, row_number() OVER () AS place FROM jobs WHERE organization_id = ${id}::uuid) AS j
          ON j.place - 1 = c.place % ${JOBS}::int`;
      await tx.$executeRaw`
        INSERT INTO interviews (id, organization_id, application_id, status, scheduled_at, created_at)
        SELECT gen_random_uuid(), ${id}::uuid, a.id, (enum_range(NULL::interview_status))[1 + a.place % 3],
          a.created_at + interval '7 days', a.created_at
        FROM (SELECT *, row_number() OVER () AS place FROM applications WHERE organization_id = ${id}::uuid) AS a`;
      await tx.$executeRaw`
        INSERT INTO offers (id, organization_id, application_id, status, created_at)
        SELECT gen_random_uuid(), ${id}::uuid, a.id, (enum_range(NULL::offer_status))[1 + a.place % 4], a.created_at
        FROM (SELECT *, row_number() OVER () AS place FROM applications WHERE organization_id = ${id}::uuid) AS a`;
    },
    { timeout: 60_000 },
  );
  // Rows that somebody's transaction might not see yet are left out: again, until it is over.
  for (const table of Object.keys(LISTS)) {
    await vi.waitUntil(async () => (await vacuum(table)) > 0.95, { timeout: 60_000 });
  }
  const where = { organization_id: id };
  const application = await db().application.findFirstOrThrow({ where });
  const { department_id } = await db().job.findFirstOrThrow({ where });
  ids = {
    department: String(department_id),
    job: application.job_id,
    candidate: application.candidate_id,
    application: application.id,
  };
}, 120_000);

/** Returns the share of a table's pages that an index can answer for alone. */
async function vacuum(table: string): Promise<number> {
  await db().$executeRawUnsafe(`VACUUM ANALYZE ${table}`);
  const [row] = await db().$queryRaw<{ share: number }[]>`
    SELECT relallvisible / greatest(relpages, 1)::float8 AS share FROM pg_class WHERE oid = ${table}::regclass`;
  return row?.share ?? 0;
}

const LISTS = { candidates, jobs, applications, interviews, offers };
type Plan = { "Node Type": string; "Index Name"?: string; "Shared Hit Blocks"?: number; Plans?: Plan[] };

/** Asks for a page in this process, as the API would, and returns it with the statements that it took. */
async function ask(name: keyof typeof LISTS, query: Record<string, string>) {
  const list = LISTS[name].list as unknown as Endpoint;
  let page: unknown;
  const statements = await statementsOf(async () => {
    const given = { params: {}, query: (list.query as z.ZodObject).parse(query), body: {} };
    page = await list.run({ actor, now: new Date(), ...given } as Call);
  });
  return { statements, page: page as Listed<{ id: string }> };
}

async function explain({ text, values }: Statement): Promise<Plan> {
  const explained = await db().$queryRawUnsafe<{ "QUERY PLAN": { Plan: Plan }[] }[]>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    ...values,
  );
  return explained[0]?.["QUERY PLAN"][0]?.Plan as Plan;
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const QUERIES: [keyof typeof LISTS, () => Record<string, string>][] = [
  ["candidates", () => ({})],
  ["candidates", () => ({ offset: "50000" })],
  ["candidates", () => ({ search: "abc" })],
  ["candidates", () => ({ search: "a1b2c3@CANDIDATE" })],
  ["candidates", () => ({ tag: "tag7" })],
  ["candidates", () => ({ source: "source7" })],
  ["candidates", () => ({ created_after: day(1) })],
  ["candidates", () => ({ created_before: day(60) })],
  ["candidates", () => ({ created_before: day(30), created_after: day(31), source: "source7", tag: "tag7" })],
  ["jobs", () => ({})],
  ["jobs", () => ({ status: "all" })],
  ["jobs", () => ({ status: "open" })],
  ["jobs", () => ({ department_id: ids.department })],
  ["jobs", () => ({ location_type: "remote", status: "all" })],
  ["applications", () => ({})],
  ["applications", () => ({ job_id: ids.job })],
  ["applications", () => ({ status: "offer" })],
  ["applications", () => ({ candidate_id: ids.candidate })],
  ["interviews", () => ({})],
  ["interviews", () => ({ application_id: ids.application })],
  ["interviews", () => ({ status: "cancelled" })],
  ["interviews", () => ({ scheduled_after: day(-6), scheduled_before: day(-5) })],
  ["offers", () => ({})],
  ["offers", () => ({ application_id: ids.application })],
  ["offers", () => ({ status: "withdrawn" })],
];

describe("no list reads a whole table", () => {
  test.each(QUERIES.map(([name, query], place) => ({ name, query, place })))(
    "$name, query $place",
    async ({ name, query }) => {
      const { statements } = await ask(name, query());
      expect(statements).toHaveLength(2);
      for (const statement of statements) {
        const nodes = nodesOf(await explain(statement));
        expect(nodes.map((node) => node["Node Type"])).not.toContain("Seq Scan");
      }
    },
  );
});

test("a search goes by the trigrams of name and address, for the rows and for their number", async () => {
  const { statements } = await ask("candidates", { search: "a1b2c3" });
  for (const statement of statements) {
    const used = nodesOf(await explain(statement)).flatMap((node) => node["Index Name"] ?? []);
    expect(used.sort()).toEqual(["candidates_email_trgm_idx", "candidates_full_name_trgm_idx"]);
  }
});

test("a page far down costs by cursor what the first one costs, and is not counted again", async () => {
  const first = await ask("candidates", {});
  const { meta } = (await ask("candidates", { offset: "90000" })).page;
  const deep = await ask("candidates", { cursor: String(meta.cursor) });
  expect(deep.page.meta).toMatchObject({ total: CANDIDATES, offset: 90_050, has_more: true });
  expect(deep.statements).toHaveLength(1);
  const blocks = async ([statement]: Statement[]) =>
    (await explain(statement as Statement))["Shared Hit Blocks"] as number;
  expect(await blocks(deep.statements)).toBeLessThan((await blocks(first.statements)) + 20);
});
