import { type SpawnOptions, spawn } from "node:child_process";

type Options = Pick<SpawnOptions, "cwd" | "env" | "uid" | "gid" | "signal"> & { input?: string };

/**
 * Runs a program to its end and returns what it printed on both streams.
 * Throws, with that output as the message, where it cannot be started or exits with anything but 0.
 */
export function runCommand(
  file: string,
  args: string[],
  { input = "", ...options }: Options = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: "pipe" });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${file} ended with ${signal ?? code}:\n${output.trim()}`));
    });
    // A program that ends without reading its input is judged by its exit code.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
