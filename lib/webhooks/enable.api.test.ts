import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { startReceiver } from "@/lib/testing/receiver";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { makeDelivery, makeWebhook } from "@/lib/testing/webhook";

const SICK = { failing_since: new Date(0), disabled_at: new Date(), disabled_reason: "failing" } as const;

test("a webhook that is enabled again: what waited for it arrives, and its failures are forgotten", async () => {
  const owner = await makePerson();
  const { key } = await makeKey(owner, ["*"]);
  const receiver = await startReceiver();
  const { id } = await makeWebhook(owner, receiver.url(), { enabled: false, ...SICK });
  const deliveries = [await makeDelivery(id), await makeDelivery(id)];
  const { status } = await call(key, `/webhooks/${id}`, { method: "PATCH", body: { enabled: true } });
  expect(status).toBe(200);
  await expect.poll(() => db().delivery.count({ where: { webhook_id: id, status: "delivered" } })).toBe(2);
  const ids = deliveries.map((delivery) => `msg_${delivery.id.replaceAll("-", "")}`);
  expect(receiver.received.map((message) => message.id).sort()).toEqual(ids.sort());
  expect(await db().webhook.findUniqueOrThrow({ where: { id } })).toMatchObject({
    enabled: true,
    failing_since: null,
    disabled_at: null,
    disabled_reason: null,
  });
  await receiver.stop();
});

test("409: one whose owner left, who may be told of nothing; until they are restored", async () => {
  const owner = await makePerson();
  const organization = await db().organization.findUniqueOrThrow({ where: { id: owner.organization_id } });
  const colleague = await makePerson("recruiter", organization);
  const { key } = await makeKey(owner, ["*"]);
  const { id } = await makeWebhook(colleague, "https://hooks.example.com/", { enabled: false });
  const enable = () => call(key, `/webhooks/${id}`, { method: "PATCH", body: { enabled: true } });
  const leave = (disabled_at: Date | null) =>
    db().user.update({ where: { id: colleague.id }, data: { disabled_at } });
  await leave(new Date());
  const { status, body } = await enable();
  expect([status, body.errors]).toMatchObject([409, [{ code: "conflict" }]]);
  expect(body.errors?.[0]?.message).toContain(
    `${colleague.name}, who owns the webhook, is no longer a member`,
  );
  expect(await db().webhook.findUniqueOrThrow({ where: { id } })).toMatchObject({ enabled: false });
  await leave(null);
  expect((await enable()).status).toBe(200);
});

test.each([
  ["paused by a person", { enabled: false }],
  ["given another receiver", { url: "https://hooks.example.com/new" }],
])("a webhook that the product disabled and that is %s is paused from then on", async (_, body) => {
  const owner = await makePerson();
  const { key } = await makeKey(owner, ["*"]);
  const { id } = await makeWebhook(owner, "https://hooks.example.com/", { enabled: false, ...SICK });
  const change = (to: Record<string, unknown>) => call(key, `/webhooks/${id}`, { method: "PATCH", body: to });
  expect((await change({ description: "CRM" })).body.data).toMatchObject({ disabled_reason: "failing" });
  expect((await change(body)).body.data).toMatchObject({
    enabled: false,
    disabled_reason: null,
    disabled_at: null,
  });
});

test("another address is another receiver: it has not failed yet; anything else changes nothing of that", async () => {
  const owner = await makePerson();
  const { key } = await makeKey(owner, ["*"]);
  const { id } = await makeWebhook(owner, "https://hooks.example.com/", { failing_since: new Date(0) });
  const failingAfter = async (body: Record<string, unknown>) => {
    await call(key, `/webhooks/${id}`, { method: "PATCH", body });
    return (await db().webhook.findUniqueOrThrow({ where: { id } })).failing_since;
  };
  expect(await failingAfter({ description: "CRM", url: "https://hooks.example.com/" })).toEqual(new Date(0));
  expect(await failingAfter({ url: "https://hooks.example.com/new" })).toBeNull();
});
