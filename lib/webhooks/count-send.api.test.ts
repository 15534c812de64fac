import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, NOWHERE, operator, person } from "@/lib/access/actor";
import { ownDatabase } from "@/lib/testing/own-database";
import { makePerson } from "@/lib/testing/seed";
import { makeDelivery, makeWebhook } from "@/lib/testing/webhook";
import type { ThrowAway } from "@/scripts/test/throw-away-database";
import { resendDelivery, resendFailed } from "./resend";
import { sendTest } from "./test-event";
import { inTestSlot } from "./test-slots";

let database: ThrowAway;
beforeAll(async () => {
  database = await ownDatabase();
}, 60_000);
afterAll(() => database.remove());

const NOW = new Date();

test("people of an organization have sixty tests and resends a minute, whoever is no person is not counted", async () => {
  const owner = await makePerson();
  const colleague = await makePerson("admin", { id: owner.organization_id, name: "", plan: "free" });
  const webhook = await makeWebhook(owner, "http://localhost:1/");
  const { id } = await makeDelivery(webhook.id, { status: "failed", next_attempt_at: null });
  const by = (who: typeof owner) => person(who, NOWHERE, NOW);
  const ways = [
    (actor: Actor) => sendTest(actor, webhook.id, undefined, NOW),
    (actor: Actor) => resendDelivery(actor, webhook.id, id, NOW),
    (actor: Actor) => resendFailed(actor, webhook.id, { statuses: ["failed"], from: new Date(0) }, NOW),
  ];
  for (let time = 0; time < 20; time++) for (const way of ways) await way(by(time % 2 ? owner : colleague));
  for (const way of ways) {
    const refused = await way(by(colleague)).catch((error) => error);
    expect(refused).toMatchObject({ code: "rate_limited" });
    expect(refused.message).toMatch(/^Too many tests and resends\. Try again in \d+ seconds\.$/);
    await way(operator(owner.organization_id));
  }
  const stranger = await makePerson();
  const theirs = await makeWebhook(stranger, "http://localhost:1/");
  await sendTest(by(stranger), theirs.id, undefined, NOW);
});

test("a test that gets no slot is not counted", async () => {
  const owner = await makePerson();
  const webhook = await makeWebhook(owner, "http://localhost:1/");
  const test = () => sendTest(person(owner, NOWHERE, NOW), webhook.id, undefined, NOW);
  const held = Promise.withResolvers<void>();
  const slots = [1, 2, 3, 4, 5].map(() => inTestSlot(owner.organization_id, () => held.promise));
  for (let time = 0; time < 60; time++) await expect(test()).rejects.toThrow(/tests are under way/);
  held.resolve();
  await Promise.all(slots);
  expect(await test()).toMatchObject({ status: "failed" });
});
