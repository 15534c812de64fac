import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root";
import { UserError } from "./user-error";

/** Runs one benchmark: `npm run bench NAME [-- OPTION…]`. Each is a file in bench/. */
export async function main([name, ...args]: string[]): Promise<void> {
  const names = readdirSync(join(root, "bench"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""));
  if (!name || !names.includes(name)) throw new UserError(`Usage: npm run bench ${names.join("|")}`, 2);
  const { main: run } = await import(`../bench/${name}`);
  await run(args);
}
