import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";

let owner: Person;
let key: string;
let make: ReturnType<typeof pipeline>;

beforeEach(async () => {
  owner = await makePerson();
  key = (await makeKey(owner, ["*"])).key;
  make = pipeline(key);
});

const patch = (id: string, body: unknown, by = key) => call(by, `/offers/${id}`, { method: "PATCH", body });
const applicationOf = async ({ application_id }: Row) =>
  (await call(key, `/applications/${application_id}`)).body.data;

test("an offer is sent when it is made", async () => {
  const offer = await make.offer({
    salary: 90_000,
    currency: "GBP",
    start_date: "2027-03-01",
    expires_at: "2027-02-01T12:00:00+01:00",
  });
  expect(offer).toMatchObject({
    status: "sent",
    salary: 90_000,
    currency: "GBP",
    start_date: "2027-03-01",
    expires_at: "2027-02-01T11:00:00.000Z",
  });
  expect((await call(key, `/offers/${offer.id}`)).body.data).toEqual(offer);
});

test.each<[string, Record<string, unknown>, string]>([
  ["a day that does not exist", { start_date: "2027-02-30" }, "start_date"],
  ["a day with a time", { start_date: "2027-03-01T00:00:00Z" }, "start_date"],
  ["an unknown currency", { currency: "XYZ" }, "currency"],
  ["a status to begin with", { status: "accepted" }, "status"],
  ["an unknown application", { application_id: "01900000-0000-7000-8000-000000000000" }, "application_id"],
])("422: %s", async (_, fields, field) => {
  const body = { application_id: (await make.application()).id, ...fields };
  const answer = await call(key, "/offers", { method: "POST", body });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ code: "validation_error", field }]);
});

describe("moves", () => {
  const STATUSES = ["sent", "accepted", "rejected", "withdrawn"];
  const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to })));
  const possible = ({ from, to }: { from: string; to: string }) => from === to || from === "sent";
  const offerThatIs = async (status: string) => {
    const { id } = await make.offer();
    return (await patch(id, { status })).body.data;
  };

  test.each(pairs.filter(possible))("$from to $to", async ({ from, to }) => {
    const { id } = await offerThatIs(from);
    const { status, body } = await patch(id, { status: to });
    expect([status, body.data.status]).toEqual([200, to]);
  });

  test.each(pairs.filter((pair) => !possible(pair)))("409: $from to $to", async ({ from, to }) => {
    const before = await offerThatIs(from);
    const answer = await patch(before.id, { status: to, salary: 1 });
    expect([answer.status, answer.body.errors]).toEqual([
      409,
      [{ code: "conflict", message: `The offer is ${from} and cannot become ${to}` }],
    ]);
    expect((await call(key, `/offers/${before.id}`)).body.data).toEqual(before);
  });
});

describe("accepting", () => {
  test.each(["applied", "screening", "interview", "offer"])(
    "hires from %s; offers:write suffices",
    async (stage) => {
      const offer = await make.offer({ application_id: (await make.application({ status: stage })).id });
      const { key: clerk } = await makeKey(owner, ["offers:write"]);
      expect((await patch(offer.id, { status: "accepted" }, clerk)).status).toBe(200);
      const application = await applicationOf(offer);
      expect(application.status).toBe("hired");
      expect(application.hired_at).not.toBeNull();
      const moves = {
        application_id: application.id,
        from_status: stage as never,
        to_status: "hired" as const,
      };
      expect(await db().applicationMove.count({ where: moves })).toBe(1);
    },
  );

  test.each([
    ["rejected", "A rejected application cannot be moved to hired"],
    ["hired", "The application is hired already"],
  ])("409 where the application is %s, and nothing is changed or told", async (status, message) => {
    const offer = await make.offer({ application_id: (await make.application({ status })).id });
    const before = await applicationOf(offer);
    const tenant = { where: { organization_id: owner.organization_id } };
    const told = await db().event.count(tenant);
    const answer = await patch(offer.id, { status: "accepted", salary: 1 });
    expect([answer.status, answer.body.errors]).toEqual([409, [{ code: "conflict", message }]]);
    expect((await call(key, `/offers/${offer.id}`)).body.data).toEqual(offer);
    expect(await applicationOf(offer)).toEqual(before);
    expect(await db().event.count(tenant)).toBe(told);
  });

  test("409 for an offer that has expired, unless it is given more time", async () => {
    const offer = await make.offer({ expires_at: "2020-01-01T00:00:00Z" });
    const answer = await patch(offer.id, { status: "accepted" });
    expect([answer.status, answer.body.errors]).toEqual([
      409,
      [{ code: "conflict", message: "The offer has expired and cannot be accepted" }],
    ]);
    expect((await applicationOf(offer)).status).toBe("offer");
    expect((await patch(offer.id, { status: "accepted", expires_at: null })).status).toBe(200);
    const late = await make.offer({ expires_at: "2020-01-01T00:00:00Z" });
    expect((await patch(late.id, { status: "withdrawn" })).status).toBe(200);
  });

  test("rejecting or withdrawing leaves the application where it is", async () => {
    for (const status of ["rejected", "withdrawn"]) {
      const offer = await make.offer();
      await patch(offer.id, { status });
      expect((await applicationOf(offer)).status).toBe("offer");
    }
  });
});

test("lists go by application and status", async () => {
  const first = await make.offer();
  const second = await make.offer();
  await patch(second.id, { status: "withdrawn" });
  const ids = async (query: string) =>
    (await call<Row[]>(key, `/offers?${query}`)).body.data.map(({ id }) => id);
  expect(await ids("")).toEqual([second.id, first.id]);
  expect(await ids(`application_id=${first.application_id}`)).toEqual([first.id]);
  expect(await ids("status=withdrawn")).toEqual([second.id]);
});
