/** What did not pass: where it stands, as its runner finds it again, what it is called and what it saw. */
export type Failure = { at: string; name: string; message: string };

/**
 * How a suite ended. What was skipped has not passed, so it is a failure. What failed and passed when it was run again
 * counts as passed, and is named.
 */
export type Outcome = { passed: number; failures: Failure[]; flaky: Failure[] };

/** The outcome of a check that is one thing. */
export function single(name: string, ok: boolean): Outcome {
  return ok
    ? { passed: 1, failures: [], flaky: [] }
    : { passed: 0, failures: [{ at: name, name: "as a whole", message: "See above." }], flaky: [] };
}

/** More than so many at once is no accident. */
const MOST_RUN_AGAIN = 5;

/**
 * Runs the few tests that failed once more, alone: a machine that stood still for a moment is no fault of theirs.
 * @param again runs the tests at these places
 */
export async function runAgain(first: Outcome, again: (at: string[]) => Promise<Outcome>): Promise<Outcome> {
  const suspects = first.failures;
  if (suspects.length === 0 || suspects.length > MOST_RUN_AGAIN) return first;
  const { passed, failures } = await again([...new Set(suspects.map(({ at }) => at))]);
  const isStill = new Set(failures.map(called));
  return {
    passed: first.passed + suspects.length - failures.length,
    failures,
    flaky: passed > 0 ? suspects.filter((suspect) => !isStill.has(called(suspect))) : [],
  };
}

/**
 * Prints what failed, so that nobody looks for it in all that was printed before, and as the last line the sum.
 * @returns the exit code
 */
export function end(outcomes: Outcome[], isInterrupted: boolean): number {
  if (isInterrupted) {
    console.log("\nInterrupted");
    return 1;
  }
  const all = (of: "failures" | "flaky") => outcomes.flatMap((outcome) => outcome[of]);
  list("Passed only when run again", all("flaky"));
  list("Failed", all("failures"));
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  console.log(`\n${passed} passed, ${all("failures").length} failed`);
  return all("failures").length > 0 ? 1 : 0;
}

function list(title: string, failures: Failure[]): void {
  if (failures.length === 0) return;
  console.log(`\n── ${title}`);
  for (const failure of failures) console.log(`${called(failure)}\n${beginning(failure.message)}`);
}

function called({ at, name }: Failure): string {
  return `${at} › ${name}`;
}

const LINES_SHOWN = 15;

function beginning(message: string): string {
  const lines = message.trim().split("\n").slice(0, LINES_SHOWN);
  return lines.map((line) => `    ${line}`).join("\n");
}
