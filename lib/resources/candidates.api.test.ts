import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { call, type Row } from "@/lib/testing/call";
import { candidateFields, makeKey, makePerson, type Person } from "@/lib/testing/seed";

let owner: Person;
let key: string;

beforeEach(async () => {
  owner = await makePerson();
  key = (await makeKey(owner, ["candidates:read", "candidates:write"])).key;
});

const create = (fields: Record<string, unknown> = {}) =>
  call(key, "/candidates", { method: "POST", body: candidateFields(fields) });
const patch = (id: string, body: unknown) => call(key, `/candidates/${id}`, { method: "PATCH", body });
const list = (query = "") => call<Row[]>(key, `/candidates${query}`);
const names = async (query: string) => (await list(query)).body.data.map(({ full_name }) => full_name);

/** Rows as they might have come over time, written directly. */
async function seedRows(
  rows: { full_name: string; created_at?: Date; tags?: string[]; source?: string; email?: string }[],
) {
  await db().candidate.createMany({
    data: rows.map((row) => ({
      email: `${randomUUID()}@candidate.test`,
      ...row,
      organization_id: owner.organization_id,
    })),
  });
}

describe("one candidate", () => {
  test("is what was sent, with defaults for the rest", async () => {
    const { body } = await create({ full_name: "  Ada Lovelace ", tags: ["math", "math", "engines"] });
    expect(body.data).toMatchObject({
      full_name: "Ada Lovelace",
      phone: null,
      tags: ["math", "engines"],
      source: "api",
      location: null,
      linkedin_url: null,
    });
    expect(body.data.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(body.data.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(Object.keys(body.data)).not.toContain("organization_id");
  });

  test("is changed only where the change says so; null clears an optional field", async () => {
    const { data } = (await create({ phone: "1", tags: ["a"], source: "referral", location: "Wien" })).body;
    const changed = await patch(data.id, { phone: null, full_name: "Grace Hopper" });
    expect(changed.body.data).toEqual({
      ...data,
      phone: null,
      full_name: "Grace Hopper",
      updated_at: changed.body.data.updated_at,
    });
    expect((await call(key, `/candidates/${data.id}`)).body.data).toEqual(changed.body.data);
  });

  test.each([{}, { full_name: null }, { email: null }, { tags: null }, { source: null }])(
    "422: a change to %j",
    async (change) => {
      const { data } = (await create()).body;
      expect((await patch(data.id, change)).status).toBe(422);
    },
  );

  test.each<[string, Record<string, unknown>]>([
    ["a NUL byte", { full_name: "a\0b" }],
    ["a lone surrogate", { full_name: "a\ud800" }],
    ["a lone surrogate in a tag", { tags: ["\udc00"] }],
    ["a name too long", { full_name: "x".repeat(201) }],
    ["a blank name", { full_name: "   " }],
    ["too many tags", { tags: Array.from({ length: 51 }, String) }],
    ["no e-mail address", { email: "ada at home" }],
    ["a script for a web address", { linkedin_url: "javascript:alert(1)" }],
    ["a number for a text", { phone: 5 }],
  ])("422: %s", async (_, fields) => {
    const answer = await create(fields);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toHaveLength(1);
  });

  test("keeps text as it is, whatever it looks like", async () => {
    const full_name = `<script>alert(1)</script> '; DROP TABLE candidates; -- 👩‍💻 ${"é".normalize("NFD")} %_\\`;
    expect((await create({ full_name })).body.data.full_name).toBe(full_name);
  });

  test("409: a change to an e-mail address that is taken in another case", async () => {
    const first = candidateFields();
    await call(key, "/candidates", { method: "POST", body: first });
    const { data } = (await create()).body;
    const answer = await patch(data.id, { email: String(first.email).toUpperCase() });
    expect(answer.status).toBe(409);
    expect(answer.body.errors).toMatchObject([{ code: "duplicate", field: "email" }]);
    expect((await patch(data.id, { email: String(data.email).toUpperCase() })).status).toBe(200);
  });

  test("a delete answers with the row as it ended, and then it is gone", async () => {
    const { data } = (await create()).body;
    const answer = await call(key, `/candidates/${data.id}`, { method: "DELETE" });
    expect([answer.status, answer.body.data]).toEqual([200, data]);
    expect((await call(key, `/candidates/${data.id}`)).status).toBe(404);
    expect((await list()).body.meta.total).toBe(0);
  });
});

describe("filters", () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);

  // With addresses of their own: a random one may hold the letters that are searched for.
  beforeEach(() =>
    seedRows([
      {
        full_name: "Ada Lovelace",
        created_at: day("2026-03-01"),
        tags: ["math"],
        source: "referral",
        email: "countess@engine.test",
      },
      {
        full_name: "ADAM 100%",
        created_at: day("2026-02-01"),
        tags: ["math", "ops"],
        source: "api",
        email: "2@engine.test",
      },
      {
        full_name: "under_score",
        created_at: day("2026-01-01"),
        tags: ["ops"],
        source: "api",
        email: "3@engine.test",
      },
      {
        full_name: "back\\slash",
        email: "4@engine.test",
        created_at: new Date("2025-12-31T23:59:59.999Z"),
        tags: [],
        source: "import",
      },
    ]),
  );

  test.each([
    ["?search=ada", ["Ada Lovelace", "ADAM 100%"]],
    ["?search=LOVE", ["Ada Lovelace"]],
    ["?search=countess%40ENGINE", ["Ada Lovelace"]],
    ["?search=%25", ["ADAM 100%"]],
    ["?search=_", ["under_score"]],
    ["?search=%5C", ["back\\slash"]],
    ["?search=nobody", []],
    ["?tag=math", ["Ada Lovelace", "ADAM 100%"]],
    ["?tag=mat", []],
    ["?tag=Math", []],
    ["?source=api", ["ADAM 100%", "under_score"]],
    ["?source=API", []],
    ["?created_after=2026-02-01", ["Ada Lovelace", "ADAM 100%"]],
    ["?created_before=2026-02-01", ["under_score", "back\\slash"]],
    ["?created_after=2026-01-01T00:00:00Z&created_before=2026-03-01", ["ADAM 100%", "under_score"]],
    ["?created_before=2026-01-01T01:00:00%2B01:00", ["back\\slash"]],
    ["?tag=math&source=api&search=ada", ["ADAM 100%"]],
    ["?created_after=2026-03-01&created_before=2026-03-01", []],
  ])("%s", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
    expect((await list(query)).body.meta.total).toBe(expected.length);
  });
});

describe("pages", () => {
  const INSTANT = new Date("2026-01-01T00:00:00.123Z");

  beforeEach(() =>
    seedRows(
      Array.from({ length: 23 }, (_, index) => ({
        full_name: `Person ${index}`,
        // Seven at a time at the same instant, so that ties fall on the edges of pages.
        created_at: new Date(INSTANT.getTime() + Math.floor(index / 7) * 1_000),
      })),
    ),
  );

  const idsOf = (rows: Row[]) => rows.map(({ id }) => id);

  async function walk(query: string, whilst: () => Promise<unknown> = async () => undefined) {
    const found: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await list(`?limit=5${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      expect(page.status).toBe(200);
      expect(page.body.meta).toMatchObject({ total: 23, limit: 5, offset: found.length });
      found.push(...idsOf(page.body.data));
      cursor = page.body.meta.cursor;
      expect(page.body.meta.has_more).toBe(cursor !== null);
      await whilst();
    }
    return found;
  }

  test("by offset and by cursor hold the same rows, each once, newest first", async () => {
    const all = (await list("?limit=100")).body.data;
    expect(all).toHaveLength(23);
    const sorted = all.toSorted((a, b) => (`${b.created_at}${b.id}` < `${a.created_at}${a.id}` ? -1 : 1));
    expect(idsOf(all)).toEqual(idsOf(sorted));

    const byOffset = await Promise.all([0, 5, 10, 15, 20].map((offset) => list(`?limit=5&offset=${offset}`)));
    expect(byOffset.flatMap(({ body }) => idsOf(body.data))).toEqual(idsOf(all));
    expect(await walk("")).toEqual(idsOf(all));
  });

  test("by cursor stay true while rows are added and removed", async () => {
    const before = idsOf((await list("?limit=100")).body.data);
    const found = await walk("", () => create());
    expect(found).toEqual(before);
  });

  test("a cursor holds for the same filters only", async () => {
    const { cursor } = (await list("?limit=5&search=person")).body.meta;
    expect((await list(`?limit=5&search=person&cursor=${cursor}`)).status).toBe(200);
    for (const query of ["", "&search=Person", "&search=person&source=api", "&search=person&offset=5"]) {
      const answer = await list(`?limit=5&cursor=${cursor}${query}`);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ field: "cursor" }]);
    }
  });

  test("beyond the last row there is an empty page", async () => {
    const { body } = await list("?offset=1000000");
    expect(body).toMatchObject({ data: [], meta: { total: 23, has_more: false, cursor: null } });
  });
});
