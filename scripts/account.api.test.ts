import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { call } from "@/lib/testing/call";

type Ended = { code: number | null; stdout: string; stderr: string };

async function account(args: string[], input = ""): Promise<Ended> {
  const child = spawn(process.execPath, ["scripts/run.mjs", "account", ...args]);
  child.stdin.end(input);
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

const someone = () => ({
  email: `${randomUUID()}@account.test`,
  organization: `Organization ${randomUUID()}`,
});

test("an account, a plan and a key, from nothing to a call", async () => {
  const { email, organization } = someone();
  const created = await account(
    ["create", "--email", email, "--organization", organization],
    `${randomUUID()}\n`,
  );
  expect(created).toEqual({ code: 0, stdout: `${email} is now admin of ${organization}.\n`, stderr: "" });

  expect((await account(["plan", "--organization", organization, "--plan", "scale"])).code).toBe(0);
  expect((await account(["list"])).stdout).toContain(`${email}\tadmin\tactive\t${organization}\tscale\t`);

  const options = ["--name", "first", "--scopes", "candidates:read jobs:read", "--expires-in-days", "2"];
  const { stdout, stderr } = await account(["key", "--email", email.toUpperCase(), ...options]);
  expect(stdout).toMatch(/^pk_live_[\w-]{32}\n$/);
  expect(stderr).toBe("");
  const { body, headers } = await call(stdout.trim(), "/api-keys/current");
  expect(body.data).toMatchObject({ name: "first", scopes: ["candidates:read", "jobs:read"] });
  expect(headers.get("x-ratelimit-limit")).toBe("5000");
});

test("what is refused says why on standard error and exits with 1", async () => {
  const { email, organization } = someone();
  for (const [args, reason] of [
    [
      ["create", "--email", email, "--organization", organization, "--password", "short"],
      "at least 12 characters",
    ],
    [
      ["create", "--email", "nobody", "--organization", organization, "--password", randomUUID()],
      "e-mail address",
    ],
    [["disable", "--email", email], email],
    [["plan", "--organization", organization, "--plan", "pro"], organization],
    [["plan", "--organization", organization, "--plan", "gold"], "free, pro, scale, enterprise"],
    [["key", "--email", email, "--name", "n", "--scopes", "*"], email],
  ] as const) {
    const { code, stdout, stderr } = await account([...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain("    at ");
  }
});

test.each([[[]], [["frobnicate"]], [["create", "--email", "a@b.test"]], [["list", "--verbose"]]])(
  "%j is a wrong call: usage, exit code 2",
  async (args) => {
    const { code, stdout, stderr } = await account(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: npm run account -- ");
  },
);
