import { between, type Random } from "./random";

const DAY_MS = 86_400_000;

type Stage = "screening" | "interview" | "offer" | "hired";
export type Step = { status: "applied" | Stage | "rejected"; at: Date };

/** How likely each stage is after the one before, and within how many days it is decided. */
const STAGES: [stage: Stage, chance: number, days: [from: number, to: number]][] = [
  ["screening", 0.62, [1, 6]],
  ["interview", 0.55, [2, 10]],
  ["offer", 0.4, [5, 18]],
  ["hired", 0.75, [3, 16]],
];

/** The way of one application: as far as it has come by `now`, and not beyond its first refusal. */
export function wayOf(random: Random, source: string, start: Date, now: Date): Step[] {
  const way: Step[] = [{ status: "applied", at: start }];
  // Who was recommended gets further, as everywhere.
  const favour = source === "referral" ? 1.2 : source === "job-board" ? 0.85 : 1;
  let at = start;
  for (const [stage, chance, [from, to]] of STAGES) {
    at = new Date(at.getTime() + between(random, from, to) * DAY_MS);
    if (at > now) return way;
    const passed = random() < chance * favour;
    way.push({ status: passed ? stage : "rejected", at });
    if (!passed) return way;
  }
  return way;
}
