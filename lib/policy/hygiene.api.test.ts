import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { NOWHERE, operator, person } from "@/lib/access/actor";
import { SCOPE_NAMES } from "@/lib/access/scopes";
import { knownToFormerMember } from "@/lib/api-keys/former-member";
import { judged } from "@/lib/api-keys/lock-policy";
import { brokenRules, LEEWAY_MS } from "@/lib/api-keys/policy";
import { rotateKey } from "@/lib/api-keys/rotate";
import { DAY_MS } from "@/lib/api-keys/status";
import { livingFilter } from "@/lib/api-keys/status-filter";
import { mint } from "@/lib/api-keys/token";
import { db, type Prisma } from "@/lib/db";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { deadKeysOfDay } from "@/lib/usage/dead-calls";
import { FINDINGS, type Finding } from "./findings";
import { countBreaches, countFindings, listFinding } from "./hygiene";
import type { Policy } from "./schema";
import { markCallsSeen } from "./seen-calls";

const NOW = new Date();
const day = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const ALL = { limit: 10_000, offset: 0 };
const NONE: Policy = {
  max_days: null,
  expiry_required: false,
  no_broad_scopes: false,
  addresses_required: false,
  idle_days: null,
};
const POLICY: Policy = {
  max_days: 90,
  expiry_required: true,
  no_broad_scopes: true,
  addresses_required: true,
  idle_days: 60,
};
const adminOf = (of: Person) => person(of, NOWHERE, NOW);
const list = async (of: Person, finding: Finding) =>
  (await listFinding(adminOf(of), finding, ALL, NOW)).map(({ key }) => key.id).sort();

async function organizationOf({ organization_id: id }: Person) {
  return db().organization.findUniqueOrThrow({ where: { id } });
}

/** A key with nothing to find. */
const sound = (of: Person, columns: Prisma.ApiKeyUncheckedUpdateInput = {}) =>
  makeKey(of, ["jobs:read"], { expires_at: day(60), ...columns });

test("each finding lists the keys that have it, and counts them; dead ones have none", async () => {
  const admin = await makePerson();
  const former = await makePerson("recruiter", await organizationOf(admin));
  await sound(admin);
  const keys = {
    leaked: await sound(admin, { leaked_at: day(-1) }),
    used_after_death: await sound(admin, { revoked_at: day(-2) }),
    former_member: await sound(admin, { handed_over_from_id: former.id }),
    against_policy: await sound(admin, { expires_at: day(300) }),
    expiring: await sound(admin, { expires_at: day(7) }),
    broad_scopes: await makeKey(admin, ["write"], { expires_at: day(60) }),
    without_expiry: await sound(admin, { expires_at: null }),
    idle: await sound(admin, { created_at: day(-400), expires_at: day(20), last_used_at: day(-90) }),
  } satisfies Record<Finding, unknown>;
  await db().user.update({ where: { id: former.id }, data: { disabled_at: NOW } });
  const dead = await makeKey(admin, ["*"], {
    revoked_at: day(-1),
    leaked_at: day(-2),
    created_by_id: former.id,
  });
  await makeKey(admin, ["*"], { expires_at: day(-1) });
  await sound(admin, { created_at: day(-89.9) });
  await sound(admin, {
    created_at: day(-400),
    last_used_at: day(-200),
    enabled_at: day(-1),
    expires_at: day(-1),
  });
  await db().organization.update({ where: { id: admin.organization_id }, data: { policy_max_days: 200 } });

  const called = (key_id: string, calls: number, date: Date, isDead = true) =>
    db().keyAddress.create({
      data: {
        organization_id: admin.organization_id,
        key_id,
        calls,
        date,
        dead: isDead,
        address: "203.0.113.7",
        user_agent: "curl/8",
        last_seen: date,
      },
    });
  await called(keys.used_after_death.id, 3, day(0));
  await called(keys.used_after_death.id, 4, day(-6));
  await called(dead.id, 5, day(-7));
  // Dead then, and enabled since.
  await called(keys.expiring.id, 6, day(0));

  // A longest lifetime contains that there is an end; and what lives since 400 days lives too long.
  const expected = Object.fromEntries(FINDINGS.map((finding) => [finding, [keys[finding].id]]));
  expected.against_policy = [keys.against_policy, keys.without_expiry, keys.idle].map(({ id }) => id).sort();
  const found = await Promise.all(FINDINGS.map((finding) => list(admin, finding)));
  expect(Object.fromEntries(FINDINGS.map((finding, index) => [finding, found[index]]))).toEqual(expected);
  expect(await countFindings(adminOf(admin), NOW)).toEqual(
    Object.fromEntries(FINDINGS.map((finding) => [finding, expected[finding]?.length])),
  );
  const [known] = await listFinding(adminOf(admin), "former_member", ALL, NOW);
  expect(known?.known_to).toEqual([former.name]);
  const [called7] = await listFinding(adminOf(admin), "used_after_death", ALL, NOW);
  expect(called7?.dead_calls).toMatchObject({ calls: 7 });
  const [idle] = await listFinding(adminOf(admin), "idle", ALL, NOW);
  expect(idle).toMatchObject({ idle_since: day(-90), rules: ["max_days"] });
  const stranger = await makePerson();
  expect(await countFindings(adminOf(stranger), NOW)).toEqual(
    Object.fromEntries(FINDINGS.map((finding) => [finding, 0])),
  );
});

test("calls with a dead key that an admin has seen are found again with the next one", async () => {
  const admin = await makePerson();
  const { id } = await makeKey(admin, ["read"], { revoked_at: day(-2) });
  const ago = (ms: number) => new Date(NOW.getTime() - ms);
  const call = (last_seen: Date, address: string) => {
    const { organization_id } = admin;
    const who = { organization_id, key_id: id, date: NOW, dead: true, address, user_agent: "" };
    return db().keyAddress.create({ data: { ...who, calls: 1, last_seen } });
  };
  const found = async () => [
    (await list(admin, "used_after_death")).length,
    (await deadKeysOfDay(adminOf(admin), 3, NOW)).keys.length,
  ];
  await call(ago(2_000), "192.0.2.1");
  expect(await found()).toEqual([1, 1]);
  const see = (by: Person) => markCallsSeen(adminOf(by), { id, until: ago(2_000) }, NOW);
  await see(await makePerson());
  expect(await found()).toEqual([1, 1]);
  await see(admin);
  await see(admin);
  expect(await found()).toEqual([0, 0]);
  const entries = { target_id: id, action: "api_key.dead_calls_seen" };
  expect(await db().auditEntry.count({ where: entries })).toBe(1);
  await call(ago(1_000), "192.0.2.2");
  expect(await found()).toEqual([1, 1]);
});

test("a rotation answers that a former member knows a key, and its old half is of no interest but for a leak", async () => {
  const admin = await makePerson();
  const former = await makePerson("recruiter", await organizationOf(admin));
  const key = await makeKey(admin, ["read"], { created_by_id: former.id });
  await db().user.update({ where: { id: former.id }, data: { disabled_at: NOW } });
  expect(await list(admin, "former_member")).toEqual([key.id]);
  const known = await db().apiKey.findMany({
    where: { AND: [knownToFormerMember, livingFilter(NOW), { organization_id: admin.organization_id }] },
  });
  expect(known.map(({ id }) => id)).toEqual([key.id]);
  const next = await rotateKey(adminOf(admin), key.id, { grace_period_seconds: 3_600 }, NOW);
  await db().apiKey.update({ where: { id: key.id }, data: { leaked_at: NOW } });
  expect(await list(admin, "former_member")).toEqual([]);
  expect(await list(admin, "expiring")).toEqual([]);
  expect(await list(admin, "broad_scopes")).toEqual([next.id]);
  expect(await list(admin, "leaked")).toEqual([key.id]);
});

test("only admins look", async () => {
  const viewer = adminOf(await makePerson("viewer"));
  const forbidden = { code: "forbidden" };
  await expect(countFindings(viewer, NOW)).rejects.toMatchObject(forbidden);
  await expect(countBreaches(viewer, NONE, NOW)).rejects.toMatchObject(forbidden);
  for (const finding of FINDINGS) {
    await expect(listFinding(viewer, finding, ALL, NOW)).rejects.toMatchObject(forbidden);
  }
});

const longest = POLICY.max_days as number;
const ends = fc.option(
  fc.oneof(
    fc.constantFrom(-1, 0, 1).map((ms) => new Date(day(longest).getTime() + LEEWAY_MS + ms)),
    fc.integer({ min: 1, max: 200 }).map(day),
  ),
);
const keys = fc.record({
  expires_at: ends,
  ends_at: fc.option(fc.integer({ min: 1, max: 7 }).map(day), { freq: 1 }),
  scopes: fc.subarray([...SCOPE_NAMES], { minLength: 1 }),
  allowed_ips: fc.subarray(
    ["203.0.113.7", "10.0.0.0/8", "2001::/16", "::1", "0.0.0.0/0", "128.0.0.0/1", "2000::/3"],
    {
      maxLength: 2,
    },
  ),
  enabled: fc.boolean(),
});
const policies = fc.record({
  max_days: fc.constantFrom(null, longest, 30),
  expiry_required: fc.boolean(),
  no_broad_scopes: fc.boolean(),
  addresses_required: fc.boolean(),
  idle_days: fc.constant(null),
});

test("the database finds broken exactly the rules that brokenRules does", async () => {
  const admin = await makePerson();
  const { organization_id, id } = admin;
  const lives = fc.sample(keys, 300);
  await db().apiKey.createMany({
    data: lives.map((life, index) => {
      const { key: _, ...stored } = mint();
      const people = { organization_id, owner_id: id, created_by_id: id };
      return { ...stored, ...people, ...life, name: String(index), created_at: NOW };
    }),
  });
  for (const policy of [NONE, POLICY, ...fc.sample(policies, 20)]) {
    const broken = lives.map((life) => brokenRules(policy, judged({ ...life, created_at: NOW })));
    const { idle_days: _, ...counts } = await countBreaches(adminOf(admin), policy, NOW);
    for (const [rule, count] of Object.entries(counts)) {
      const expected = broken.filter((rules) => (rules as string[]).includes(rule));
      expect(count, `${rule} of ${JSON.stringify(policy)}`).toBe(expected.length);
    }
  }
});

test("before a policy is set, it is known how many keys each rule would hit", async () => {
  const admin = await makePerson();
  await makeKey(admin, ["*"]);
  await sound(admin, { allowed_ips: ["203.0.113.7"] });
  await sound(admin, { created_at: day(-61), expires_at: day(1) });
  expect(await countBreaches(adminOf(admin), POLICY, NOW)).toEqual({
    max_days: 1,
    expiry_required: 1,
    no_broad_scopes: 1,
    addresses_required: 2,
    idle_days: 1,
  });
  expect(Object.values(await countBreaches(adminOf(admin), NONE, NOW))).toEqual([0, 0, 0, 0, 0]);
});

let crowded: Person;
beforeAll(async () => {
  crowded = await makePerson();
  const { organization_id, id } = crowded;
  await db().apiKey.createMany({
    data: Array.from({ length: 10_000 }, (_, index) => {
      const { key: __, ...stored } = mint();
      return {
        ...stored,
        organization_id,
        owner_id: id,
        created_by_id: id,
        name: String(index),
        scopes: ["read"],
        created_at: new Date(NOW.getTime() - index * 1_000),
      };
    }),
  });
});

test("of ten thousand keys a page holds those that it names, in order", async () => {
  const page = (offset: number) => listFinding(adminOf(crowded), "broad_scopes", { limit: 50, offset }, NOW);
  expect(await countFindings(operator(crowded.organization_id), NOW)).toMatchObject({
    broad_scopes: 10_000,
    without_expiry: 10_000,
    expiring: 0,
  });
  const [first, last, beyond] = await Promise.all([page(0), page(9_950), page(10_000)]);
  expect(first.map(({ key }) => Number(key.name))).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(last.at(-1)?.key.name).toBe("9999");
  expect(beyond).toEqual([]);
});
