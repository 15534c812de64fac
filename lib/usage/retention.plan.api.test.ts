import { randomUUIDv7 } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { statementsOf } from "@/lib/testing/statements";
import { sweepUsage } from "./retention";

const KEYS = 20;
/** The last key has so many, each other one a few. */
const REQUESTS = 3_000;

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

type Plan = { "Actual Loops": number; Plans?: Plan[] };
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

test("what a busy key has too much is looked for once, and not again for each of its requests", async () => {
  const owner = await makePerson();
  const keys = await Promise.all(Array.from({ length: KEYS }, () => makeKey(owner, ["read"])));
  const requestOf = (key_id: string) => ({
    id: randomUUIDv7(),
    organization_id: owner.organization_id,
    key_id,
    at: new Date(),
    method: "GET",
    path: "/jobs",
    status: 200,
    dead: false,
    duration_ms: 1,
    address: "192.0.2.1",
    user_agent: "",
  });
  const data = keys.flatMap(({ id }, index) =>
    Array.from({ length: index === KEYS - 1 ? REQUESTS : 5 }, () => requestOf(id)),
  );
  const statements = await statementsOf(() => sweepUsage(new Date()));
  const trim = statements.find(({ text }) => text.includes("DELETE FROM key_requests r"));
  await db().keyRequest.createMany({ data });

  const { rows } = await client.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${trim?.text}`,
    trim?.values,
  );
  const loops = nodesOf(rows[0]?.["QUERY PLAN"][0]?.Plan as Plan).map((node) => node["Actual Loops"]);
  // Three kinds of requests for each key.
  expect(Math.max(...loops)).toBeLessThanOrEqual(3 * KEYS);
  expect(await db().keyRequest.count({ where: { key_id: keys.at(-1)?.id } })).toBe(1_000);
});
