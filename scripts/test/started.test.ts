import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { started } from "./started";

function launch(script: string) {
  const child = spawn(process.execPath, ["-e", script]);
  onTestFinished(() => void child.kill());
  return child;
}

test("a program that says that it is ready is waited for no longer", async () => {
  const child = launch("console.log('ready'); setInterval(() => {}, 1000)");
  await started(child, (output) => output.includes("ready"));
  expect(child.exitCode).toBeNull();
});

test("one that ends before fails with what it printed", async () => {
  const child = launch("console.log('opening'); console.error('no such port'); process.exit(1)");
  const failure = started(child, () => false);
  await expect(failure).rejects.toThrow(/opening/);
  await expect(failure).rejects.toThrow(/no such port/);
});
