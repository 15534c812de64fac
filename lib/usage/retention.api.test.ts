import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db, type Prisma } from "@/lib/db";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { sweepUsage } from "./retention";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Later than everything that others write, so that only what is made here can be in the way. */
const NOW = new Date();
const ago = (ms: number) => new Date(NOW.getTime() - ms);

let of: { organization_id: string; key_id: string };
beforeAll(async () => {
  const owner = await makePerson();
  of = { organization_id: owner.organization_id, key_id: (await makeKey(owner, ["read"])).id };
});

/** An id that sorts by its instant, as those of requests do. */
function idAt(at: Date, n: number): string {
  const hex = at.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

let made = 0;
const requestAt = (at: Date, status: number): Prisma.KeyRequestCreateManyInput => ({
  ...of,
  id: idAt(at, Number.parseInt(of.key_id.slice(-8), 16) + made++),
  at,
  status,
  method: "GET",
  path: "/jobs",
  dead: false,
  duration_ms: 1,
  address: "192.0.2.1",
  user_agent: "",
});

test("counts of days are kept for ever; minutes two hours, requests 30 days, callers 400", async () => {
  const seen = { address: "192.0.2.1", calls: 1, last_seen: NOW };
  const minutes = [ago(119 * MINUTE_MS), ago(121 * MINUTE_MS)];
  const dates = [ago(399 * DAY_MS), ago(402 * DAY_MS)];
  const counts = { ok: 1, client_error: 0, server_error: 0, rate_limited: 0, after_death: 0 };
  await db().keyMinute.createMany({ data: minutes.map((minute) => ({ ...of, ...seen, minute })) });
  await db().keyAddress.createMany({
    data: dates.map((date) => ({ ...of, ...seen, date, dead: false, user_agent: "" })),
  });
  await db().keyEndpoint.createMany({
    data: dates.map((date) => ({ ...of, date, method: "GET", path: "/jobs", calls: 1 })),
  });
  await db().keyDay.createMany({ data: dates.map((date) => ({ ...of, ...counts, date })) });
  await db().keyRequest.createMany({
    data: [29 * DAY_MS, 31 * DAY_MS].map((age) => requestAt(ago(age), 200)),
  });

  await sweepUsage(NOW);
  const where = of;
  expect((await db().keyMinute.findMany({ where })).map(({ minute }) => minute)).toEqual([minutes[0]]);
  expect(await db().keyAddress.count({ where })).toBe(1);
  expect(await db().keyEndpoint.count({ where })).toBe(1);
  expect(await db().keyDay.count({ where })).toBe(2);
  expect((await db().keyRequest.findMany({ where })).map(({ at }) => at)).toEqual([ago(29 * DAY_MS)]);
});

test("of a busy key the latest thousand failures and the latest thousand others are kept", async () => {
  await db().keyRequest.deleteMany({ where: of });
  const data = Array.from({ length: 2_100 }, (_, n) => requestAt(ago(2_100 - n), n < 1_003 ? 404 : 200));
  await db().keyRequest.createMany({ data });
  await sweepUsage(NOW);
  const rows = await db().keyRequest.findMany({ where: of, orderBy: { id: "asc" } });
  const statuses = rows.map(({ status }) => status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(1_000);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1_000);
  expect(rows[0]?.at).toEqual(ago(2_097));
});

test("calls after a key's end push none of its life out", async () => {
  await db().keyRequest.deleteMany({ where: of });
  const lived = Array.from({ length: 10 }, (_, n) => requestAt(ago(5_000 - n), 404));
  const after = Array.from({ length: 1_003 }, (_, n) => ({ ...requestAt(ago(2_000 - n), 401), dead: true }));
  await db().keyRequest.createMany({ data: [...lived, ...after] });
  await sweepUsage(NOW);
  expect(await db().keyRequest.count({ where: { ...of, dead: false } })).toBe(10);
  expect(await db().keyRequest.count({ where: { ...of, dead: true } })).toBe(1_000);
});

test("a process is forgotten a day after it last wrote, and a failure of it two days after that", async () => {
  const written = { written_at: ago(3 * DAY_MS), batch: 1 };
  const [silent, failed, recovered] = [
    { id: randomUUID(), ...written },
    { id: randomUUID(), ...written, failed_at: ago(1.9 * DAY_MS) },
    { id: randomUUID(), ...written, failed_at: ago(2.1 * DAY_MS) },
  ];
  const all = [silent, failed, recovered];
  await db().usageWriter.createMany({ data: all });
  await sweepUsage(NOW);
  const kept = await db().usageWriter.findMany({ where: { id: { in: all.map(({ id }) => id) } } });
  expect(kept.map(({ id }) => id)).toEqual([failed.id]);
});
