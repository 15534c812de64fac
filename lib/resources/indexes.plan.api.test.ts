import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { type Actor, operator } from "@/lib/access/actor";
import type { Call, Endpoint } from "@/lib/api/endpoint";
import type { Listed } from "@/lib/api/envelope";
import { db } from "@/lib/db";
import { makeLargeOrganization, SIZES } from "@/lib/testing/large-organization";
import { type Statement, statementsOf } from "@/lib/testing/statements";
import { applications } from "./applications";
import { candidates } from "./candidates";
import { interviews } from "./interviews";
import { jobs } from "./jobs";
import { offers } from "./offers";

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });

let actor: Actor;
let ids: { department: string; job: string; candidate: string; application: string };

beforeAll(async () => {
  await client.connect();
  const { id } = await makeLargeOrganization(client);
  actor = operator(id);
  const where = { organization_id: id };
  const application = await db().application.findFirstOrThrow({ where });
  const { department_id } = await db().job.findFirstOrThrow({ where });
  ids = {
    department: String(department_id),
    job: application.job_id,
    candidate: application.candidate_id,
    application: application.id,
  };
}, 180_000);

afterAll(() => client.end());

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
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    values,
  );
  return rows[0]?.["QUERY PLAN"][0]?.Plan as Plan;
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
    const plan = await explain(statement);
    const used = nodesOf(plan).flatMap((node) => node["Index Name"] ?? []);
    expect(used.sort(), JSON.stringify(plan)).toEqual([
      "candidates_email_trgm_idx",
      "candidates_full_name_trgm_idx",
    ]);
  }
});

test("a page far down costs by cursor what the first one costs, and is not counted again", async () => {
  const first = await ask("candidates", {});
  const { meta } = (await ask("candidates", { offset: "90000" })).page;
  const deep = await ask("candidates", { cursor: String(meta.cursor) });
  expect(deep.page.meta).toMatchObject({ total: SIZES.candidates, offset: 90_050, has_more: true });
  expect(deep.statements).toHaveLength(1);
  const blocks = async ([statement]: Statement[]) =>
    (await explain(statement as Statement))["Shared Hit Blocks"] as number;
  expect(await blocks(deep.statements)).toBeLessThan((await blocks(first.statements)) + 20);
});
