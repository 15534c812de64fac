import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { makeKey, makeOrganization, makePerson, type Organization, type Person } from "@/lib/testing/seed";

let organization: Organization;
let author: Person;
let colleague: Person;
let key: string;
let colleagueKey: string;
let path: string;

beforeEach(async () => {
  organization = await makeOrganization();
  [author, colleague] = await Promise.all([
    makePerson("admin", organization),
    makePerson("admin", organization),
  ]);
  [key, colleagueKey] = (await Promise.all([makeKey(author, ["*"]), makeKey(colleague, ["*"])])).map(
    ({ key }) => key,
  ) as [string, string];
  path = `/candidates/${(await pipeline(key).candidate()).id}/notes`;
});

const write = (fields: Record<string, unknown>, by = key) =>
  call(by, path, { method: "POST", body: { body: "Called", ...fields } });
const bodies = async (by: string) => (await call<Row[]>(by, path)).body.data.map(({ body }) => body);
const told = () => db().event.findMany({ where: { organization_id: organization.id, type: "note.created" } });

test("a note is by the owner of the key, for everybody unless said otherwise, and told", async () => {
  const { data } = (await write({})).body;
  expect(data).toMatchObject({
    body: "Called",
    visibility: "shared",
    author: { id: author.id, name: author.name },
  });
  expect((await call<Row[]>(colleagueKey, path)).body.data).toEqual([data]);
  expect((await told()).map((event) => event.data)).toEqual([data]);
});

describe("a private note", () => {
  beforeEach(() => write({ body: "Between us", visibility: "private" }));

  test("is seen by its author's keys only, not even by other admins", async () => {
    const { key: another } = await makeKey(author, ["candidates:read"]);
    expect(await bodies(key)).toEqual(["Between us"]);
    expect(await bodies(another)).toEqual(["Between us"]);
    expect((await call<Row[]>(colleagueKey, path)).body).toMatchObject({ data: [], meta: { total: 0 } });
  });

  test("stays hidden behind another's cursor", async () => {
    for (const body of ["1", "2"]) await write({ body }, colleagueKey);
    const { cursor } = (await call(key, `${path}?limit=2`)).body.meta;
    const { data } = (await call<Row[]>(colleagueKey, `${path}?limit=2&cursor=${cursor}`)).body;
    expect(data).toEqual([]);
  });

  test("is told to nobody", async () => {
    expect(await told()).toEqual([]);
  });

  test("leaves no trace of its words in the trail", async () => {
    const trail = await db().auditEntry.findMany({
      where: { organization_id: organization.id },
      omit: { seq: true },
    });
    expect(trail.map(({ action }) => action)).toContain("note.created");
    expect(JSON.stringify(trail)).not.toContain("Between us");
  });
});

test("newest first, in pages", async () => {
  for (const body of ["1", "2", "3"]) await write({ body });
  const page = await call<Row[]>(key, `${path}?limit=2`);
  expect(page.body.data.map(({ body }) => body)).toEqual(["3", "2"]);
  expect(page.body.meta).toMatchObject({ total: 3, has_more: true });
  const next = await call<Row[]>(key, `${path}?limit=2&cursor=${page.body.meta.cursor}`);
  expect(next.body.data.map(({ body }) => body)).toEqual(["1"]);
});

test("the answer to writing one leads to the list", async () => {
  const { pathname } = new URL((await write({})).headers.get("Location") ?? "", "http://api.test");
  expect(pathname).toBe(`/api/v1${path}`);
});

test("a cursor holds for the notes of one candidate only", async () => {
  for (const body of ["1", "2"]) await write({ body });
  const { cursor } = (await call(key, `${path}?limit=1`)).body.meta;
  const other = (await pipeline(key).candidate()).id;
  expect((await call(key, `/candidates/${other}/notes?limit=1&cursor=${cursor}`)).status).toBe(422);
});

test.each<[string, Record<string, unknown>]>([
  ["no words", { body: " " }],
  ["too many", { body: "x".repeat(20_001) }],
  ["an unknown visibility", { visibility: "public" }],
  ["another author", { author_id: "01900000-0000-7000-8000-000000000000" }],
])("422: %s", async (_, fields) => {
  expect((await write(fields)).status).toBe(422);
});
