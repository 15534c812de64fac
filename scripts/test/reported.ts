import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "../root";
import { type Failure, type Outcome, single } from "./outcome";

type Vitest = {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
};

type Suite = {
  suites?: Suite[];
  specs: {
    file: string;
    line: number;
    title: string;
    tests: { status: string; results: { errors: { message: string }[] }[] }[];
  }[];
};
type Playwright = {
  stats: { expected: number };
  suites: Suite[];
};

/** The outcome in a JSON report of Vitest or Playwright. A run that failed without a failed test is a failure. */
export function reported(file: string, ok: boolean): Outcome {
  let report: Vitest | Playwright;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return single(relative(root, file), false);
  }
  const outcome = "stats" in report ? ofPlaywright(report) : ofVitest(report);
  return outcome.failures.length === 0 && !ok ? single(relative(root, file), false) : outcome;
}

function ofVitest({ numPassedTests, testResults }: Vitest): Outcome {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }): Failure[] => {
    const at = relative(root, name);
    const failed = assertionResults
      .filter((test) => test.status !== "passed")
      .map((test) => ({ at, name: test.fullName, message: test.failureMessages?.[0] ?? test.status }));
    return failed.length === 0 && status === "failed" ? [{ at, name: "the file itself", message }] : failed;
  });
  return { passed: numPassedTests, failures, flaky: [] };
}

function ofPlaywright({ stats, suites }: Playwright): Outcome {
  const specsOf = (suite: Suite): Suite["specs"] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
  const failures = suites.flatMap(specsOf).flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status !== "expected")
      .map(({ status, results }): Failure => {
        const [error] = results.flatMap(({ errors }) => errors);
        return { at: `e2e/${file}:${line}`, name: title, message: error?.message ?? status };
      }),
  );
  return { passed: stats.expected, failures, flaky: [] };
}
