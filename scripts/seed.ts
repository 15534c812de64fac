import { parseArgs } from "node:util";
import { prepareEnvironment } from "./environment";
import { prepare } from "./prepare";
import { told } from "./progress";
import { refusal } from "./refusal";
import { root } from "./root";
import { UserError } from "./user-error";

const USAGE = `Usage: npm run seed [-- --candidates N]

Makes the demo organization where there is none. With --candidates it gets so many more of them, with their
applications, interviews and offers: for measuring.`;

/** Demo data, of any size. Exit codes: 0 done, 1 refused, 2 wrongly called. */
export async function main(args: string[]): Promise<void> {
  if (args.includes("--help")) return console.log(USAGE);
  const candidates = parse(args);
  const environment = prepareEnvironment(root, false);
  if (!environment.demo) {
    throw new UserError("Demo data goes into the embedded database only. Set SEED_DEMO=1 to put it here.");
  }
  const release = await prepare(root, environment, told);
  try {
    const { addCandidates } = await import("../prisma/seed");
    await told(
      "Candidates",
      () => addCandidates(candidates, show),
      () => `${candidates} more`,
    );
  } catch (error) {
    throw refusal(error);
  } finally {
    await release();
  }
}

function show(done: number): void {
  if (process.stdout.isTTY) process.stdout.write(`  ${done}\r`);
}

function parse(args: string[]): number {
  try {
    const { candidates = "0" } = parseArgs({ args, options: { candidates: { type: "string" } } }).values;
    if (/^\d{1,7}$/.test(candidates)) return Number(candidates);
    throw new Error("--candidates must be a whole number of at most seven digits.");
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}
