import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { ownDatabase } from "@/lib/testing/own-database";
import { makePerson } from "@/lib/testing/seed";
import { type Statement, statementsOf } from "@/lib/testing/statements";
import { makeDelivery, makeWebhook, tell } from "@/lib/testing/webhook";
import type { ThrowAway } from "@/scripts/test/throw-away-database";
import { claim } from "./claim";
import { dispatch } from "./dispatch";
import { disableFailing } from "./long-failing";
import { sweepDeliveries } from "./prune";
import { sendOverdue } from "./waiting";

const MANY = 20_000;

let database: ThrowAway;
let due: string;

/** What a busy installation has: nearly everything delivered, little that waits. */
beforeAll(async () => {
  database = await ownDatabase();
  const owner = await makePerson();
  const webhook = await makeWebhook(owner, "https://hooks.example.com/");
  const { organization_id } = owner;
  await db().$executeRaw`
    INSERT INTO events (id, organization_id, type, data, to_dispatch)
    SELECT gen_random_uuid(), ${organization_id}::uuid, 'candidate.created', '{}', false FROM generate_series(1, ${MANY})`;
  await db().$executeRaw`
    INSERT INTO deliveries (id, organization_id, webhook_id, event_id, event_type, status)
    SELECT gen_random_uuid(), organization_id, ${webhook.id}::uuid, id, type, 'delivered' FROM events`;
  await tell(owner);
  due = (await makeDelivery(webhook.id, { next_attempt_at: new Date(0) })).id;
  await db().$executeRaw`ANALYZE`;
}, 120_000);
afterAll(() => database.remove());

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function explain({ text, values }: Statement): Promise<Plan> {
  const [row] = await db().$queryRawUnsafe<{ "QUERY PLAN": { Plan: Plan }[] }[]>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    ...values,
  );
  return row?.["QUERY PLAN"][0]?.Plan as Plan;
}

const OURS = /\b(?:events|deliveries)\b/;

test.each<[string, () => Promise<unknown>]>([
  ["finding what is overdue", () => sendOverdue(new Date())],
  ["claiming", () => claim([due], new Date())],
  ["dispatching", () => dispatch(new Date())],
  ["finding receivers that only fail", () => disableFailing(new Date())],
  ["removing what is old", () => sweepDeliveries(new Date())],
])("%s reads no table as a whole", async (_, run) => {
  const statements = (await statementsOf(run)).filter(({ text }) => OURS.test(text));
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) {
    const scanned = nodesOf(await explain(statement)).filter((node) => node["Node Type"] === "Seq Scan");
    const tables = scanned.map((node) => node["Relation Name"]);
    expect(
      tables.filter((table) => table && OURS.test(table)),
      statement.text,
    ).toEqual([]);
  }
});
