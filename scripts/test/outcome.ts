import { readFileSync } from "node:fs";

/** How a suite ended. What was skipped has not passed, so it counts as failed. */
export type Outcome = { passed: number; failed: number };

/** The outcome of a check that is one thing. */
export function single(ok: boolean): Outcome {
  return { passed: Number(ok), failed: Number(!ok) };
}

type Vitest = { numPassedTests: number; numTotalTests: number };
type Playwright = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** The outcome in a JSON report of Vitest or Playwright. A run that failed without a failed test is one failure. */
export function reported(file: string, ok: boolean): Outcome {
  const { passed, failed } = read(file);
  return { passed, failed: failed === 0 && !ok ? 1 : failed };
}

function read(file: string): Outcome {
  let report: Vitest | Playwright;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 0 };
  }
  if (!("stats" in report))
    return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped };
}
