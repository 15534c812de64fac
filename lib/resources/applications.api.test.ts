import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { APPLICATION_STATUSES } from "./application-moves";

const UNKNOWN_ID = "01900000-0000-7000-8000-000000000000";

let key: string;
let make: ReturnType<typeof pipeline>;

beforeEach(async () => {
  key = (await makeKey(await makePerson(), ["*"])).key;
  make = pipeline(key);
});

const create = (body: unknown) => call(key, "/applications", { method: "POST", body });
const get = (id: string) => call(key, `/applications/${id}`);
const patch = (id: string, body: unknown) => call(key, `/applications/${id}`, { method: "PATCH", body });
const move = (id: string, status: string) => patch(id, { status });

/** The statuses that an application went through, by its history. */
async function wayOf(id: string) {
  const moves = await db().applicationMove.findMany({ where: { application_id: id } });
  const way: string[] = [];
  for (let next = moves.find(({ from_status }) => from_status === null); next; ) {
    const { to_status, id: reached } = next;
    way.push(to_status);
    next = moves.find(({ id, from_status }) => from_status === to_status && id > reached);
  }
  expect(way).toHaveLength(moves.length);
  return way;
}

describe("one application", () => {
  test("begins as applied, and has that in its history", async () => {
    const [candidate, job] = [await make.candidate(), await make.job()];
    const { data } = (await create({ candidate_id: candidate.id, job_id: job.id })).body;
    expect(data).toMatchObject({
      candidate_id: candidate.id,
      job_id: job.id,
      status: "applied",
      rejection_reason: null,
      hired_at: null,
    });
    expect(await wayOf(data.id)).toEqual(["applied"]);
  });

  test("takes a reason of its rejection only where it is rejected then", async () => {
    const { id, candidate_id } = await make.application();
    const job_id = (await make.job()).id;
    const rejection_reason = "Another was faster";
    const refused = [{ code: "validation_error", field: "rejection_reason" }];
    for (const answer of [
      await create({ candidate_id, job_id, rejection_reason }),
      await patch(id, { rejection_reason }),
      await patch(id, { status: "hired", rejection_reason }),
    ]) {
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject(refused);
    }
    expect((await patch(id, { status: "rejected", rejection_reason })).status).toBe(200);
    expect((await patch(id, { status: "applied", rejection_reason })).status).toBe(422);
    expect((await patch(id, { status: "applied", rejection_reason: null })).status).toBe(200);
  });

  test("made as hired, was hired when it was made", async () => {
    const { hired_at, created_at } = await make.application({ status: "hired" });
    expect(hired_at).toBe(created_at);
  });

  test("read alone shows who applied for what; in a list, and in the answer to a write, only their ids", async () => {
    const application = await make.application();
    const { data } = (await get(application.id)).body;
    const candidate = (await call(key, `/candidates/${application.candidate_id}`)).body.data;
    expect(data).toEqual({
      ...application,
      candidate: { id: candidate.id, full_name: candidate.full_name, email: candidate.email },
      job_role: { id: application.job_id, title: "Engineer" },
    });
    const listed = (await call<Row[]>(key, "/applications")).body.data;
    expect(listed).toEqual([application]);
    expect((await move(application.id, "screening")).body.data).not.toHaveProperty("candidate");
  });

  test("may begin further on, as when it comes from another system", async () => {
    const hired = await make.application({ status: "hired" });
    expect(hired.hired_at).not.toBeNull();
    expect(await wayOf(hired.id)).toEqual(["hired"]);
  });

  test("409: the same candidate for the same job again", async () => {
    const { candidate_id, job_id } = await make.application();
    const answer = await create({ candidate_id, job_id });
    expect([answer.status, answer.body.errors]).toEqual([
      409,
      [{ code: "duplicate", message: "Application with this candidate_id and job_id already exists" }],
    ]);
    await make.application({ candidate_id });
    await make.application({ job_id });
  });

  test.each(["candidate_id", "job_id"])("422: an unknown or foreign %s, in the same words", async (field) => {
    const ids = { candidate_id: (await make.candidate()).id, job_id: (await make.job()).id };
    const other = pipeline((await makeKey(await makePerson(), ["*"])).key);
    const foreign = field === "job_id" ? await other.job() : await other.candidate();
    const answers = [
      await create({ ...ids, [field]: UNKNOWN_ID }),
      await create({ ...ids, [field]: foreign.id }),
    ];
    for (const { status, body } of answers) {
      const message = `${field === "job_id" ? "Job" : "Candidate"} not found`;
      expect([status, body.errors]).toEqual([422, [{ code: "validation_error", message, field }]]);
    }
  });

  test("422: another candidate or job for it", async () => {
    const { id } = await make.application();
    const answer = await patch(id, { status: "offer", candidate_id: UNKNOWN_ID, job_id: UNKNOWN_ID });
    expect(answer.body.errors).toMatchObject([{ field: "candidate_id" }, { field: "job_id" }]);
  });
});

describe("moves", () => {
  const OPEN = ["applied", "screening", "interview", "offer"];
  const possible = (from: string, to: string) => from !== "hired" && !(from === "rejected" && to === "hired");
  const pairs = APPLICATION_STATUSES.flatMap((from) =>
    APPLICATION_STATUSES.filter((to) => to !== from).map((to) => ({ from, to, ok: possible(from, to) })),
  );

  test.each(pairs.filter(({ ok }) => ok))("$from to $to", async ({ from, to }) => {
    const { id } = await make.application({ status: from });
    const { status, body } = await move(id, to);
    expect([status, body.data.status]).toEqual([200, to]);
    expect(body.data.hired_at === null).toBe(to !== "hired");
    expect(await wayOf(id)).toEqual([from, to]);
  });

  test.each(pairs.filter(({ ok }) => !ok))("409: $from to $to", async ({ from, to }) => {
    const before = await make.application({ status: from });
    const answer = await move(before.id, to);
    expect(answer.status).toBe(409);
    expect(answer.body.errors).toEqual([
      { code: "conflict", message: `A ${from} application cannot be moved to ${to}` },
    ]);
    expect((await get(before.id)).body.data).toMatchObject(before);
    expect(await wayOf(before.id)).toEqual([from]);
  });

  test.each(APPLICATION_STATUSES)("%s to itself is none, and no fault", async (status) => {
    const before = await make.application({ status });
    const { data } = (await move(before.id, status)).body;
    expect(data).toEqual({ ...before, updated_at: data.updated_at });
    expect(await wayOf(before.id)).toEqual([status]);
  });

  test("through all of them, with each in the history", async () => {
    const { id } = await make.application();
    const way = ["screening", "interview", "screening", "rejected", "interview", "offer", "hired"];
    for (const status of way) expect((await move(id, status)).status).toBe(200);
    expect(await wayOf(id)).toEqual(["applied", ...way]);
  });

  test("the reason of a rejection stays with it, and goes when the application is opened again", async () => {
    const { id } = await make.application();
    const rejected = await patch(id, { status: "rejected", rejection_reason: "Another was faster" });
    expect(rejected.body.data.rejection_reason).toBe("Another was faster");
    expect((await patch(id, { rejection_reason: "Too late" })).body.data.rejection_reason).toBe("Too late");
    expect((await move(id, "screening")).body.data.rejection_reason).toBeNull();
  });

  test("statuses in lists", async () => {
    for (const status of APPLICATION_STATUSES) await make.application({ status });
    for (const status of OPEN) {
      const { data } = (await call<Row[]>(key, `/applications?status=${status}`)).body;
      expect(data.map((row) => row.status)).toEqual([status]);
    }
  });
});

test("lists go by candidate and by job", async () => {
  const first = await make.application();
  const second = await make.application({ candidate_id: first.candidate_id });
  const third = await make.application({ job_id: first.job_id, status: "screening" });
  const ids = async (query: string) =>
    (await call<Row[]>(key, `/applications?${query}`)).body.data.map(({ id }) => id).sort();
  expect(await ids(`candidate_id=${first.candidate_id}`)).toEqual([first.id, second.id].sort());
  expect(await ids(`job_id=${first.job_id}`)).toEqual([first.id, third.id].sort());
  expect(await ids(`job_id=${first.job_id}&status=screening`)).toEqual([third.id]);
  expect(await ids(`job_id=${UNKNOWN_ID}`)).toEqual([]);
});

describe("deleting takes along what belongs to it", () => {
  let application: Row;

  beforeEach(async () => {
    application = await make.application();
    await make.interview({ application_id: application.id });
    await make.offer({ application_id: application.id });
    await make.note({}, String(application.candidate_id));
  });

  const left = async () => {
    const of = { where: { application_id: application.id } };
    return [await db().interview.count(of), await db().offer.count(of), await db().applicationMove.count(of)];
  };

  test("an application: its interviews, offers and history", async () => {
    const { status, body } = await call(key, `/applications/${application.id}`, { method: "DELETE" });
    expect([status, body.data]).toEqual([200, application]);
    expect(await left()).toEqual([0, 0, 0]);
    expect((await call(key, `/candidates/${application.candidate_id}`)).status).toBe(200);
  });

  test("a candidate: its applications with all that, and its notes", async () => {
    await call(key, `/candidates/${application.candidate_id}`, { method: "DELETE" });
    expect((await get(application.id)).status).toBe(404);
    expect(await left()).toEqual([0, 0, 0]);
    expect(await db().note.count({ where: { candidate_id: String(application.candidate_id) } })).toBe(0);
    expect((await call(key, `/jobs/${application.job_id}`)).status).toBe(200);
  });
});
