import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { makeKey, makePerson } from "@/lib/testing/seed";

let key: string;
let make: ReturnType<typeof pipeline>;

beforeEach(async () => {
  key = (await makeKey(await makePerson(), ["*"])).key;
  make = pipeline(key);
});

const create = (body: unknown) => call(key, "/jobs", { method: "POST", body });
const patch = (id: string, body: unknown) => call(key, `/jobs/${id}`, { method: "PATCH", body });
const titles = async (query: string) =>
  (await call<Row[]>(key, `/jobs${query}`)).body.data.map(({ title }) => title).sort();

describe("one job", () => {
  test("is a draft unless said otherwise", async () => {
    expect((await create({ title: "Engineer" })).body.data).toMatchObject({
      title: "Engineer",
      description: null,
      status: "draft",
      department_id: null,
      location_type: null,
      location: null,
      employment_type: null,
      salary_min: null,
      salary_max: null,
      currency: null,
      opened_at: null,
      closed_at: null,
    });
  });

  test("keeps what was sent", async () => {
    const fields = {
      title: "Engineer",
      description: "Builds engines",
      department_id: (await make.department()).id,
      location_type: "hybrid",
      location: "Wien",
      employment_type: "full-time",
      salary_min: 60_000,
      salary_max: 60_000,
      currency: "EUR",
    };
    const { data } = (await create(fields)).body;
    expect(data).toMatchObject(fields);
    expect((await call(key, `/jobs/${data.id}`)).body.data).toEqual(data);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["a currency that does not exist", { currency: "EU1" }, "currency"],
    ["a currency in another case", { currency: "eur" }, "currency"],
    ["a negative salary", { salary_min: -1 }, "salary_min"],
    ["half a unit", { salary_max: 0.5 }, "salary_max"],
    ["a range that is none", { salary_min: 2, salary_max: 1 }, "salary_max"],
    ["an unknown status", { status: "all" }, "status"],
    ["an unknown department", { department_id: "01900000-0000-7000-8000-000000000000" }, "department_id"],
  ])("422: %s", async (_, fields, field) => {
    const answer = await create({ title: "Engineer", ...fields });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: "validation_error", field }]);
  });

  test("422: a department of another organization, in the words for an unknown one", async () => {
    const other = pipeline((await makeKey(await makePerson(), ["*"])).key);
    const foreign = await create({ title: "Engineer", department_id: (await other.department()).id });
    const unknown = await create({
      title: "Engineer",
      department_id: "01900000-0000-7000-8000-000000000000",
    });
    expect(foreign.status).toBe(422);
    expect(foreign.text).toBe(unknown.text);
    expect(foreign.body.errors?.[0]?.message).toBe("Department not found");
  });

  test("422: a range that the change and what is there come to", async () => {
    const { id } = await make.job({ salary_min: 50_000 });
    const answer = await patch(id, { salary_max: 40_000 });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, "salary_max"]);
    expect((await patch(id, { salary_min: null, salary_max: 40_000 })).status).toBe(200);
  });
});

describe("its times follow its status", () => {
  test("opened, closed, opened again, archived, and back to a draft", async () => {
    const { id } = await make.job({ status: "draft" });
    const opened = (await patch(id, { status: "open" })).body.data;
    expect(opened.opened_at).not.toBeNull();
    expect(opened.closed_at).toBeNull();

    const closed = (await patch(id, { status: "closed" })).body.data;
    expect(closed.opened_at).toBe(opened.opened_at);
    expect(closed.closed_at).not.toBeNull();
    expect((await patch(id, { title: "Other" })).body.data).toMatchObject({
      opened_at: opened.opened_at,
      closed_at: closed.closed_at,
    });

    const reopened = (await patch(id, { status: "open" })).body.data;
    expect(reopened.closed_at).toBeNull();
    expect(Date.parse(String(reopened.opened_at))).toBeGreaterThan(Date.parse(String(opened.opened_at)));

    expect((await patch(id, { status: "archived" })).body.data).toMatchObject({
      opened_at: reopened.opened_at,
      closed_at: expect.any(String),
    });
    expect((await patch(id, { status: "draft" })).body.data).toMatchObject({
      opened_at: null,
      closed_at: null,
    });
  });

  test("a job that was never open has no end when it is archived", async () => {
    const { id } = await make.job({ status: "draft" });
    expect((await patch(id, { status: "archived" })).body.data).toMatchObject({
      opened_at: null,
      closed_at: null,
    });
  });
});

describe("filters", () => {
  let department: Row;

  beforeEach(async () => {
    department = await make.department();
    await make.job({ title: "Open", status: "open", location_type: "remote", department_id: department.id });
    await make.job({ title: "Draft", status: "draft", location_type: "remote" });
    await make.job({ title: "Closed", status: "closed", location_type: "onsite" });
    await make.job({ title: "Archived", status: "archived", department_id: department.id });
  });

  test.each([
    ["", ["Closed", "Draft", "Open"]],
    ["?status=all", ["Archived", "Closed", "Draft", "Open"]],
    ["?status=archived", ["Archived"]],
    ["?status=draft", ["Draft"]],
    ["?location_type=remote", ["Draft", "Open"]],
    ["?location_type=remote&status=open", ["Open"]],
    ["?location_type=hybrid", []],
  ])("%s", async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test("by department", async () => {
    expect(await titles(`?department_id=${department.id}`)).toEqual(["Open"]);
    expect(await titles(`?department_id=${department.id}&status=all`)).toEqual(["Archived", "Open"]);
  });

  test.each(["?status=Open", "?status=", "?department_id=1", "?location_type=moon"])(
    "422: %s",
    async (query) => {
      expect((await call(key, `/jobs${query}`)).status).toBe(422);
    },
  );
});

describe("deleting", () => {
  test("409 while somebody has applied, and nothing is lost", async () => {
    const { id, job_id } = await make.application();
    const answer = await call(key, `/jobs/${job_id}`, { method: "DELETE" });
    expect([answer.status, answer.body.errors]).toEqual([
      409,
      [{ code: "conflict", message: "Job has applications" }],
    ]);
    expect((await call(key, `/applications/${id}`)).status).toBe(200);
    await call(key, `/applications/${id}`, { method: "DELETE" });
    expect((await call(key, `/jobs/${job_id}`, { method: "DELETE" })).status).toBe(200);
  });

  test("leaves the department", async () => {
    const department = await make.department();
    const { id } = await make.job({ department_id: department.id });
    await call(key, `/jobs/${id}`, { method: "DELETE" });
    expect(await db().department.count({ where: { id: department.id } })).toBe(1);
  });
});

describe("departments", () => {
  test("are found in their list, where the answer to making one leads", async () => {
    const answer = await call(key, "/departments", { method: "POST", body: { name: "Sales" } });
    const { pathname } = new URL(answer.headers.get("Location") ?? "", "http://api.test");
    const found = await call<Row[]>(key, pathname.replace("/api/v1", ""));
    expect(found.body.data).toEqual([answer.body.data]);
  });

  test("409: two of one name in an organization", async () => {
    const { name } = await make.department();
    const answer = await call(key, "/departments", { method: "POST", body: { name } });
    expect(answer.status).toBe(409);
    expect(answer.body.errors).toMatchObject([{ code: "duplicate", field: "name" }]);
    const other = (await makeKey(await makePerson(), ["*"])).key;
    expect((await call(other, "/departments", { method: "POST", body: { name } })).status).toBe(201);
  });
});
