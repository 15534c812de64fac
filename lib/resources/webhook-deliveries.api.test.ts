import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Scope } from "@/lib/access/scopes";
import { db, type Prisma } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { type Receiver, startReceiver } from "@/lib/testing/receiver";
import { type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { EXAMPLES } from "./examples";

let receiver: Receiver;
let owner: Person;
let key: Key;

beforeEach(async () => {
  receiver = await startReceiver();
  owner = await makePerson();
  key = await makeKey(owner, ["*"]);
});

afterEach(() => receiver.stop());

const UNKNOWN = "01900000-0000-7000-8000-000000000000";
const post = <Data = Row>(path: string, body?: unknown, by = key.key, headers = {}) =>
  call<Data>(by, path, { method: "POST", body, headers });
const makeWebhook = (fields: Record<string, unknown> = {}) =>
  pipeline(key.key).webhook({ url: receiver.url("/hook"), ...fields }) as Promise<Row & { secret: string }>;
const keyWith = async (...scopes: Scope[]) => (await makeKey(owner, scopes)).key;

/** Puts a delivery into the database as a worker would have left it. */
const leave = (webhook: Row, fields: Partial<Prisma.DeliveryUncheckedCreateInput> = {}) =>
  db().delivery.create({
    data: {
      organization_id: owner.organization_id,
      webhook_id: webhook.id,
      event_type: "candidate.created",
      status: "failed",
      test: true,
      ...fields,
    },
  });

/** A delivery as soon as it is over. */
async function settled(webhook: Row, id: string): Promise<Row> {
  for (;;) {
    const { data } = (await call(key.key, `/webhooks/${webhook.id}/deliveries/${id}`)).body;
    if (data.status !== "pending") return data;
  }
}

describe("a test event", () => {
  test("is sent before the answer, signed, and told", async () => {
    const webhook = await makeWebhook();
    const answer = await post(`/webhooks/${webhook.id}/test`);
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      webhook_id: webhook.id,
      event_id: null,
      event_type: "candidate.created",
      test: true,
      status: "delivered",
      attempts: 1,
      next_attempt_at: null,
      last_status_code: 200,
      last_error: null,
    });
    const [message] = receiver.received;
    const told = new Webhook(webhook.secret).verify(
      message?.body ?? "",
      message?.headers as Record<string, string>,
    );
    expect(told).toEqual({
      event: "candidate.created",
      data: EXAMPLES.Candidate,
      organization_id: owner.organization_id,
      timestamp: answer.body.data.created_at,
    });
    const location = answer.headers.get("Location")?.replace("/api/v1", "") ?? "";
    expect((await call(key.key, location)).body.data).toMatchObject(answer.body.data);
  });

  test("tells what went wrong, and is not tried again", async () => {
    receiver.answer = () => ({ status: 500, body: "down" });
    const webhook = await makeWebhook();
    const { data } = (await post(`/webhooks/${webhook.id}/test`)).body;
    expect(data).toMatchObject({ status: "failed", last_status_code: 500, last_error: "status" });
    const { failing_since } = (await call(key.key, `/webhooks/${webhook.id}`)).body.data;
    expect(failing_since).toBeNull();
  });

  test("is one that the webhook asks for, and goes out where that is off", async () => {
    const webhook = await makeWebhook({ events: ["job.closed", "offer.accepted"], enabled: false });
    const { data } = (await post(`/webhooks/${webhook.id}/test`, { event: "offer.accepted" })).body;
    expect(data).toMatchObject({ event_type: "offer.accepted", status: "delivered" });
    const other = await post(`/webhooks/${webhook.id}/test`, { event: "candidate.created" });
    expect([other.status, other.body.errors]).toEqual([
      422,
      [{ code: "validation_error", message: "event is not one of the webhook's", field: "event" }],
    ]);
  });

  test("under an Idempotency-Key is sent once, when that is certain", async () => {
    const webhook = await makeWebhook();
    const headers = { "Idempotency-Key": "one" };
    const first = await post(`/webhooks/${webhook.id}/test`, {}, key.key, headers);
    const again = await post(`/webhooks/${webhook.id}/test`, {}, key.key, headers);
    expect(first.body.data).toMatchObject({ status: "pending", attempts: 0 });
    expect([again.text, again.headers.get("Idempotency-Replayed")]).toEqual([first.text, "true"]);
    expect(await settled(webhook, first.body.data.id)).toMatchObject({ status: "delivered" });
    expect(receiver.received).toHaveLength(1);
  });

  test("is refused while five of its organization wait for receivers, and taken again when they are over", async () => {
    const webhook = await makeWebhook();
    const theirs = (await makeKey(await makePerson(), ["*"])).key;
    const other = await pipeline(theirs).webhook({ url: receiver.url("/other") });
    const held = Promise.withResolvers<{ status: number }>();
    receiver.answer = ({ path }) => (path === "/hook" ? held.promise : { status: 200 });
    const tests = [1, 2, 3, 4, 5].map(() => post(`/webhooks/${webhook.id}/test`));
    await expect.poll(() => receiver.received.length).toBe(5);
    const sixth = await post(`/webhooks/${webhook.id}/test`);
    expect([sixth.status, sixth.headers.get("Retry-After")]).toEqual([429, "10"]);
    expect(sixth.body.errors).toMatchObject([
      { code: "rate_limited", message: expect.stringMatching(/tests are under way/) },
    ]);
    expect((await post(`/webhooks/${other.id}/test`, {}, theirs)).status).toBe(201);
    held.resolve({ status: 200 });
    for (const { status } of await Promise.all(tests)) expect(status).toBe(201);
    expect((await post(`/webhooks/${webhook.id}/test`)).status).toBe(201);
    expect(await db().delivery.count({ where: { webhook_id: webhook.id } })).toBe(6);
  });

  test("of a webhook that is deleted meanwhile is not found", async () => {
    const webhook = await makeWebhook();
    receiver.answer = async () => {
      await call(key.key, `/webhooks/${webhook.id}`, { method: "DELETE" });
      return { status: 200 };
    };
    const { status, body } = await post(`/webhooks/${webhook.id}/test`);
    expect([status, body.errors]).toEqual([404, [{ code: "not_found", message: "Webhook not found" }]]);
  });

  test("goes to no address inside, and says so", async () => {
    const webhook = await makeWebhook();
    await db().webhook.update({ where: { id: webhook.id }, data: { url: "https://127.0.0.1/" } });
    const { data } = (await post(`/webhooks/${webhook.id}/test`)).body;
    expect(data).toMatchObject({ status: "failed", last_error: "forbidden_address", last_status_code: null });
  });
});

describe("one delivery", () => {
  test("shows what was sent, without the signature, and what was answered", async () => {
    receiver.answer = () => ({ status: 503, headers: { "X-Reason": "lunch" }, body: "later" });
    const webhook = await makeWebhook();
    const { id } = (await post(`/webhooks/${webhook.id}/test`)).body.data;
    const { data, text } = await call(key.key, `/webhooks/${webhook.id}/deliveries/${id}`).then(
      ({ body, text }) => ({ data: body.data, text }),
    );
    const [message] = receiver.received;
    expect(data.body).toBe(message?.body);
    expect(data.history).toMatchObject([
      {
        number: 1,
        trigger: "automatic",
        status_code: 503,
        error: "status",
        request_headers: {
          "webhook-id": message?.headers["webhook-id"],
          "webhook-timestamp": message?.headers["webhook-timestamp"],
          "webhook-signature": "v1,…",
        },
        response_headers: { "x-reason": "lunch" },
        response_body: "later",
      },
    ]);
    expect(text).not.toContain(message?.headers["webhook-signature"]);
  });

  test("is of its webhook, and of its organization", async () => {
    const [webhook, other] = [await makeWebhook(), await makeWebhook()];
    const { id } = await leave(webhook);
    const stranger = (await makeKey(await makePerson(), ["*"])).key;
    for (const action of ["", "/resend"]) {
      const method = action ? "POST" : "GET";
      const ask = (path: string, by = key.key) => call(by, path + action, { method });
      const elsewhere = await ask(`/webhooks/${other.id}/deliveries/${id}`);
      const unknown = await ask(`/webhooks/${webhook.id}/deliveries/${UNKNOWN}`);
      expect([elsewhere.status, elsewhere.text]).toEqual([404, unknown.text]);
      expect(unknown.body.errors).toEqual([{ code: "not_found", message: "Delivery not found" }]);
      expect((await ask(`/webhooks/${webhook.id}/deliveries/${id}`, stranger)).status).toBe(404);
    }
  });
});

describe("the list", () => {
  test("goes from the newest to the oldest by cursor, and filters", async () => {
    const webhook = await makeWebhook({ events: ["*"] });
    const day = (n: number) => new Date(Date.UTC(2026, 9, n));
    const made = [];
    for (const n of [1, 2, 3, 3, 4])
      made.unshift(await leave(webhook, { created_at: day(n), status: n === 2 ? "delivered" : "failed" }));
    await leave(webhook, { created_at: day(5), event_type: "job.closed" });
    await leave(await makeWebhook());

    const ids: string[] = [];
    let cursor = "";
    do {
      const query = `event_type=candidate.created&limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await call<Row[]>(key.key, `/webhooks/${webhook.id}/deliveries?${query}`);
      ids.push(...body.data.map(({ id }) => id));
      expect(body.meta.total).toBe(5);
      cursor = body.meta.cursor ?? "";
    } while (cursor);
    const byAge = made.toSorted(
      (a, b) => b.created_at.getTime() - a.created_at.getTime() || (a.id < b.id ? 1 : -1),
    );
    expect(ids).toEqual(byAge.map(({ id }) => id));

    const count = async (query: string) =>
      (await call<Row[]>(key.key, `/webhooks/${webhook.id}/deliveries?${query}`)).body.meta.total;
    expect(await count("")).toBe(6);
    expect(await count("status=delivered")).toBe(1);
    expect(await count("status=pending")).toBe(0);
    expect(await count("event_type=job.closed")).toBe(1);
    expect(await count("from=2026-10-03&to=2026-10-04")).toBe(2);
  });

  test.each(["status=lost", "event_type=candidate.hired", "from=yesterday"])("422: %s", async (query) => {
    const { id } = await makeWebhook();
    expect((await call(key.key, `/webhooks/${id}/deliveries?${query}`)).status).toBe(422);
  });
});

describe("who looks, tests or sends again must be able to read", () => {
  const doors = (webhook: Row, delivery: Row): [string, string, unknown?][] => [
    ["GET", `/webhooks/${webhook.id}/deliveries`],
    ["GET", `/webhooks/${webhook.id}/deliveries/${delivery.id}`],
    ["POST", `/webhooks/${webhook.id}/test`],
    ["POST", `/webhooks/${webhook.id}/deliveries/${delivery.id}/resend`],
    ["POST", `/webhooks/${webhook.id}/deliveries/resend`, { status: "failed", from: "2026-01-01T00:00:00Z" }],
  ];

  test("what the webhook tells of", async () => {
    const webhook = await makeWebhook({ events: ["candidate.created", "offer.accepted"] });
    const delivery = await leave(webhook);
    const by = await keyWith("webhooks:read", "webhooks:write", "candidates:read");
    for (const [method, path, body] of doors(webhook, delivery)) {
      const answer = await call(by, path, { method, body });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.headers.get("WWW-Authenticate")).toContain('scope="offers:read"');
    }
    expect(receiver.received).toHaveLength(0);
    expect(await db().delivery.findUniqueOrThrow({ where: { id: delivery.id } })).toEqual(delivery);
  });

  test("and what it once told: such a delivery is neither listed, shown nor sent again", async () => {
    const webhook = await makeWebhook({ events: ["*"] });
    const secret = await leave(webhook, { event_type: "api_key.created", test: false });
    const plain = await leave(webhook, { test: false });
    const by = await keyWith("read", "webhooks:write");
    const { body } = await call<Row[]>(by, `/webhooks/${webhook.id}/deliveries`);
    expect([body.data.map(({ id }) => id), body.meta.total]).toEqual([[plain.id], 1]);
    for (const [method, action] of [
      ["GET", ""],
      ["POST", "/resend"],
    ]) {
      const answer = await call(by, `/webhooks/${webhook.id}/deliveries/${secret.id}${action}`, { method });
      expect([answer.status, answer.headers.get("WWW-Authenticate")]).toEqual([
        403,
        'Bearer error="insufficient_scope", scope="*"',
      ]);
    }
    expect((await post(`/webhooks/${webhook.id}/test`, { event: "api_key.created" }, by)).status).toBe(422);
    const period = { status: "failed", from: "2026-01-01T00:00:00Z" };
    const resent = await post(`/webhooks/${webhook.id}/deliveries/resend`, period, by);
    expect(resent.body.data).toEqual({ resent: 1, remaining: 0 });
    expect(await db().delivery.findUniqueOrThrow({ where: { id: secret.id } })).toEqual(secret);
  });
});

describe("sending again", () => {
  test("one that failed: under the same id, with a new time, and noted as asked for", async () => {
    receiver.answer = () => ({ status: 500 });
    const webhook = await makeWebhook();
    const { id } = (await post(`/webhooks/${webhook.id}/test`)).body.data;
    receiver.answer = () => ({ status: 200, body: "ok" });
    const answer = await post(`/webhooks/${webhook.id}/deliveries/${id}/resend`);
    expect([answer.status, answer.body.data.status]).toEqual([200, "pending"]);
    const delivery = await settled(webhook, id);
    expect(delivery).toMatchObject({ status: "delivered", attempts: 2, last_status_code: 200 });
    expect(delivery.history).toMatchObject([
      { number: 2, trigger: "resend" },
      { number: 1, trigger: "automatic" },
    ]);
    const [first, second] = receiver.received;
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(second?.body).toBe(first?.body);
    new Webhook(webhook.secret).verify(second?.body ?? "", second?.headers as Record<string, string>);
  });

  test("one that waits for its turn: now", async () => {
    const webhook = await makeWebhook();
    const later = new Date(Date.now() + 3_600_000);
    const { id } = await leave(webhook, { status: "pending", attempts: 4, next_attempt_at: later });
    await post(`/webhooks/${webhook.id}/deliveries/${id}/resend`);
    expect(await settled(webhook, id)).toMatchObject({ status: "delivered", attempts: 5 });
  });

  test.each([
    ["is under way", 15_000],
    ["was begun by a clock that is ahead, or after this was asked", 25_000],
  ])("one that %s: it goes on, and no other is made", async (_, ms) => {
    const webhook = await makeWebhook();
    const soon = new Date(Date.now() + ms);
    const { id } = await leave(webhook, { status: "pending", next_attempt_at: soon });
    const { data } = (await post(`/webhooks/${webhook.id}/deliveries/${id}/resend`)).body;
    expect(data.next_attempt_at).toBe(soon.toISOString());
  });

  test("one, by several at once: each is told that it is on its way", async () => {
    const webhook = await makeWebhook();
    const { id } = await leave(webhook, { status: "delivered", attempts: 1, delivered_at: new Date() });
    const held = Promise.withResolvers<{ status: number }>();
    receiver.answer = () => held.promise;
    const path = `/webhooks/${webhook.id}/deliveries/${id}/resend`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(path)));
    held.resolve({ status: 200 });
    for (const { body } of answers) expect(body.data.status).toBe("pending");
    expect(await settled(webhook, id)).toMatchObject({ attempts: 2 });
    expect(receiver.received).toHaveLength(1);
  });

  test("422: a period that ends before it begins", async () => {
    const webhook = await makeWebhook();
    const body = { status: "failed", from: "2026-10-03T00:00:00Z", to: "2026-10-02T00:00:00Z" };
    const answer = await post(`/webhooks/${webhook.id}/deliveries/resend`, body);
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ code: "validation_error", message: "to must be after from", field: "to" }],
    ]);
  });

  test("what failed in a period, and nothing else", async () => {
    const webhook = await makeWebhook();
    const at = (hour: number) => ({ created_at: new Date(Date.UTC(2026, 9, 2, hour)), test: false });
    const wanted = [await leave(webhook, at(1)), await leave(webhook, at(2))];
    const others = [
      await leave(webhook, at(0)),
      await leave(webhook, at(3)),
      await leave(webhook, { ...at(1), status: "delivered" }),
      await leave(webhook, { ...at(1), test: true }),
      await leave(await makeWebhook(), at(1)),
    ];
    const body = { status: "failed", from: "2026-10-02T01:00:00Z", to: "2026-10-02T03:00:00Z" };
    const answer = await post(`/webhooks/${webhook.id}/deliveries/resend`, body);
    expect(answer.body.data).toEqual({ resent: 2, remaining: 0 });
    for (const { id } of wanted) expect((await settled(webhook, id)).attempts).toBe(1);
    const where = { id: { in: others.map(({ id }) => id) } };
    expect(await db().delivery.findMany({ where, orderBy: { id: "asc" } })).toEqual(others);
  });

  test("what has failed and waits for another attempt has it now, where that is asked for", async () => {
    const webhook = await makeWebhook();
    const created_at = new Date(Date.UTC(2026, 9, 2));
    const waits = { created_at, test: false, status: "pending" as const };
    const later = new Date(Date.now() + 3_600_000);
    const retrying = await leave(webhook, { ...waits, attempts: 3, next_attempt_at: later });
    const others = [
      await leave(webhook, { ...waits, attempts: 0, next_attempt_at: later }),
      await leave(webhook, { ...waits, attempts: 3, next_attempt_at: later, test: true }),
      await leave(webhook, { created_at, test: false }),
    ];
    const body = { status: "pending", from: "2026-10-02T00:00:00Z" };
    const path = `/webhooks/${webhook.id}/deliveries/resend`;
    expect((await post(path, { ...body, status: "delivered" })).status).toBe(422);
    expect((await post(path, body)).body.data).toEqual({ resent: 1, remaining: 0 });
    expect(await settled(webhook, retrying.id)).toMatchObject({ status: "delivered", attempts: 4 });
    const where = { id: { in: others.map(({ id }) => id) } };
    expect(await db().delivery.findMany({ where, orderBy: { id: "asc" } })).toEqual(others);
  });

  test("at most a thousand at once, the oldest first", async () => {
    // Off again before anything is sent.
    const webhook = await makeWebhook();
    const { organization_id } = owner;
    const data = Array.from({ length: 1_003 }, (_, index) => ({
      organization_id,
      webhook_id: webhook.id,
      event_type: "candidate.created",
      status: "failed" as const,
      created_at: new Date(Date.UTC(2026, 9, 2) + index),
    }));
    await db().delivery.createMany({ data });
    const body = { status: "failed", from: "2026-10-02T00:00:00Z" };
    const answer = await post(`/webhooks/${webhook.id}/deliveries/resend`, body);
    await db().webhook.update({ where: { id: webhook.id }, data: { enabled: false } });
    expect(answer.body.data).toEqual({ resent: 1_000, remaining: 3 });
    const left = await db().delivery.findMany({ where: { webhook_id: webhook.id, status: "failed" } });
    expect(left.map(({ created_at }) => created_at.getTime() % 86_400_000).sort()).toEqual([
      1_000, 1_001, 1_002,
    ]);
  });

  test("409 where the webhook is off", async () => {
    const webhook = await makeWebhook({ enabled: false });
    const { id } = await leave(webhook);
    const period = { status: "failed", from: "2026-01-01T00:00:00Z" };
    for (const answer of [
      await post(`/webhooks/${webhook.id}/deliveries/${id}/resend`),
      await post(`/webhooks/${webhook.id}/deliveries/resend`, period),
    ])
      expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([409, "conflict"]);
  });

  test("and testing are in the trail", async () => {
    const webhook = await makeWebhook();
    const { id } = (await post(`/webhooks/${webhook.id}/test`)).body.data;
    await post(`/webhooks/${webhook.id}/deliveries/${id}/resend`);
    await leave(webhook, { test: false });
    await post(`/webhooks/${webhook.id}/deliveries/resend`, {
      status: "failed",
      from: "2026-01-01T00:00:00Z",
    });
    const entries = await db().auditEntry.findMany({
      where: { target_id: webhook.id, action: { in: ["webhook.tested", "webhook.resent"] } },
      orderBy: { created_at: "asc" },
      select: { action: true, changes: true },
    });
    expect(entries).toEqual([
      { action: "webhook.tested", changes: { event: "candidate.created" } },
      { action: "webhook.resent", changes: { delivery_id: id } },
      { action: "webhook.resent", changes: { deliveries: 1 } },
    ]);
  });
});
