import { beforeEach, expect, test } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { db, type Prisma } from "@/lib/db";
import { makePerson, type Person } from "@/lib/testing/seed";
import { disabledWebhooks, findWebhook, listWebhooks } from "./list";
import { mintSecret } from "./secret";
import { LATEST, type WebhookState } from "./webhook";

const NOW = new Date();
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);
const ANY = { state: null, search: "" };
const ALL = { limit: 50, offset: 0 };

let owner: Person;

beforeEach(async () => {
  owner = await makePerson();
});

const actorOf = (who: Person) => person(who, NOWHERE);

async function makeWebhook(columns: Partial<Prisma.WebhookUncheckedCreateInput> = {}): Promise<string> {
  const id = crypto.randomUUID();
  await db().webhook.create({
    data: {
      id,
      organization_id: owner.organization_id,
      owner_id: owner.id,
      url: "https://hooks.example.com/in?token=abc",
      events: ["candidate.created"],
      ...mintSecret(id),
      ...columns,
    },
  });
  return id;
}

function makeDeliveries(webhook_id: string, rows: Partial<Prisma.DeliveryCreateManyInput>[]) {
  return db().delivery.createMany({
    data: rows.map((row, index) => ({
      organization_id: owner.organization_id,
      webhook_id,
      event_type: "candidate.created",
      status: "delivered" as const,
      created_at: ago(index),
      ...row,
    })),
  });
}

test("the newest first, in pages, none of another organization", async () => {
  const [old, recent] = [
    await makeWebhook({ created_at: ago(60) }),
    await makeWebhook({ created_at: ago(30) }),
  ];
  const first = await listWebhooks(actorOf(owner), ANY, { limit: 1, offset: 0 }, NOW);
  const second = await listWebhooks(actorOf(owner), ANY, { limit: 1, offset: 1 }, NOW);
  expect([first.total, first.rows[0]?.id, second.rows[0]?.id]).toEqual([2, recent, old]);
  const stranger = actorOf(await makePerson());
  expect(await listWebhooks(stranger, ANY, ALL, NOW)).toMatchObject({
    rows: [],
    total: 0,
    counts: { all: 0 },
  });
  expect(await findWebhook(stranger, old, NOW)).toBeNull();
});

test("they are found by state and by what they are called, with how many there are of each", async () => {
  const payroll = await makeWebhook({ description: "Payroll", url: "https://pay.example.com/in" });
  const failing = await makeWebhook({ description: "Pay slips", failing_since: ago(60) });
  const paused = await makeWebhook({ description: "Search index", enabled: false });
  const disabled = await makeWebhook({ enabled: false, disabled_reason: "gone", disabled_at: ago(60) });
  const found = async (state: WebhookState | null, search: string) => {
    const { rows, total, counts } = await listWebhooks(actorOf(owner), { state, search }, ALL, NOW);
    expect(rows).toHaveLength(total);
    return { ids: rows.map(({ id }) => id).sort(), counts };
  };
  expect(await found(null, "PAY")).toEqual({
    ids: [payroll, failing].sort(),
    counts: { all: 2, active: 1, failing: 1, paused: 0, disabled: 0 },
  });
  expect((await found("failing", "pay")).ids).toEqual([failing]);
  expect((await found("paused", "")).ids).toEqual([paused]);
  expect((await found("disabled", "")).ids).toEqual([disabled]);
  expect((await found(null, "pay.example")).ids).toEqual([payroll]);
  expect((await found(null, "token=abc")).ids).toEqual([]);
});

test("where it sends to is told whole to who may change it, of others the host alone", async () => {
  const id = await makeWebhook();
  const organization = await db().organization.findUniqueOrThrow({ where: { id: owner.organization_id } });
  const viewer = await makePerson("viewer", organization);
  const seen = await findWebhook(actorOf(viewer), id, NOW);
  expect(seen).toMatchObject({ name: "hooks.example.com", path: "/…", url: null });
  expect(JSON.stringify(seen)).not.toMatch(/token|\/in/);
  expect(await findWebhook(actorOf(owner), id, NOW)).toMatchObject({
    path: "/in",
    hasQuery: true,
    url: "https://hooks.example.com/in?token=abc",
  });
});

test("failures are those of the latest deliveries that were tried; tests do not count", async () => {
  const id = await makeWebhook();
  await makeDeliveries(id, [
    { status: "pending" },
    { status: "pending", last_error: "dns" },
    { status: "failed", last_error: "status", test: true },
    ...Array.from({ length: LATEST - 2 }, () => ({})),
    { status: "failed", last_error: "status" },
  ]);
  expect((await findWebhook(actorOf(owner), id, NOW))?.latest).toEqual({
    at: NOW,
    tried: LATEST - 1,
    failed: 1,
  });
});

test("of events that somebody may not read, nothing is told of the deliveries", async () => {
  const id = await makeWebhook({ events: ["api_key.leaked"] });
  await makeDeliveries(id, [{ event_type: "api_key.leaked" }]);
  const organization = await db().organization.findUniqueOrThrow({ where: { id: owner.organization_id } });
  const recruiter = await makePerson("recruiter", organization);
  const [row] = (await listWebhooks(actorOf(recruiter), ANY, ALL, NOW)).rows;
  expect(row).toMatchObject({ isReadable: false, latest: null });
  expect(await findWebhook(actorOf(owner), id, NOW)).toMatchObject({
    isReadable: true,
    latest: { tried: 1 },
  });
});

test.each<[string, Partial<Prisma.WebhookUncheckedCreateInput>, string]>([
  ["one that works", {}, "active"],
  ["one that only fails", { failing_since: NOW }, "failing"],
  ["one that somebody switched off", { enabled: false, failing_since: NOW }, "paused"],
  ["one that the product disabled", { enabled: false, disabled_reason: "gone" }, "disabled"],
])("the state of %s", async (_, columns, state) => {
  expect(await findWebhook(actorOf(owner), await makeWebhook(columns), NOW)).toMatchObject({ state });
});

test("one whose owner left is disabled, whether it was on or off", async () => {
  for (const enabled of [true, false]) {
    const id = await makeWebhook({ enabled });
    expect(await findWebhook(actorOf(owner), id, NOW)).toMatchObject({ hasOwnerLeft: false });
    await db().user.update({ where: { id: owner.id }, data: { disabled_at: NOW } });
    const left = await findWebhook(actorOf(owner), id, NOW);
    await db().user.update({ where: { id: owner.id }, data: { disabled_at: null } });
    expect(left).toMatchObject({ state: "disabled", hasOwnerLeft: true });
    expect(left?.owner).toEqual({ id: owner.id, name: owner.name });
  }
});

test("the secret before is told of as long as it signs", async () => {
  const until = ago(-60);
  const id = await makeWebhook({ previous_secret_until: until });
  expect((await findWebhook(actorOf(owner), id, NOW))?.previous_secret_until).toEqual(until);
  expect((await findWebhook(actorOf(owner), id, until))?.previous_secret_until).toBeNull();
});

test("who left and knows the secret is named, until it is rotated or they are back", async () => {
  const organization = await db().organization.findUniqueOrThrow({ where: { id: owner.organization_id } });
  const leaver = await makePerson("recruiter", organization);
  const id = await makeWebhook({ handed_over_from_id: leaver.id });
  expect((await findWebhook(actorOf(owner), id, NOW))?.knownTo).toBeNull();
  await db().user.update({ where: { id: leaver.id }, data: { disabled_at: NOW } });
  expect((await findWebhook(actorOf(owner), id, NOW))?.knownTo).toBe(leaver.name);
});

test("those that the product disabled, the latest first, and how many others", async () => {
  const disabled = (seconds: number) =>
    makeWebhook({ enabled: false, disabled_reason: "failing", disabled_at: ago(seconds) });
  const [first, last] = [await disabled(90), await disabled(30)];
  await makeWebhook({ enabled: false });
  const { webhooks, others } = await disabledWebhooks(actorOf(owner), 1);
  expect([webhooks.map(({ id }) => id), others]).toEqual([[last], 1]);
  expect((await disabledWebhooks(actorOf(owner), 5)).webhooks.map(({ id }) => id)).toEqual([last, first]);
  expect(await disabledWebhooks(actorOf(await makePerson()), 5)).toEqual({ webhooks: [], others: 0 });
});
