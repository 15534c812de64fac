import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { appendAudit, type NewEntry } from "@/lib/audit/append";
import { makeOrganization, makePerson } from "@/lib/testing/seed";
import { db, isDatabaseAway, lockRow, lockRows, lockText, openDatabase, type Tx, tryLockText } from "./db";

const entry = (organization_id: string): NewEntry => ({
  organization_id,
  actor_kind: "operator",
  actor_id: null,
  owner_id: null,
  action: "department.created",
  target_type: "department",
  target_id: randomUUID(),
  changes: {},
  address: null,
  user_agent: null,
  request_id: null,
  created_at: new Date(),
});

test.each<{ what: string; lock: (tx: Tx, organizationId: string, userId: string) => Promise<unknown> }>([
  { what: "a text", lock: (tx) => lockText(tx, randomUUID()) },
  { what: "a text that nobody held", lock: (tx) => tryLockText(tx, randomUUID()) },
  { what: "a row", lock: (tx, id) => lockRow(tx, "organizations", id, id) },
  { what: "several rows", lock: (tx, id, userId) => lockRows(tx, "users", id, [userId]) },
  { what: "an organization's trail", lock: (tx, id) => appendAudit(tx, [entry(id)]) },
])("whoever has locked $what and falls silent loses it", async ({ lock }) => {
  const organization = await makeOrganization();
  const { id } = await makePerson("admin", organization);
  const [row] = await db().$transaction(async (tx) => {
    await lock(tx, organization.id, id);
    return tx.$queryRaw<{ silence: string }[]>`
      SELECT current_setting('idle_in_transaction_session_timeout') AS silence`;
  });
  expect(row?.silence).toBe("5s");
});

test("a transaction that was given up for a statement without an answer is no part of the next", async () => {
  const database = openDatabase({ max: 1, query_timeout: 2_000 });
  const [lost, kept] = [randomUUID(), randomUUID()];
  const note = (tx: Tx, name: string) => tx.chore.create({ data: { name, due_at: new Date() } });
  const slow = database.$transaction(async (tx) => {
    await note(tx, lost);
    await tx.$executeRaw`SELECT pg_sleep(5)`;
  });
  await expect(slow).rejects.toThrow();
  await database.$transaction((tx) => note(tx, kept));
  await database.$disconnect();
  const found = await db().chore.findMany({ where: { name: { in: [lost, kept] } }, select: { name: true } });
  expect(found).toEqual([{ name: kept }]);
});

test.each([
  { code: "53100", what: "a disk that is full", isAway: true },
  { code: "53200", what: "memory that is used up", isAway: true },
  { code: "22023", what: "a fault of ours", isAway: false },
])("$what means that the database is away for now: $isAway", async ({ code, isAway }) => {
  const raise = `DO $$ BEGIN RAISE EXCEPTION 'told' USING ERRCODE = '${code}'; END $$`;
  const error = await db()
    .$executeRawUnsafe(raise)
    .catch((error: unknown) => error);
  expect(isDatabaseAway(error)).toBe(isAway);
});
