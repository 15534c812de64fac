import { db } from "@/lib/db";
import { APPLICATION_STATUSES, type ApplicationStatus, STAGES } from "./application-moves";

/** What is counted: from one instant to before another, for one job; without them everything. */
export type Period = { from?: Date | undefined; to?: Date | undefined; job_id?: string | undefined };

/** The applications made in a period by their status now, the hires of the period, and the jobs that are open now. */
export async function countByStatus(organization_id: string, { from, to, job_id }: Period) {
  const period = { gte: from, lt: to };
  const [groups, hires, open_jobs] = await Promise.all([
    db().application.groupBy({
      by: "status",
      where: { organization_id, job_id, created_at: period },
      _count: true,
    }),
    db().application.count({ where: { organization_id, job_id, status: "hired", hired_at: period } }),
    db().job.count({ where: { organization_id, id: job_id, status: "open" } }),
  ]);
  const by_status = Object.fromEntries(
    APPLICATION_STATUSES.map((each) => [each, groups.find(({ status }) => status === each)?._count ?? 0]),
  ) as Record<ApplicationStatus, number>;
  const total = Object.values(by_status).reduce((sum, each) => sum + each, 0);
  return { applications: { total, by_status }, hires, open_jobs };
}

/** How many of the applications made in a period got to each stage or beyond it, and how many are rejected now. */
export async function funnelOf(organizationId: string, { from, to, job_id }: Period) {
  // The enumeration is declared in the order of the stages, with `rejected` last.
  const groups = await db().$queryRaw<{ furthest: ApplicationStatus; total: number; rejected: number }[]>`
    SELECT furthest, count(*)::int AS total, count(*) FILTER (WHERE status = 'rejected')::int AS rejected
    FROM (
      SELECT a.status, coalesce(max(m.to_status) FILTER (WHERE m.to_status <> 'rejected'), 'applied') AS furthest
      FROM applications a
      LEFT JOIN application_moves m ON m.organization_id = a.organization_id AND m.application_id = a.id
      WHERE a.organization_id = ${organizationId}::uuid
        AND a.created_at >= coalesce(${from}::timestamptz, '-infinity')
        AND a.created_at < coalesce(${to}::timestamptz, 'infinity')
        AND a.job_id = coalesce(${job_id}::uuid, a.job_id)
      GROUP BY a.id
    ) AS application
    GROUP BY furthest`;
  const reached = STAGES.map((_, index) =>
    sum(
      groups.filter(({ furthest }) => STAGES.indexOf(furthest as never) >= index).map(({ total }) => total),
    ),
  );
  const stages = STAGES.map((status, index) => {
    const [here = 0, before = reached[0] ?? 0] = [reached[index], reached[index - 1]];
    return { status, reached: here, conversion: before === 0 ? null : rounded(here / before, 4) };
  });
  return { stages, rejected: sum(groups.map(({ rejected }) => rejected)) };
}

/** How long the hires of a period took from application to hire, in days; null where there were none. */
export async function timeToHireOf(organizationId: string, { from, to, job_id }: Period) {
  const [row] = await db().$queryRaw<[{ hires: number; median: number | null; p90: number | null }]>`
    SELECT count(*)::int AS hires,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS p90
    FROM (
      SELECT greatest(extract(epoch FROM hired_at - created_at) / 86400, 0)::float8 AS days
      FROM applications
      WHERE organization_id = ${organizationId}::uuid
        AND status = 'hired'
        AND hired_at >= coalesce(${from}::timestamptz, '-infinity')
        AND hired_at < coalesce(${to}::timestamptz, 'infinity')
        AND job_id = coalesce(${job_id}::uuid, job_id)
    ) AS hire`;
  const { hires, median, p90 } = row;
  return {
    hires,
    median_days: median === null ? null : rounded(median, 1),
    p90_days: p90 === null ? null : rounded(p90, 1),
  };
}

/** The candidates added and the hires made in a period by the candidates' source, most candidates first. */
export async function sourcesOf(organizationId: string, { from, to, job_id }: Period) {
  return db().$queryRaw<{ source: string; candidates: number; hires: number }[]>`
    SELECT source, sum(candidates)::int AS candidates, sum(hires)::int AS hires
    FROM (
      SELECT c.source, count(*) AS candidates, 0 AS hires
      FROM candidates c
      WHERE c.organization_id = ${organizationId}::uuid
        AND c.created_at >= coalesce(${from}::timestamptz, '-infinity')
        AND c.created_at < coalesce(${to}::timestamptz, 'infinity')
        AND (${job_id}::uuid IS NULL OR EXISTS (
          SELECT FROM applications a
          WHERE a.organization_id = c.organization_id AND a.candidate_id = c.id AND a.job_id = ${job_id}::uuid
        ))
      GROUP BY c.source
      UNION ALL
      SELECT c.source, 0 AS candidates, count(*) AS hires
      FROM applications a
      JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
      WHERE a.organization_id = ${organizationId}::uuid
        AND a.status = 'hired'
        AND a.hired_at >= coalesce(${from}::timestamptz, '-infinity')
        AND a.hired_at < coalesce(${to}::timestamptz, 'infinity')
        AND a.job_id = coalesce(${job_id}::uuid, a.job_id)
      GROUP BY c.source
    ) AS part
    GROUP BY source
    ORDER BY candidates DESC, source
    LIMIT 100`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
