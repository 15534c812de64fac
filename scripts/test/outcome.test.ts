import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../root";
import { type Failure, type Outcome, runAgain } from "./outcome";
import { reported } from "./reported";

const folder = mkdtempSync(join(tmpdir(), "outcome-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const failure = (name: string): Failure => ({ at: "a.test.ts", name, message: "1 is not 2" });
const outcome = (passed: number, ...names: string[]): Outcome => ({
  passed,
  failures: names.map(failure),
  flaky: [],
});

test("a report of Vitest tells what failed and where, files that could not be read included", () => {
  const file = report({
    numPassedTests: 1,
    testResults: [
      {
        name: join(root, "a.test.ts"),
        status: "failed",
        message: "",
        assertionResults: [
          { fullName: "works", status: "passed" },
          { fullName: "fails", status: "failed", failureMessages: ["1 is not 2"] },
          { fullName: "is skipped", status: "skipped", failureMessages: [] },
        ],
      },
      { name: join(root, "b.test.ts"), status: "failed", message: "No such module", assertionResults: [] },
    ],
  });
  expect(reported(file, false)).toEqual({
    passed: 1,
    failures: [
      { at: "a.test.ts", name: "fails", message: "1 is not 2" },
      { at: "a.test.ts", name: "is skipped", message: "skipped" },
      { at: "b.test.ts", name: "the file itself", message: "No such module" },
    ],
    flaky: [],
  });
});

test("a report of Playwright tells what failed and where, in suites within suites", () => {
  const spec = (title: string, line: number, status: string, errors: object[] = []) => ({
    file: "a.spec.ts",
    line,
    title,
    tests: [{ status, results: [{ errors }] }],
  });
  const file = report({
    stats: { expected: 1 },
    suites: [
      {
        specs: [spec("works", 3, "expected")],
        suites: [
          {
            specs: [
              spec("fails", 5, "unexpected", [{ message: "not visible" }]),
              spec("is skipped", 7, "skipped"),
            ],
          },
        ],
      },
    ],
  });
  expect(reported(file, false)).toEqual({
    passed: 1,
    failures: [
      { at: "e2e/a.spec.ts:5", name: "fails", message: "not visible" },
      { at: "e2e/a.spec.ts:7", name: "is skipped", message: "skipped" },
    ],
    flaky: [],
  });
});

test("a run that fails without a failed test, or without a report, has failed", () => {
  const passed = report({ numPassedTests: 2, testResults: [] });
  expect(reported(passed, true)).toMatchObject({ passed: 2, failures: [] });
  expect(reported(passed, false).failures).toHaveLength(1);
  expect(reported(join(folder, "nothing"), true).failures).toHaveLength(1);
});

test("what fails and passes when run again has passed, and is named", async () => {
  const asked: string[][] = [];
  const again = async (at: string[]) => {
    asked.push(at);
    return outcome(3, "two");
  };
  expect(await runAgain(outcome(10, "one", "two"), again)).toEqual({
    passed: 11,
    failures: [failure("two")],
    flaky: [failure("one")],
  });
  expect(asked).toEqual([["a.test.ts"]]);
});

test("nothing is run again where nothing failed, or much", async () => {
  const never = () => Promise.reject(new Error("run again"));
  for (const first of [outcome(10), outcome(10, "1", "2", "3", "4", "5", "6")])
    expect(await runAgain(first, never)).toBe(first);
});

test("what cannot be run again stays failed", async () => {
  const first = outcome(10, "one");
  expect(await runAgain(first, async () => outcome(0, "as a whole"))).toMatchObject({
    passed: 10,
    failures: [failure("as a whole")],
    flaky: [],
  });
});
