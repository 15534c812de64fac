import { type Actor, requireScope } from "@/lib/access/actor";
import { RULES, type Rule } from "@/lib/api-keys/policy";
import { KEY_COLUMNS, viewOf } from "@/lib/api-keys/view";
import { db, sql } from "@/lib/db";
import { FINDINGS, type Finding, type FindingCounts, type FoundKey, type RuleCounts } from "./findings";
import { calledDeadKeys, judgedKeys } from "./judged-keys";
import { policyOf } from "./policy";
import type { Policy } from "./schema";

/** How many keys of the organization each finding has. For admins. */
export async function countFindings(actor: Actor, now: Date): Promise<FindingCounts> {
  const counts = await countNames(actor, await policyOf(actor), now);
  return pick(FINDINGS, counts);
}

/** How many living keys would break each rule of a policy, and how many it would find idle. For admins. */
export async function countBreaches(actor: Actor, policy: Policy, now: Date): Promise<RuleCounts> {
  const counts = await countNames(actor, policy, now);
  return pick([...RULES, "idle_days"], counts);
}

/** One page of the keys with a finding: what comes next, or was longest ago, first; else the newest. For admins. */
export async function listFinding(
  actor: Actor,
  finding: Finding,
  page: { limit: number; offset: number },
  now: Date,
): Promise<FoundKey[]> {
  requireScope(actor, "api-keys:manage");
  const found =
    finding === "used_after_death"
      ? await deadKeys(actor, page, now)
      : await livingKeys(actor, finding, page, now);
  const rows = await db().apiKey.findMany({
    where: { organization_id: actor.organizationId, id: { in: found.map(({ id }) => id) } },
    select: { ...KEY_COLUMNS, enabled_at: true, created_by: KNOWER, handed_over_from: KNOWER },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, rules, dead_calls }) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { enabled_at, handed_over_from, ...rest } = row;
    const uses = [row.created_at, row.last_used_at, enabled_at].map(Number);
    const idle_since = new Date(Math.max(...uses));
    const known_to = formerOf([row.created_by, handed_over_from]);
    return [{ key: viewOf(rest, now), rules, idle_since, known_to, dead_calls }];
  });
}

const KNOWER = { select: { id: true, name: true, disabled_at: true } } as const;

/** The names of those who are no members any more, each once. */
function formerOf(people: ({ id: string; name: string; disabled_at: Date | null } | null)[]): string[] {
  const former = people.filter((one) => one !== null).filter(({ disabled_at }) => disabled_at !== null);
  return [...new Map(former.map(({ id, name }) => [id, name])).values()];
}

type Found = Pick<FoundKey, "rules" | "dead_calls"> & { id: string };
type Page = { limit: number; offset: number };

async function livingKeys(
  actor: Actor,
  finding: Finding,
  { limit, offset }: Page,
  now: Date,
): Promise<Found[]> {
  const judged = judgedKeys(actor.organizationId, await policyOf(actor), now);
  const rows = await db().$queryRaw<{ id: string; rules: (Rule | "idle_days")[] }[]>`
    SELECT id, rules FROM (${judged}) AS j WHERE ${finding} = ANY(findings)
     ORDER BY CASE ${finding}::text WHEN 'expiring' THEN ends WHEN 'idle' THEN idle_since END, created_at DESC, id DESC
     LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(({ id, rules }) => ({
    id,
    rules: RULES.filter((rule) => rules.includes(rule)),
    dead_calls: null,
  }));
}

async function deadKeys(actor: Actor, { limit, offset }: Page, now: Date): Promise<Found[]> {
  const rows = await db().$queryRaw<{ id: string; calls: number; last_seen: Date }[]>`
    SELECT * FROM (${calledDeadKeys(actor.organizationId, now)}) AS d
     ORDER BY last_seen DESC, id DESC LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(({ id, ...dead_calls }) => ({ id, rules: [], dead_calls }));
}

/** In one statement, by the name of finding or rule. */
async function countNames(actor: Actor, policy: Policy, now: Date): Promise<Map<string, number>> {
  requireScope(actor, "api-keys:manage");
  const { organizationId } = actor;
  const rows = await db().$queryRaw<{ name: string; count: number }[]>(sql`
    SELECT name, count(*)::int FROM (${judgedKeys(organizationId, policy, now)}) AS j, unnest(findings || rules) AS name
     GROUP BY name
     UNION ALL
    SELECT 'used_after_death', count(*)::int FROM (${calledDeadKeys(organizationId, now)}) AS d`);
  return new Map(rows.map(({ name, count }) => [name, count]));
}

function pick<Name extends string>(
  names: readonly Name[],
  counts: Map<string, number>,
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, counts.get(name) ?? 0])) as Record<Name, number>;
}
