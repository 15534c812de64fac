import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { makePerson } from "@/lib/testing/seed";
import { DAY_MS, type Lifetime, STATUSES, statusOf } from "./status";
import { statusFilter } from "./status-filter";
import { mint } from "./token";

const NOW = new Date("2027-01-31T12:00:00Z");
const at = (ms: number) => new Date(NOW.getTime() + ms);

// The edges on purpose, and everything around them.
const edges = [-DAY_MS, 0, 7 * DAY_MS].flatMap((edge) => [edge - 1, edge, edge + 1]);
const instants = fc.option(
  fc.oneof(fc.constantFrom(...edges), fc.integer({ min: -9 * DAY_MS, max: 9 * DAY_MS })).map(at),
);
const lifetimes = fc.record({
  revoked_at: fc.option(fc.integer({ min: -2 * DAY_MS, max: 0 }).map(at), { freq: 1 }),
  expires_at: instants,
  ends_at: instants,
  enabled: fc.boolean(),
});

test("the filters select exactly the keys that statusOf puts in each state", async () => {
  const owner = await makePerson();
  const { organization_id } = owner;
  const lives = fc.sample(lifetimes, 400) as Lifetime[];
  await db().apiKey.createMany({
    data: lives.map((life, index) => {
      const { key: _, ...stored } = mint();
      const people = { organization_id, owner_id: owner.id, created_by_id: owner.id };
      return { ...stored, ...people, ...life, name: String(index), scopes: [] };
    }),
  });
  const select = async (status: Parameters<typeof statusFilter>[0]) => {
    const where = { AND: [{ organization_id }, statusFilter(status, NOW)] };
    const rows = await db().apiKey.findMany({ where, select: { name: true } });
    return rows.map(({ name }) => Number(name)).sort((a, b) => a - b);
  };
  const indexesOf = (holds: (life: Lifetime) => boolean) =>
    lives.flatMap((life, index) => (holds(life) ? [index] : []));

  for (const status of STATUSES) {
    expect(await select(status)).toEqual(indexesOf((life) => statusOf(life, NOW) === status));
  }
  const yesterday = at(-DAY_MS);
  const endedBefore = (end: Date | null) => end !== null && end <= yesterday;
  expect(await select("current")).toEqual(
    indexesOf((life) => ![life.revoked_at, life.expires_at, life.ends_at].some(endedBefore)),
  );
});
