import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Answer, call } from "@/lib/testing/call";
import { candidateFields, type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { attempt } from "@/lib/unit-of-work";
import { endpoint } from "./endpoint";
import { one } from "./envelope";
import { sweepRecords } from "./idempotency-records";
import { routes } from "./route";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let owner: Person;
let key: Key;
beforeAll(async () => {
  owner = await makePerson();
  key = await makeKey(owner, ["*"]);
});

/** Posts under a name of its own unless one is given. */
function post<Data = { id: string }>(
  path: string,
  body: unknown,
  { by = key, name = randomUUID() as string } = {},
): Promise<Answer<Data>> {
  return call<Data>(by.key, path, { method: "POST", body, headers: { "Idempotency-Key": name } });
}

const replayed = ({ headers }: Answer<unknown>) => headers.get("Idempotency-Replayed");
const countOf = (email: unknown) => db().candidate.count({ where: { email: String(email) } });
const recordsOf = ({ id }: Key) => db().idempotencyRecord.findMany({ where: { api_key_id: id } });

/** Makes the records of a key as if it had been so much earlier. */
async function age({ id }: Key, ms: number): Promise<void> {
  for (const { id: record, created_at, sealed_until } of await recordsOf({ id, key: "" })) {
    const data = {
      created_at: new Date(created_at.getTime() - ms),
      sealed_until: sealed_until && new Date(sealed_until.getTime() - ms),
    };
    await db().idempotencyRecord.update({ where: { id: record }, data });
  }
}

describe("the same request again", () => {
  test("is answered as the first time, byte for byte, and does nothing more", async () => {
    const [body, name] = [candidateFields(), randomUUID()];
    const first = await post("/candidates", body, { name });
    const second = await post("/candidates", body, { name });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(second.headers.get("Content-Type")).toBe(first.headers.get("Content-Type"));
    expect([replayed(first), replayed(second)]).toEqual([null, "true"]);
    expect(second.headers.get("X-Request-Id")).not.toBe(first.headers.get("X-Request-Id"));
    expect(await countOf(body.email)).toBe(1);
    const trail = { where: { target_id: first.body.data.id } };
    expect(await db().auditEntry.count(trail)).toBe(1);
  });

  test("without a name is another request", async () => {
    const body = candidateFields();
    expect((await call(key.key, "/candidates", { method: "POST", body })).status).toBe(201);
    expect((await call(key.key, "/candidates", { method: "POST", body })).status).toBe(409);
  });

  test("with another body is 422, be it by a space", async () => {
    const [body, name] = [JSON.stringify(candidateFields()), randomUUID()];
    await post("/candidates", body, { name });
    const other = await post("/candidates", `${body} `, { name });
    expect(other.status).toBe(422);
    expect(other.body.errors).toMatchObject([{ code: "validation_error", field: "Idempotency-Key" }]);
    expect(replayed(await post("/candidates", body, { name }))).toBe("true");
  });

  test("on another path or by another API key is another request", async () => {
    const [name, by] = [randomUUID(), await makeKey(owner, ["*"])];
    const made = await post("/candidates", candidateFields(), { name });
    const answers = [
      await post("/departments", { name: randomUUID() }, { name }),
      await post(`/candidates/${made.body.data.id}/notes`, { body: "Called" }, { name }),
      await post("/candidates", candidateFields(), { name, by }),
    ];
    expect(answers.map((answer) => [answer.status, replayed(answer)])).toEqual(
      answers.map(() => [201, null]),
    );
  });

  test("is replayed for 24 hours, and then done anew", async () => {
    const [by, body, name] = [await makeKey(owner, ["*"]), candidateFields(), randomUUID()];
    const { id } = (await post("/candidates", body, { name, by })).body.data;
    await age(by, DAY_MS - MINUTE_MS);
    expect(replayed(await post("/candidates", body, { name, by }))).toBe("true");
    await age(by, MINUTE_MS);
    expect((await post("/candidates", body, { name, by })).status).toBe(409);
    await call(by.key, `/candidates/${id}`, { method: "DELETE" });
    const anew = await post("/candidates", body, { name, by });
    expect([anew.status, replayed(anew)]).toEqual([201, null]);
    expect(anew.body.data.id).not.toBe(id);
    expect(replayed(await post("/candidates", body, { name, by }))).toBe("true");
    expect(await recordsOf(by)).toHaveLength(1);
  });
});

test("what is asked of others is asked outside of the transaction, and not told where an answer is given again", async () => {
  const where: string[] = [];
  let refused = false;
  const { POST } = routes(
    endpoint({
      method: "POST",
      path: "/looked-at",
      id: "looked-at.create",
      summary: "Look, then do",
      scope: "any-key",
      response: one(z.object({})),
      check: async () => {
        where.push(await attempt(async () => "within").catch(() => "outside"));
        if (refused) throw new AppError("conflict", "Not now");
      },
      run: () => ({}),
    }),
  );
  const ask = (name: string) => {
    const headers = { Authorization: `Bearer ${key.key}`, "Idempotency-Key": name };
    const request = new Request("http://api.test/api/v1/looked-at", { method: "POST", headers });
    return POST(request, { params: Promise.resolve({}) });
  };
  const name = randomUUID();
  expect((await ask(name)).status).toBe(200);
  refused = true;
  expect((await ask(name)).headers.get("Idempotency-Replayed")).toBe("true");
  expect((await ask(randomUUID())).status).toBe(409);
  expect(where).toEqual(["outside", "outside", "outside"]);
});

describe("before anything is replayed", () => {
  test("the key is verified, the limit counted and the scope checked", async () => {
    const [body, name] = [candidateFields(), randomUUID()];
    const by = await makeKey(owner, ["candidates:write"], { rate_limit: 3 });
    expect((await post("/candidates", body, { name, by })).headers.get("X-RateLimit-Remaining")).toBe("2");
    expect((await post("/candidates", body, { name, by })).headers.get("X-RateLimit-Remaining")).toBe("1");
    const narrowed = { method: "PATCH", body: { scopes: ["candidates:read"] } };
    expect((await call(key.key, `/api-keys/${by.id}`, narrowed)).status).toBe(200);
    expect((await post("/candidates", body, { name, by })).status).toBe(403);
    expect((await post("/candidates", body, { name, by })).status).toBe(429);
    await call(key.key, `/api-keys/${by.id}`, { method: "DELETE" });
    expect((await post("/candidates", body, { name, by })).status).toBe(401);
  });
});

describe("what is kept", () => {
  test("are successes only: what was refused may be sent again under its name", async () => {
    const [by, name, body] = [await makeKey(owner, ["candidates:write"]), randomUUID(), candidateFields()];
    const { id } = (await post("/candidates", body, { by })).body.data;
    expect((await post("/candidates", { email: "x" }, { name, by })).status).toBe(422);
    expect((await post("/candidates", body, { name, by })).status).toBe(409);
    expect(await recordsOf(by)).toHaveLength(1);
    await call(by.key, `/candidates/${id}`, { method: "DELETE" });
    expect((await post("/candidates", body, { name, by })).status).toBe(201);
  });

  test("goes with the change: where the transaction fails after the work, neither is there", async () => {
    const [by, name] = [await makeKey(owner, ["candidates:write"]), randomUUID()];
    const body = candidateFields({ full_name: `Fails ${randomUUID()}` });
    await refuseRecordsOf(by);
    expect((await post("/candidates", body, { name, by })).status).toBe(500);
    expect(await countOf(body.email)).toBe(0);
    await allowRecords();
    expect(replayed(await post("/candidates", body, { name, by }))).toBeNull();
    expect(await countOf(body.email)).toBe(1);
  });

  test("is removed when its time is over, in portions", async () => {
    const by = await makeKey(owner, ["candidates:write"]);
    await post("/candidates", candidateFields(), { by });
    await sweepRecords(new Date());
    expect(await recordsOf(by)).toHaveLength(1);
    await age(by, DAY_MS);
    await sweepRecords(new Date());
    expect(await recordsOf(by)).toEqual([]);
  });
});

/** Plays a crash between the work and its record. */
function refuseRecordsOf({ id }: Key): Promise<number> {
  return db().$executeRawUnsafe(
    `ALTER TABLE idempotency_records ADD CONSTRAINT crash_test CHECK (api_key_id <> '${id}')`,
  );
}
function allowRecords(): Promise<number> {
  return db().$executeRaw`ALTER TABLE idempotency_records DROP CONSTRAINT crash_test`;
}

describe("at the same time", () => {
  test("twelve equal requests make one row; who comes too early is told so", async () => {
    const [body, name] = [candidateFields(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 12 }, () => post("/candidates", body, { name })));
    const first = answers.filter((answer) => answer.status === 201 && replayed(answer) === null);
    expect(first).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 201) expect(answer.text).toBe(first[0]?.text);
      else expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([409, "conflict"]);
    }
    expect(await countOf(body.email)).toBe(1);
    expect(replayed(await post("/candidates", body, { name }))).toBe("true");
  });

  test("409 while the first is under way, without waiting for it", async () => {
    const [body, name] = [candidateFields(), randomUUID()];
    const { both, early } = await db().$transaction(async (tx) => {
      // What a create must wait for: the one that came first cannot end before this does.
      await tx.$executeRaw`LOCK TABLE candidates IN SHARE MODE`;
      const both = [post("/candidates", body, { name }), post("/candidates", body, { name })];
      return { both, early: await Promise.race(both) };
    });
    expect(early.status).toBe(409);
    expect(early.body.errors).toEqual([
      { code: "conflict", message: "A request with this Idempotency-Key is still under way" },
    ]);
    const made = (await Promise.all(both)).find((answer) => answer !== early);
    expect(made?.status).toBe(201);
    expect((await post("/candidates", body, { name })).text).toBe(made?.text);
  });
});

describe("an answer that shows a secret", () => {
  const generate = (by: Key, name: string) =>
    post<{ key: string }>("/api-keys", { name: "Once", scopes: ["read"] }, { by, name });

  test("is replayed for 10 minutes, and then no more", async () => {
    const [by, name] = [await makeKey(owner, ["*"]), randomUUID()];
    const first = await generate(by, name);
    await age(by, 9 * MINUTE_MS);
    expect((await generate(by, name)).text).toBe(first.text);
    await age(by, MINUTE_MS);
    const late = await generate(by, name);
    expect([late.status, late.body.errors?.[0]?.code]).toEqual([409, "conflict"]);
    await sweepRecords(new Date());
    expect((await recordsOf(by))[0]?.answer).toBeNull();
    expect((await generate(by, name)).status).toBe(409);
    const children = { where: { created_by_key_id: by.id } };
    expect(await db().apiKey.count(children)).toBe(1);
  });

  test("cannot be read from the table", async () => {
    const by = await makeKey(owner, ["*"]);
    const { key: secret } = (await generate(by, randomUUID())).body.data;
    const rows = await db().$queryRaw<{ text: string }[]>`
      SELECT to_jsonb(r)::text || encode(answer, 'escape') AS text FROM idempotency_records r
       WHERE api_key_id = ${by.id}::uuid`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(secret);
    expect(rows[0]?.text).not.toContain("success");
    expect(rows[0]?.text).not.toContain(Buffer.from(secret).toString("hex"));
  });

  test("is not replayed once its record was changed or moved", async () => {
    const [by, other, name] = [await makeKey(owner, ["*"]), await makeKey(owner, ["*"]), randomUUID()];
    await generate(by, name);
    await generate(other, name);
    const [mine, theirs] = [(await recordsOf(by))[0], (await recordsOf(other))[0]];
    const id = mine?.id as Uint8Array<ArrayBuffer>;
    const sealed = new Uint8Array(mine?.answer ?? []);
    const flipped = sealed.map((byte, index) => (index === 20 ? byte ^ 1 : byte));
    for (const answer of [flipped, theirs?.answer ?? null]) {
      await db().idempotencyRecord.update({ where: { id }, data: { answer } });
      const again = await generate(by, name);
      expect(again.status).toBe(500);
      expect(again.text).not.toContain("pk_live_");
    }
    await db().idempotencyRecord.update({ where: { id }, data: { answer: sealed } });
    expect(replayed(await generate(by, name))).toBe("true");
  });
});

describe("the header", () => {
  test.each(["x", "!~", "a".repeat(255)])("may be %s", async (name) => {
    expect(
      (await post("/candidates", candidateFields(), { name, by: await makeKey(owner, ["*"]) })).status,
    ).toBe(201);
  });

  test.each(["", "two words", "a, b", "ümlaut", "a".repeat(256)])("422: %s", async (name) => {
    const answer = await post("/candidates", candidateFields(), { name });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      {
        code: "validation_error",
        message: "Idempotency-Key must be 1 to 255 visible ASCII characters",
        field: "Idempotency-Key",
      },
    ]);
  });

  test("means nothing to methods other than POST", async () => {
    const headers = { "Idempotency-Key": "two words" };
    const answers = [
      await call(key.key, "/candidates", { headers }),
      await call(key.key, "/candidates", { method: "OPTIONS", headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 204]);
  });
});
