import { expect, test } from "vitest";
import { db, lockRow, type Tx } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { candidateFields, makeKey, makePerson } from "@/lib/testing/seed";

/** Does the same twelve times at once and counts the statuses. */
async function twelve(one: (index: number) => Promise<{ status: number }>): Promise<Record<number, number>> {
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => one(index)));
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test("twelve equal creates make one row", async () => {
  const owner = await makePerson();
  const { key } = await makeKey(owner, ["candidates:write"]);
  const body = candidateFields();
  expect(await twelve(() => call(key, "/candidates", { method: "POST", body }))).toEqual({ 201: 1, 409: 11 });

  const tenant = { where: { organization_id: owner.organization_id } };
  expect(await db().candidate.count(tenant)).toBe(1);
  expect(await db().event.count(tenant)).toBe(2); // the key and the candidate
});

test("twelve that want the same e-mail address: one gets it", async () => {
  const { key } = await makeKey(await makePerson(), ["candidates:write"]);
  const rows = await Promise.all(
    Array.from({ length: 12 }, () => call(key, "/candidates", { method: "POST", body: candidateFields() })),
  );
  const { email } = candidateFields();
  const want = (index: number) =>
    call(key, `/candidates/${rows[index]?.body.data.id}`, { method: "PATCH", body: { email } });
  expect(await twelve(want)).toEqual({ 200: 1, 409: 11 });
});

test("twelve deletes of one row: one does it, the others find nothing", async () => {
  const owner = await makePerson();
  const { key } = await makeKey(owner, ["candidates:write"]);
  const { data } = (await call(key, "/candidates", { method: "POST", body: candidateFields() })).body;
  expect(await twelve(() => call(key, `/candidates/${data.id}`, { method: "DELETE" }))).toEqual({
    200: 1,
    404: 11,
  });
  const deletions = { target_id: data.id, action: "candidate.deleted" };
  expect(await db().auditEntry.count({ where: deletions })).toBe(1);
});

test("a key revoked while in use opens nothing from the moment that its revocation is answered", async () => {
  const owner = await makePerson();
  const manager = await makeKey(owner, ["*"]);
  const { key, id } = await makeKey(owner, ["candidates:read"]);
  let revoked = false;
  const late: number[] = [];
  const users = Array.from({ length: 8 }, async () => {
    for (let after = 0; after < 5; ) {
      const begunAfter = revoked;
      const { status } = await call(key, "/candidates?limit=1");
      expect([200, 401]).toContain(status);
      if (!begunAfter) continue;
      late.push(status);
      after += 1;
    }
  });
  const revocation = await call(manager.key, `/api-keys/${id}`, { method: "DELETE" });
  revoked = true;
  expect(revocation.status).toBe(200);
  await Promise.all(users);
  expect(new Set(late)).toEqual(new Set([401]));
});

test("twelve revocations of one key are one, by one reason", async () => {
  const owner = await makePerson();
  const manager = await makeKey(owner, ["*"]);
  const { id } = await makeKey(owner, ["read"]);
  const revoke = (index: number) =>
    call(manager.key, `/api-keys/${id}`, { method: "DELETE", body: { reason: `Reason ${index}` } });
  expect(await twelve(revoke)).toEqual({ 200: 12 });
  const revocations = { target_id: id, action: "api_key.revoked" };
  const [only, ...others] = await db().auditEntry.findMany({ where: revocations });
  const row = await db().apiKey.findUniqueOrThrow({ where: { id } });
  expect(others).toEqual([]);
  expect(only?.changes).toEqual({ reason: row.revoked_reason });
});

test("narrowing and widening at once end as one of them, never as a mixture", async () => {
  const owner = await makePerson();
  const manager = await makeKey(owner, ["*"]);
  const { id } = await makeKey(owner, ["read"]);
  const choices = [["candidates:read"], ["read", "write"]];
  const change = (index: number) =>
    call(manager.key, `/api-keys/${id}`, { method: "PATCH", body: { scopes: choices[index % 2] } });
  expect(await twelve(change)).toEqual({ 200: 12 });
  expect(choices).toContainEqual((await db().apiKey.findUniqueOrThrow({ where: { id } })).scopes);
});

test("twelve moves of one application at once: each allowed one happened, one after another", async () => {
  const { key } = await makeKey(await makePerson(), ["*"]);
  const { id } = await pipeline(key).application();
  const wanted = ["screening", "interview", "offer", "rejected", "applied", "hired"];
  const move = (index: number) =>
    call(key, `/applications/${id}`, { method: "PATCH", body: { status: wanted[index % wanted.length] } });
  const { 200: moved = 0, 409: refused = 0 } = await twelve(move);
  expect(moved + refused).toBe(12);

  // The history is one way from the beginning to where the application is now: each move begins where one ended.
  const application = await db().application.findUniqueOrThrow({ where: { id }, include: { moves: true } });
  const balance = new Map<string, number>();
  for (const { from_status, to_status } of application.moves) {
    balance.set(to_status, (balance.get(to_status) ?? 0) + 1);
    if (from_status) balance.set(from_status, (balance.get(from_status) ?? 0) - 1);
  }
  expect([...balance].filter(([, count]) => count !== 0)).toEqual([[application.status, 1]]);
  expect(application.hired_at === null).toBe(application.status !== "hired");

  const told = await db().event.findMany({ where: { data: { path: ["id"], equals: id } } });
  const moves = told.filter(({ type }) => !/created|updated/.test(type));
  expect(moves).toHaveLength(application.moves.length - 1);
});

test("twelve offers for one application accepted at once: one hires", async () => {
  const { key } = await makeKey(await makePerson(), ["*"]);
  const make = pipeline(key);
  const { id } = await make.application({ status: "offer" });
  const offers = await Promise.all(Array.from({ length: 12 }, () => make.offer({ application_id: id })));
  const accept = (index: number) =>
    call(key, `/offers/${offers[index]?.id}`, { method: "PATCH", body: { status: "accepted" } });
  expect(await twelve(accept)).toEqual({ 200: 1, 409: 11 });
  expect(await db().offer.count({ where: { application_id: id, status: "accepted" } })).toBe(1);
  expect(await db().applicationMove.count({ where: { application_id: id, to_status: "hired" } })).toBe(1);
});

test("offers accepted while their applications are deleted: no one waits for the other for ever", async () => {
  const { key } = await makeKey(await makePerson(), ["*"]);
  const make = pipeline(key);
  const offers = await Promise.all(Array.from({ length: 6 }, () => make.offer()));
  const act = (index: number) => {
    const offer = offers[index >> 1];
    return index % 2 === 0
      ? call(key, `/offers/${offer?.id}`, { method: "PATCH", body: { status: "accepted" } })
      : call(key, `/applications/${offer?.application_id}`, { method: "DELETE" });
  };
  const { 200: done = 0, 404: gone = 0 } = await twelve(act);
  expect(done + gone).toBe(12);
  const ids = offers.map(({ application_id }) => String(application_id));
  expect(await db().application.count({ where: { id: { in: ids } } })).toBe(0);
});

test("an offer is held only once its application is, by one request and by many in one", async () => {
  const { organization_id, key } = await tenant();
  const accepted = { status: "accepted" };
  const requests = [
    (id: string) => call(key, `/offers/${id}`, { method: "PATCH", body: accepted }),
    (id: string) =>
      call(key, "/bulk", {
        method: "POST",
        body: { operations: [{ op: "update", resource: "offers", id, data: accepted }] },
      }),
  ];
  for (const request of requests) {
    const { id, application_id } = await pipeline(key).offer();
    let answer: ReturnType<typeof request> | undefined;
    await db().$transaction(async (tx) => {
      await lockRow(tx, "applications", organization_id, String(application_id));
      answer = request(id);
      await somebodyWaits(tx);
      // Whoever deletes the application comes from it to the offer, and must find that free.
      await tx.$queryRaw`SELECT 1 FROM offers WHERE id = ${id}::uuid FOR UPDATE NOWAIT`;
    });
    expect((await answer)?.status).toBe(200);
    expect(await db().offer.count({ where: { id, status: "accepted" } })).toBe(1);
  }
});

test("who makes a row keeps nobody from changing what it hangs from", async () => {
  const { organization_id, key } = await tenant();
  const { id } = await pipeline(key).application();
  await db().$transaction(async (tx) => {
    const scheduled_at = new Date("2027-01-31T12:00:00Z");
    await tx.interview.create({ data: { organization_id, application_id: id, scheduled_at } });
    const moved = call(key, `/applications/${id}`, { method: "PATCH", body: { status: "screening" } });
    expect((await moved).status).toBe(200);
    const name = "Made meanwhile";
    const made = call(key, "/api-keys", { method: "POST", body: { name, scopes: ["read"] } });
    expect((await made).status).toBe(201);
  });
});

test("a named bulk request takes all its rows in one order, however many portions it has", async () => {
  const { organization_id, key } = await tenant();
  const bulk = (operations: unknown[], name: string) =>
    call<{ results: { data: { id: string } }[] }>(key, "/bulk", {
      method: "POST",
      body: { operations },
      headers: { "Idempotency-Key": name },
    });
  const create = () => ({ op: "create", resource: "candidates", data: candidateFields() });
  const made = await bulk(Array.from({ length: 60 }, create), "make");
  const ids = made.body.data.results.map(({ data }) => data.id).sort();
  const rename = (id: string) => ({ op: "update", resource: "candidates", id, data: { full_name: "Ada" } });
  let answer: ReturnType<typeof bulk> | undefined;
  await db().$transaction(async (tx) => {
    await lockRow(tx, "candidates", organization_id, String(ids[0]));
    answer = bulk(ids.toReversed().map(rename), "rename");
    await somebodyWaits(tx);
    await tx.$queryRaw`SELECT 1 FROM candidates WHERE id = ${ids.at(-1)}::uuid FOR UPDATE NOWAIT`;
  });
  expect((await answer)?.body.data).toMatchObject({ succeeded: 60 });
});

/** Waits until somebody wants a row that this transaction holds. */
async function somebodyWaits(tx: Tx): Promise<void> {
  const waiting = () => tx.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`;
  await expect.poll(waiting).toHaveLength(1);
}

async function tenant() {
  const owner = await makePerson();
  return { organization_id: owner.organization_id, key: (await makeKey(owner, ["*"])).key };
}

test("twelve ends of one interview at once: one holds, and the others that want another are refused", async () => {
  const { key } = await makeKey(await makePerson(), ["*"]);
  const { id } = await pipeline(key).interview();
  const end = (index: number) => {
    const status = index % 2 === 0 ? "completed" : "cancelled";
    return call(key, `/interviews/${id}`, { method: "PATCH", body: { status } });
  };
  expect(await twelve(end)).toEqual({ 200: 6, 409: 6 });
  const told = await db().event.findMany({ where: { data: { path: ["id"], equals: id } } });
  const { status } = await db().interview.findUniqueOrThrow({ where: { id } });
  expect(told.map(({ type }) => type).sort()).toEqual([`interview.${status}`, "interview.scheduled"].sort());
});

test("a job deleted while twelve apply for it: either it stays with all of them, or nobody applied", async () => {
  const { key } = await makeKey(await makePerson(), ["*"]);
  const make = pipeline(key);
  const { id } = await make.job();
  const candidates = await Promise.all(Array.from({ length: 11 }, () => make.candidate()));
  const act = (index: number) =>
    index === 5
      ? call(key, `/jobs/${id}`, { method: "DELETE" })
      : call(key, "/applications", {
          method: "POST",
          body: { job_id: id, candidate_id: candidates[index > 5 ? index - 1 : index]?.id },
        });
  const { 200: deleted = 0, 201: applied = 0, 409: kept = 0, 422: late = 0 } = await twelve(act);
  expect([deleted + kept, applied + late]).toEqual([1, 11]);
  expect(await db().application.count({ where: { job_id: id } })).toBe(deleted ? 0 : 11);
});
