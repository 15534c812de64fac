import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { call } from "@/lib/testing/call";
import { type Key, makeKey, makePerson } from "@/lib/testing/seed";
import type { ApplicationStatus } from "./application-moves";

const day = (text: string) => new Date(`2026-${text}T00:00:00Z`);

let key: Key;
let jobs: Record<"engineer" | "designer" | "closed", string>;

/**
 * Nine applications of eight candidates. Engineer: e1 and e2 were hired after 10 and 20 days, e3 was rejected after an
 * interview, e4 is in screening, e5 jumped to offer, e6 was rejected at once. Designer: d1 was hired after 60 days, d2
 * (the candidate of e6) and d3 have applied.
 */
beforeAll(async () => {
  const owner = await makePerson();
  key = await makeKey(owner, ["analytics:read"]);
  const { organization_id } = owner;
  const job = async (title: string, status: "open" | "closed") =>
    (await db().job.create({ data: { organization_id, title, status } })).id;
  jobs = {
    engineer: await job("Engineer", "open"),
    designer: await job("Designer", "open"),
    closed: await job("Closed", "closed"),
  };
  const candidate = async (name: string, source: string, added: string) =>
    (
      await db().candidate.create({
        data: {
          organization_id,
          full_name: name,
          email: `${name}@candidate.test`,
          source,
          created_at: day(added),
        },
      })
    ).id;
  const apply = async (
    candidate_id: string,
    job_id: string,
    made: string,
    way: ApplicationStatus[],
    hired?: string,
  ) => {
    const status = way.at(-1) as ApplicationStatus;
    const hired_at = hired ? day(hired) : null;
    const { id } = await db().application.create({
      data: { organization_id, candidate_id, job_id, status, hired_at, created_at: day(made) },
    });
    await db().applicationMove.createMany({
      data: way.map((to_status, index) => ({
        organization_id,
        application_id: id,
        from_status: way[index - 1] ?? null,
        to_status,
        moved_at: day(made),
      })),
    });
  };
  const { engineer, designer } = jobs;
  const all: ApplicationStatus[] = ["applied", "screening", "interview", "offer", "hired"];
  await apply(await candidate("e1", "referral", "01-01"), engineer, "01-01", all, "01-11");
  await apply(await candidate("e2", "referral", "01-05"), engineer, "01-10", all, "01-30");
  await apply(await candidate("e3", "linkedin", "02-01"), engineer, "02-01", [
    "applied",
    "screening",
    "interview",
    "rejected",
  ]);
  await apply(await candidate("e4", "linkedin", "02-02"), engineer, "02-02", [
    "applied",
    "screening",
    "applied",
    "screening",
  ]);
  await apply(await candidate("e5", "agency", "02-03"), engineer, "02-03", ["applied", "offer"]);
  const both = await candidate("e6", "linkedin", "02-04");
  await apply(both, engineer, "02-04", ["rejected"]);
  await apply(await candidate("d1", "agency", "01-02"), designer, "01-02", all, "03-03");
  await apply(both, designer, "03-01", ["applied"]);
  await apply(await candidate("d3", "referral", "03-02"), designer, "03-02", ["applied"]);

  // Another organization's rows must not count.
  const stranger = await makePerson();
  const other = await db().job.create({
    data: { organization_id: stranger.organization_id, title: "Other", status: "open" },
  });
  const theirs = await db().candidate.create({
    data: { organization_id: stranger.organization_id, full_name: "x", email: "x@candidate.test" },
  });
  await db().application.create({
    data: {
      organization_id: stranger.organization_id,
      candidate_id: theirs.id,
      job_id: other.id,
      status: "hired",
      hired_at: day("01-20"),
      created_at: day("01-01"),
    },
  });
});

const ask = async (name: string, query: Record<string, string> = {}) =>
  (await call(key.key, `/analytics/${name}?${new URLSearchParams(query)}`)).body.data;
const reached = async (query: Record<string, string> = {}) => {
  const { stages } = await ask("funnel", query);
  return (stages as { reached: number }[]).map((stage) => stage.reached);
};

describe("the overview", () => {
  const none = { applied: 0, screening: 0, interview: 0, offer: 0, hired: 0, rejected: 0 };

  test("counts everything", async () => {
    expect(await ask("overview")).toEqual({
      applications: {
        total: 9,
        by_status: { ...none, applied: 2, screening: 1, offer: 1, hired: 3, rejected: 2 },
      },
      hires: 3,
      open_jobs: 2,
    });
  });

  test("for one job", async () => {
    expect(await ask("overview", { job_id: jobs.designer })).toEqual({
      applications: { total: 3, by_status: { ...none, applied: 2, hired: 1 } },
      hires: 1,
      open_jobs: 1,
    });
    expect(await ask("overview", { job_id: jobs.closed })).toMatchObject({ open_jobs: 0 });
  });

  test("for a period: applications made in it, hires made in it", async () => {
    expect(await ask("overview", { from: "2026-02-01", to: "2026-03-01" })).toMatchObject({
      applications: { total: 4, by_status: { ...none, screening: 1, offer: 1, rejected: 2 } },
      hires: 0,
    });
    expect(await ask("overview", { from: "2026-03-01" })).toMatchObject({
      applications: { total: 2 },
      hires: 1,
    });
  });

  test("a period takes in its first instant, and not its last", async () => {
    const hires = async (from: string, to: string) => (await ask("overview", { from, to })).hires;
    expect(await hires("2026-01-11", "2026-01-12")).toBe(1);
    expect(await hires("2026-01-10", "2026-01-11")).toBe(0);
  });
});

describe("the funnel", () => {
  test("counts who got to each status or beyond it, however they got there", async () => {
    expect(await ask("funnel")).toEqual({
      stages: [
        { status: "applied", reached: 9, conversion: 1 },
        { status: "screening", reached: 6, conversion: 0.6667 },
        { status: "interview", reached: 5, conversion: 0.8333 },
        { status: "offer", reached: 4, conversion: 0.8 },
        { status: "hired", reached: 3, conversion: 0.75 },
      ],
      rejected: 2,
    });
  });

  test("for one job and a period", async () => {
    expect(await reached({ job_id: jobs.engineer })).toEqual([6, 5, 4, 3, 2]);
    expect(await reached({ from: "2026-02-01", to: "2026-02-04" })).toEqual([3, 3, 2, 1, 0]);
  });

  test("of nobody has no conversion", async () => {
    const { stages, rejected } = await ask("funnel", { from: "2027-01-01" });
    expect(stages).toEqual(
      ["applied", "screening", "interview", "offer", "hired"].map((status) => ({
        status,
        reached: 0,
        conversion: null,
      })),
    );
    expect(rejected).toBe(0);
  });
});

describe("time to hire", () => {
  test.each<[Record<string, string>, number, number | null, number | null]>([
    [{}, 3, 20, 52],
    [{ to: "2026-02-01" }, 2, 15, 19],
    [{ from: "2027-01-01" }, 0, null, null],
  ])("%j", async (query, hires, median_days, p90_days) => {
    expect(await ask("time-to-hire", query)).toEqual({ hires, median_days, p90_days });
  });

  test("of one job", async () => {
    expect(await ask("time-to-hire", { job_id: jobs.designer })).toEqual({
      hires: 1,
      median_days: 60,
      p90_days: 60,
    });
  });
});

describe("sources", () => {
  test("count candidates and their hires, most candidates first, equals by name", async () => {
    expect(await ask("sources")).toEqual({
      sources: [
        { source: "linkedin", candidates: 3, hires: 0 },
        { source: "referral", candidates: 3, hires: 2 },
        { source: "agency", candidates: 2, hires: 1 },
      ],
    });
  });

  test("of one job count who applied for it", async () => {
    expect(await ask("sources", { job_id: jobs.designer })).toEqual({
      sources: [
        { source: "agency", candidates: 1, hires: 1 },
        { source: "linkedin", candidates: 1, hires: 0 },
        { source: "referral", candidates: 1, hires: 0 },
      ],
    });
  });

  test("of a period: candidates added in it, hires made in it", async () => {
    expect(await ask("sources", { from: "2026-03-01" })).toEqual({
      sources: [
        { source: "referral", candidates: 1, hires: 0 },
        { source: "agency", candidates: 0, hires: 1 },
      ],
    });
  });
});

test.each(["overview", "funnel", "time-to-hire", "sources"])(
  "%s refuses what is no period or job",
  async (name) => {
    for (const query of ["from=yesterday", "to=2026-02-30", "job_id=1"]) {
      expect((await call(key.key, `/analytics/${name}?${query}`)).status).toBe(422);
    }
  },
);
