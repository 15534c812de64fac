/**
 * Something to be timed, so many calls a round, of which `run` makes one or, where told, `batch` at once. With
 * `baseline`, the name of another kind, its time is told in multiples of that one's.
 */
export type Kind = { calls: number; batch?: number; baseline?: string; run: () => unknown };

const ROUNDS = 7;

/** Microseconds a call of each kind: the median of several rounds that take all kinds in turn. */
export async function timeInTurn(kinds: Record<string, Kind>, rounds = ROUNDS): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(Object.keys(kinds).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, { calls, batch = 1, run }] of Object.entries(kinds)) {
      const begun = performance.now();
      for (let call = 0; call < calls; call += batch) await run();
      times.get(name)?.push(((performance.now() - begun) * 1_000) / calls);
    }
  }
  return new Map([...times].map(([name, each]) => [name, median(each)]));
}

/** Times kinds in turn and prints a table of them. */
export async function printInTurn(kinds: Record<string, Kind>): Promise<void> {
  const times = await timeInTurn(kinds);
  const rows = Object.entries(kinds).map(([name, { baseline }]) => {
    const time = times.get(name) ?? 0;
    const factor = baseline === undefined ? "" : Number((time / (times.get(baseline) ?? 0)).toFixed(2));
    return [name, { "µs a call": Number(time.toFixed(2)), baseline: baseline ?? "", "× baseline": factor }];
  });
  console.table(Object.fromEntries(rows));
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
