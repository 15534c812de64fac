import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db, violatedConstraint } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { candidateFields, type Key, makeKey, makePerson, type Person } from "@/lib/testing/seed";

let ours: Person;
let theirs: Person;
let key: Key;
let theirKey: Key;
let theirCandidate: Row;
let theirApplication: Row;
let theirFields: Record<string, unknown>;

beforeAll(async () => {
  [ours, theirs] = await Promise.all([makePerson(), makePerson()]);
  [key, theirKey] = await Promise.all([makeKey(ours, ["*"]), makeKey(theirs, ["*"])]);
  theirFields = candidateFields({ full_name: "Only theirs", tags: ["theirs"] });
  const made = await call(theirKey.key, "/candidates", { method: "POST", body: theirFields });
  theirCandidate = made.body.data;
  const make = pipeline(theirKey.key);
  theirApplication = await make.application({ candidate_id: theirCandidate.id });
  const application_id = theirApplication.id;
  await Promise.all([make.department(), make.webhook()]);
  await Promise.all([make.interview({ application_id }), make.offer({ application_id })]);
});

describe("a key of another organization", () => {
  test.each(["", "?search=theirs", "?tag=theirs", "?source=api"])(
    "lists none of its candidates: %s",
    async (query) => {
      const { body } = await call<Row[]>(key.key, `/candidates${query}`);
      expect(body).toMatchObject({ data: [], meta: { total: 0 } });
    },
  );

  test.each(["departments", "jobs?status=all", "applications", "interviews", "offers", "webhooks"])(
    "lists none of its %s",
    async (list) => {
      const { body } = await call<Row[]>(key.key, `/${list}`);
      expect(body).toMatchObject({ data: [], meta: { total: 0 } });
    },
  );

  test("lists none of its applications by the candidate or job that it names", async () => {
    const { candidate_id, job_id, id } = theirApplication;
    for (const query of [`candidate_id=${candidate_id}`, `job_id=${job_id}`]) {
      expect((await call<Row[]>(key.key, `/applications?${query}`)).body.data).toEqual([]);
    }
    for (const list of ["interviews", "offers"]) {
      expect((await call<Row[]>(key.key, `/${list}?application_id=${id}`)).body.data).toEqual([]);
    }
    const { data } = (await call(key.key, `/analytics/overview?job_id=${job_id}`)).body;
    expect(data).toMatchObject({ applications: { total: 0 }, open_jobs: 0 });
  });

  test("lists none of its keys", async () => {
    const { body } = await call<Row[]>(key.key, "/api-keys?limit=100");
    expect(body.data.map(({ id }) => id)).toEqual([key.id]);
    expect(body.meta.total).toBe(1);
  });

  test("can neither see, change nor delete its rows, which stay as they were", async () => {
    for (const path of [`/candidates/${theirCandidate.id}`, `/api-keys/${theirKey.id}`]) {
      expect((await call(key.key, path)).status).toBe(404);
      const body = path.startsWith("/candidates") ? { full_name: "Ours" } : { name: "Ours" };
      expect((await call(key.key, path, { method: "PATCH", body })).status).toBe(404);
      expect((await call(key.key, path, { method: "DELETE" })).status).toBe(404);
    }
    const still = await call(theirKey.key, `/candidates/${theirCandidate.id}`);
    expect(still.body.data).toEqual(theirCandidate);
    expect((await call(theirKey.key, "/api-keys/current")).body.data.status).toBe("active");
  });

  test("may use the same e-mail address in its own", async () => {
    const mine = await makeKey(await makePerson(), ["*"]);
    const answer = await call(mine.key, "/candidates", { method: "POST", body: theirFields });
    expect(answer.status).toBe(201);
  });

  test("gets its own rows by a cursor that was handed out there", async () => {
    await call(theirKey.key, "/candidates", { method: "POST", body: candidateFields() });
    const { cursor } = (await call(theirKey.key, "/candidates?limit=1")).body.meta;
    const { body } = await call<Row[]>(key.key, `/candidates?cursor=${cursor}`);
    expect(body.data).toEqual([]);
  });
});

describe("the database itself refuses what crosses organizations", () => {
  const refused = async (write: Promise<unknown>, constraint: string) => {
    const error = await write.then(
      () => null,
      (error: unknown) => error,
    );
    expect(violatedConstraint(error)).toBe(constraint);
  };

  test("a key owned by somebody from elsewhere", () =>
    refused(
      db().apiKey.update({ where: { id: key.id }, data: { owner_id: theirs.id } }),
      "api_keys_organization_id_owner_id_fkey",
    ));

  test("a key made by a key from elsewhere", () =>
    refused(
      db().apiKey.update({ where: { id: key.id }, data: { created_by_key_id: theirKey.id } }),
      "api_keys_organization_id_created_by_key_id_fkey",
    ));

  test("an application of a candidate from elsewhere", async () => {
    const { organization_id } = ours;
    const job = await db().job.create({ data: { organization_id, title: "Ours" } });
    await refused(
      db().application.create({ data: { organization_id, job_id: job.id, candidate_id: theirCandidate.id } }),
      "applications_organization_id_candidate_id_fkey",
    );
  });

  test("an interview or an offer of an application from elsewhere", async () => {
    const data = { organization_id: ours.organization_id, application_id: theirApplication.id };
    await refused(
      db().interview.create({ data: { ...data, scheduled_at: new Date() } }),
      "interviews_organization_id_application_id_fkey",
    );
    await refused(db().offer.create({ data }), "offers_organization_id_application_id_fkey");
  });

  test("a job in a department from elsewhere", async () => {
    const where = { organization_id: theirs.organization_id };
    const { id: department_id } = await db().department.findFirstOrThrow({ where });
    await refused(
      db().job.create({ data: { organization_id: ours.organization_id, title: "Ours", department_id } }),
      "jobs_organization_id_department_id_fkey",
    );
  });

  test("a note by an author from elsewhere", () =>
    refused(
      db().note.create({
        data: {
          organization_id: theirs.organization_id,
          candidate_id: theirCandidate.id,
          author_id: ours.id,
          body: randomUUID(),
        },
      }),
      "notes_organization_id_author_id_fkey",
    ));
});
