import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { addCandidates, seed } from "./seed";

const account = { email: "seed@demo.test", password: "a password nobody has thought of" };
const organization_id = "019ab000-0000-7000-8000-000000000001";
const where = { organization_id };

const counts = async () => ({
  departments: await db().department.count({ where }),
  jobs: await db().job.count({ where }),
  candidates: await db().candidate.count({ where }),
});

let seeded: Awaited<ReturnType<typeof counts>>;

beforeAll(async () => {
  await seed(account);
  seeded = await counts();
}, 60_000);

test("the demo organization has a year of hiring in it", async () => {
  expect(seeded).toEqual({ departments: 8, jobs: 25, candidates: 400 });
  const applications = await db().application.findMany({ where });
  expect(applications.length).toBeGreaterThan(350);
  expect(new Set(applications.map(({ status }) => status)).size).toBe(6);
  const months = new Set(applications.map(({ created_at }) => created_at.toISOString().slice(0, 7)));
  expect(months.size).toBeGreaterThanOrEqual(12);
  for (const model of ["interview", "offer", "note"] as const) {
    expect(await (db()[model] as { count(args: object): Promise<number> }).count({ where })).toBeGreaterThan(
      20,
    );
  }
});

describe("it is true in itself", () => {
  test("each application is where its history ends, and hired where that says so", async () => {
    const applications = await db().application.findMany({
      where,
      include: { moves: { orderBy: { moved_at: "asc" } }, job: true, offers: true },
    });
    for (const { moves, job, offers, ...application } of applications) {
      expect(moves[0]).toMatchObject({ from_status: null, to_status: "applied" });
      for (const [index, { from_status }] of moves.entries()) {
        expect(from_status).toBe(moves[index - 1]?.to_status ?? null);
      }
      const end = moves.at(-1);
      expect(application.status).toBe(end?.to_status);
      expect(application.hired_at).toEqual(application.status === "hired" ? end?.moved_at : null);
      const accepted = offers.filter(({ status }) => status === "accepted");
      expect(accepted).toHaveLength(application.status === "hired" ? 1 : 0);
      expect(job.opened_at?.getTime()).toBeLessThanOrEqual(application.created_at.getTime());
      if (job.closed_at) expect(application.created_at < job.closed_at).toBe(true);
    }
  });

  test("nothing has happened that is still to come", async () => {
    const now = new Date();
    const late = { organization_id, updated_at: { gt: now } };
    expect(await db().application.count({ where: late })).toBe(0);
    expect(await db().interview.count({ where: late })).toBe(0);
    const held = { organization_id, status: "completed" as const, scheduled_at: { gt: now } };
    expect(await db().interview.count({ where: held })).toBe(0);
  });
});

test("again it changes nothing", async () => {
  const before = await counts();
  await seed(account);
  expect(await counts()).toEqual(before);
});

test("more can be added as often as one likes", async () => {
  const { candidates } = await counts();
  for (const more of [2_100, 10]) await addCandidates(more, () => undefined);
  expect((await counts()).candidates).toBe(candidates + 2_110);
});
