import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../root";

/** Makes an account and its key with every scope, as an operator does, in the database of that environment. */
export async function makeAdminKey(env: Record<string, string>): Promise<string> {
  const email = `${randomUUID()}@example.test`;
  const account = async (...args: string[]) => {
    const all = [join(root, "scripts/run.mjs"), "account", ...args];
    const { stdout } = await promisify(execFile)(process.execPath, all, {
      cwd: root,
      env: { ...process.env, ...env },
    });
    return stdout.trim();
  };
  await account("create", "--email", email, "--password", randomUUID(), "--organization", `Of ${email}`);
  return account("key", "--email", email, "--name", "admin", "--scopes", "*");
}
