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

const patch = async (path: string, body: unknown) =>
  (await call(key, path, { method: "PATCH", body })).body.data;
const remove = (path: string) => call(key, path, { method: "DELETE" });

/** What was told of a row, in order, and in what form each time. */
async function told({ id }: Row) {
  const where = { organization_id: owner.organization_id, data: { path: ["id"], equals: id } };
  const events = await db().event.findMany({ where, orderBy: { created_at: "asc" } });
  return { types: events.map(({ type }) => type), rows: events.map(({ data }) => data) };
}

test("a job: made, changed, closed, archived, opened again; its end is not told", async () => {
  const job = await make.job({ status: "draft" });
  const path = `/jobs/${job.id}`;
  const rows = [
    job,
    await patch(path, { title: "Other" }),
    await patch(path, { status: "open" }),
    await patch(path, { status: "closed", title: "Another" }),
    await patch(path, { status: "closed" }),
    await patch(path, { status: "archived" }),
  ];
  await remove(path);
  expect(await told(job)).toEqual({
    types: ["job.created", "job.updated", "job.updated", "job.closed", "job.updated", "job.archived"],
    rows,
  });
});

test("an application: each move once, by what it comes to", async () => {
  const application = await make.application();
  const path = `/applications/${application.id}`;
  const rows = [application];
  for (const body of [
    { status: "screening" },
    { status: "applied" },
    { status: "rejected", rejection_reason: "Another was faster" },
    { rejection_reason: "None" },
    { status: "offer" },
    { status: "hired" },
    { status: "hired" },
  ]) {
    rows.push(await patch(path, body));
  }
  await remove(path);
  expect(await told(application)).toEqual({
    types: [
      "application.created",
      "application.stage_changed",
      "application.stage_changed",
      "application.rejected",
      "application.updated",
      "application.stage_changed",
      "application.hired",
      "application.updated",
    ],
    rows,
  });
});

test("an interview: scheduled, for another time too, and its end; other changes are not told", async () => {
  const interview = await make.interview();
  const path = `/interviews/${interview.id}`;
  await patch(path, { location: "Room 2" });
  const moved = await patch(path, { scheduled_at: "2027-02-28T12:00:00Z" });
  const completed = await patch(path, { status: "completed" });
  await patch(path, { feedback: "Hire" });
  expect(await told(interview)).toEqual({
    types: ["interview.scheduled", "interview.scheduled", "interview.completed"],
    rows: [interview, moved, completed],
  });

  const other = await make.interview();
  await patch(`/interviews/${other.id}`, { status: "cancelled", scheduled_at: "2027-02-28T12:00:00Z" });
  expect((await told(other)).types).toEqual(["interview.scheduled", "interview.cancelled"]);
});

test("an offer: made, and accepted together with the application's hire", async () => {
  const offer = await make.offer();
  await patch(`/offers/${offer.id}`, { salary: 1 });
  const accepted = await patch(`/offers/${offer.id}`, { status: "accepted" });
  expect(await told(offer)).toEqual({
    types: ["offer.created", "offer.accepted"],
    rows: [offer, accepted],
  });
  const application = await told({ id: String(offer.application_id) });
  expect(application.types).toEqual(["application.created", "application.hired"]);
  expect(application.rows[1]).toMatchObject({ status: "hired" });
});

test("an offer: rejected; its withdrawal is not told", async () => {
  const [rejected, withdrawn] = [await make.offer(), await make.offer()];
  await patch(`/offers/${rejected.id}`, { status: "rejected" });
  await patch(`/offers/${withdrawn.id}`, { status: "withdrawn" });
  expect((await told(rejected)).types).toEqual(["offer.created", "offer.rejected"]);
  expect((await told(withdrawn)).types).toEqual(["offer.created"]);
});

test("departments and webhooks tell nothing; the trail names them all the same", async () => {
  const rows = [await make.department(), await make.webhook()];
  for (const row of rows) expect((await told(row)).types).toEqual([]);
  const trail = await db().auditEntry.findMany({ where: { target_id: { in: rows.map(({ id }) => id) } } });
  expect(trail.map(({ action }) => action).sort()).toEqual(["department.created", "webhook.created"]);
});

describe("what is refused is not told", () => {
  test.each<[string, () => Promise<[path: string, body: unknown, status: number]>]>([
    [
      "a wrong move",
      async () => {
        const { id } = await make.application({ status: "hired" });
        return [`/applications/${id}`, { status: "applied" }, 409];
      },
    ],
    [
      "an offer that cannot hire",
      async () => {
        const { id: application_id } = await make.application({ status: "rejected" });
        return [`/offers/${(await make.offer({ application_id })).id}`, { status: "accepted" }, 409];
      },
    ],
    [
      "a department that does not exist",
      async () => {
        const department_id = "01900000-0000-7000-8000-000000000000";
        return [`/jobs/${(await make.job()).id}`, { department_id, status: "closed" }, 422];
      },
    ],
  ])("%s", async (_, prepare) => {
    const [path, body, status] = await prepare();
    const tenant = { where: { organization_id: owner.organization_id } };
    const before = [await db().event.count(tenant), await db().auditEntry.count(tenant)];
    expect((await call(key, path, { method: "PATCH", body })).status).toBe(status);
    expect([await db().event.count(tenant), await db().auditEntry.count(tenant)]).toEqual(before);
  });
});

test("the trail says who was moved from where to where", async () => {
  const { id } = await make.application();
  await patch(`/applications/${id}`, { status: "rejected", rejection_reason: "Private reasons" });
  const [entry] = await db().auditEntry.findMany({
    where: { target_id: id, action: "application.updated" },
  });
  expect(entry?.changes).toEqual({
    fields: ["status", "rejection_reason"],
    status: { from: "applied", to: "rejected" },
  });
});
