import { beforeEach, describe, expect, test } from "vitest";
import { call, type Row } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { makeKey, makePerson } from "@/lib/testing/seed";

let key: string;
let make: ReturnType<typeof pipeline>;

beforeEach(async () => {
  key = (await makeKey(await makePerson(), ["*"])).key;
  make = pipeline(key);
});

const create = async (fields: Record<string, unknown>) =>
  call(key, "/interviews", {
    method: "POST",
    body: {
      application_id: (await make.application()).id,
      scheduled_at: "2027-01-31T12:00:00Z",
      ...fields,
    },
  });
const patch = (id: string, body: unknown) => call(key, `/interviews/${id}`, { method: "PATCH", body });

test("an interview is a video call of an hour unless said otherwise, at an instant told in UTC", async () => {
  const { data } = (await create({ scheduled_at: "2027-01-31T12:00:00+02:00" })).body;
  expect(data).toMatchObject({
    type: "video",
    status: "scheduled",
    scheduled_at: "2027-01-31T10:00:00.000Z",
    duration_minutes: 60,
    location: null,
    interviewer_emails: [],
    feedback: null,
  });
});

test.each([5, 480])("it may take %i minutes", async (duration_minutes) => {
  expect((await create({ duration_minutes })).body.data.duration_minutes).toBe(duration_minutes);
});

test.each<[string, Record<string, unknown>, string]>([
  ["4 minutes", { duration_minutes: 4 }, "duration_minutes"],
  ["481 minutes", { duration_minutes: 481 }, "duration_minutes"],
  ["a time without offset", { scheduled_at: "2027-01-31T12:00:00" }, "scheduled_at"],
  ["a day without time", { scheduled_at: "2027-01-31" }, "scheduled_at"],
  ["no time", { scheduled_at: null }, "scheduled_at"],
  ["no e-mail address", { interviewer_emails: ["ada@example.com", "ada"] }, "interviewer_emails.1"],
  ["an unknown kind", { type: "chat" }, "type"],
  ["an unknown application", { application_id: "01900000-0000-7000-8000-000000000000" }, "application_id"],
])("422: %s", async (_, fields, field) => {
  const answer = await create(fields);
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ code: "validation_error", field }]);
});

test("422: an application of another organization, in the words for an unknown one", async () => {
  const other = pipeline((await makeKey(await makePerson(), ["*"])).key);
  const foreign = await create({ application_id: (await other.application()).id });
  const unknown = await create({ application_id: "01900000-0000-7000-8000-000000000000" });
  expect(foreign.text).toBe(unknown.text);
});

describe("moves", () => {
  const STATUSES = ["scheduled", "completed", "cancelled"];
  const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to })));
  const possible = ({ from, to }: { from: string; to: string }) => from === to || from === "scheduled";

  test.each(pairs.filter(possible))("$from to $to", async ({ from, to }) => {
    const { id } = await make.interview({ status: from });
    const { status, body } = await patch(id, { status: to, feedback: "Good" });
    expect([status, body.data.status]).toEqual([200, to]);
  });

  test.each(pairs.filter((pair) => !possible(pair)))("409: $from to $to", async ({ from, to }) => {
    const before = await make.interview({ status: from });
    const answer = await patch(before.id, { status: to, feedback: "Good" });
    expect([answer.status, answer.body.errors]).toEqual([
      409,
      [{ code: "conflict", message: `The interview is ${from} and cannot become ${to}` }],
    ]);
    expect((await call(key, `/interviews/${before.id}`)).body.data).toEqual(before);
  });

  test("feedback can follow after the end", async () => {
    const { id } = await make.interview({ status: "completed" });
    expect((await patch(id, { feedback: "Hire" })).body.data.feedback).toBe("Hire");
  });
});

test("lists go by application, status and time", async () => {
  const first = await make.interview({ scheduled_at: "2027-01-01T00:00:00Z" });
  const second = await make.interview({ scheduled_at: "2027-02-01T00:00:00Z", status: "completed" });
  const ids = async (query: string) =>
    (await call<Row[]>(key, `/interviews?${query}`)).body.data.map(({ id }) => id);
  expect(await ids("")).toEqual([second.id, first.id]);
  expect(await ids(`application_id=${first.application_id}`)).toEqual([first.id]);
  expect(await ids("status=completed")).toEqual([second.id]);
  expect(await ids("scheduled_after=2027-02-01")).toEqual([second.id]);
  expect(await ids("scheduled_before=2027-02-01")).toEqual([first.id]);
  expect(await ids("scheduled_after=2027-01-01&scheduled_before=2027-02-01&status=completed")).toEqual([]);
});
