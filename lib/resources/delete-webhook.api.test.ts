import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Actor, NOWHERE, person } from "@/lib/access/actor";
import { db } from "@/lib/db";
import { ownDatabase } from "@/lib/testing/own-database";
import { makePerson, type Person } from "@/lib/testing/seed";
import { makeDelivery, makeWebhook } from "@/lib/testing/webhook";
import type { ThrowAway } from "@/scripts/test/throw-away-database";
import { deleteWebhook } from "./webhook-service";

const MANY = 12_000;
const NOW = new Date();

let database: ThrowAway;
let owner: Person;
let actor: Actor;

beforeAll(async () => {
  database = await ownDatabase();
  // What no statement may do: remove more than a portion, or what a webhook has that still sends.
  await db().$executeRaw`
    CREATE FUNCTION only_portions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM gone) > 5000 THEN RAISE EXCEPTION 'too many'; END IF;
        IF EXISTS (SELECT FROM gone JOIN webhooks w ON w.id = webhook_id AND w.enabled) THEN RAISE EXCEPTION 'on'; END IF;
        RETURN NULL;
      END $$`;
  await db().$executeRaw`
    CREATE TRIGGER portions AFTER DELETE ON deliveries REFERENCING OLD TABLE AS gone
       FOR EACH STATEMENT EXECUTE FUNCTION only_portions()`;
}, 60_000);
afterAll(() => database.remove());
beforeEach(async () => {
  owner = await makePerson();
  actor = person(owner, NOWHERE, NOW);
});

const left = (webhook: { id: string }) => db().delivery.count({ where: { webhook_id: webhook.id } });
const trailOf = async (webhook: { id: string }) => {
  const where = { target_id: webhook.id };
  const entries = await db().auditEntry.findMany({ where, orderBy: { created_at: "asc" } });
  return entries.map(({ action }) => action);
};

test("very many deliveries go in portions, and nothing is sent meanwhile", async () => {
  const [webhook, other] = [
    await makeWebhook(owner, "https://a.example/"),
    await makeWebhook(owner, "https://b.example/"),
  ];
  await makeDelivery(other.id);
  await db().$executeRaw`
    INSERT INTO deliveries (id, organization_id, webhook_id, event_type, status)
    SELECT gen_random_uuid(), ${owner.organization_id}::uuid, ${webhook.id}::uuid, 'candidate.created', 'failed'
      FROM generate_series(1, ${MANY})`;
  await deleteWebhook(actor, webhook.id, NOW);
  expect(await left(webhook)).toBe(0);
  expect(await left(other)).toBe(1);
  expect(await trailOf(webhook)).toEqual(["webhook.updated", "webhook.deleted"]);
});

test("another organization's is left as it is", async () => {
  const stranger = await makePerson();
  const webhook = await makeWebhook(stranger, "https://a.example/");
  await makeDelivery(webhook.id);
  await expect(deleteWebhook(actor, webhook.id, NOW)).rejects.toMatchObject({ code: "not_found" });
  expect(await left(webhook)).toBe(1);
});

test("a few go with the webhook", async () => {
  const webhook = await makeWebhook(owner, "https://a.example/");
  await makeDelivery(webhook.id);
  await deleteWebhook(actor, webhook.id, NOW);
  expect(await left(webhook)).toBe(0);
  expect(await trailOf(webhook)).toEqual(["webhook.deleted"]);
});
