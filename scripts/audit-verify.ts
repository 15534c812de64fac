import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { chainedOrganizations, type Head, verifyChain } from "@/lib/audit/verify-chain";
import { prepareEnvironment } from "./environment";
import { prepare } from "./prepare";
import { silent } from "./progress";
import { refusal } from "./refusal";
import { root } from "./root";
import { UserError } from "./user-error";

const USAGE = `Usage: npm run audit:verify [-- --organization ID] [--head FILE] [--save-head FILE]

Computes every link of the audit trail anew and names the first that is not as it was written.
  --head FILE       also compares with the heads that were saved there: without, entries taken off the end are not found
  --save-head FILE  saves the present heads, where nothing was wrong: keep the file away from this machine`;

const Heads = z.array(
  z.strictObject({ organization_id: z.uuid(), seq: z.string(), link: z.string(), unlinked: z.int() }),
);

/** The check of the audit trail for operators. Exit codes: 0 as written, 1 not, 2 wrongly called. */
export async function main(args: string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const options = parse(args);
  const seen = options.head === undefined ? null : readHeads(options.head);
  process.env.LOG_LEVEL = "silent";
  const release = await prepare(root, { ...prepareEnvironment(root, false), demo: null }, silent);
  try {
    const heads = await verifyAll(options.organization, seen);
    if (heads === null) return 1;
    if (options["save-head"] !== undefined) {
      writeFileSync(options["save-head"], `${JSON.stringify(heads, null, 2)}\n`);
    }
    return 0;
  } catch (error) {
    throw refusal(error);
  } finally {
    await release();
  }
}

/** Checks one chain or all, says what was found, and returns their heads; null where something is wrong. */
async function verifyAll(organization: string | undefined, seen: Head[] | null): Promise<Head[] | null> {
  const known = new Map(seen?.map((head) => [head.organization_id, head]));
  // A chain that was seen and is gone altogether is looked for too.
  const all = [...new Set([...(await chainedOrganizations()), ...known.keys()])];
  const ids = organization ? all.filter((id) => id === organization) : all;
  // Said to be as it was written, what is not there would pass for what was asked for.
  if (organization && ids.length === 0) throw new UserError(`${organization} has no audit trail.`, 2);
  // What is not looked at this time stays saved.
  const heads: Head[] = [...known.values()].filter((head) => !ids.includes(head.organization_id));
  let isSound = true;
  for (const id of ids) {
    const { linked, unlinked, head, fault } = await verifyChain(id, known.get(id) ?? null);
    const older = unlinked > 0 ? `, ${unlinked} from before the chain` : "";
    console.log(`${id}\t${fault ? `BROKEN: ${fault}` : `${linked} entries${older}`}`);
    if (fault) isSound = false;
    if (head) heads.push(head);
  }
  console.log(isSound ? "Every entry is as it was written." : "The audit trail is not as it was written.");
  return isSound ? heads : null;
}

function readHeads(file: string): Head[] {
  try {
    return Heads.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new UserError(`${file} holds no saved heads.`, 2);
  }
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args, options: { organization: text, head: text, "save-head": text } }).values;
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}
