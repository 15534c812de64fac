/** Calls by how their record counts them. */
export type Sent = Partial<
  Record<"ok" | "client_error" | "server_error" | "rate_limited" | "after_death", number>
>;

/** Prints how many calls were sent with keys, by outcome, and how many their records hold; fails the run where these differ. */
export async function compareCounts(sent: Sent, keyIds: string[]): Promise<void> {
  const { db } = await import("@/lib/db");
  const sums = await db().$queryRaw<Required<Sent>[]>`
    SELECT sum(ok)::int AS ok, sum(client_error)::int AS client_error, sum(server_error)::int AS server_error,
           sum(rate_limited)::int AS rate_limited, sum(after_death)::int AS after_death
      FROM key_days WHERE key_id = ANY(${keyIds}::uuid[])`;
  const counted = Object.entries(sums[0] ?? {}) as [keyof Sent, number][];
  const rows = counted.map(([outcome, calls]) => [outcome, { sent: sent[outcome] ?? 0, counted: calls }]);
  console.table(Object.fromEntries(rows));
  const exact = counted.every(([outcome, calls]) => (sent[outcome] ?? 0) === calls);
  console.log(exact ? "Every call is counted, and none twice." : "The sums differ.");
  if (!exact) process.exitCode = 1;
}
