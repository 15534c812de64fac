import { parseArgs } from "node:util";
import { COMMANDS, type Options } from "./account/commands";
import { prepareEnvironment } from "./environment";
import { prepare } from "./prepare";
import { silent } from "./progress";
import { refusal } from "./refusal";
import { root } from "./root";
import { UserError } from "./user-error";

const USAGE = `Usage: npm run account -- COMMAND [OPTION…]

${Object.values(COMMANDS)
  .map(({ usage, does }) => `  ${usage}\n      ${does}`)
  .join("\n")}`;

/** Accounts, plans and first keys for operators. Exit codes: 0 done, 1 refused, 2 wrongly called. */
export async function main([name = "", ...args]: string[]): Promise<void> {
  if (["help", "--help", "-h"].includes(name) || args.includes("--help")) return console.log(USAGE);
  const command = COMMANDS[name];
  if (!command) throw new UserError(name ? `There is no command "${name}".\n\n${USAGE}` : USAGE, 2);
  const options = parse(command.usage, command.options, args);

  // Standard output carries the command's result and nothing else.
  process.env.LOG_LEVEL = "silent";
  const release = await prepare(root, { ...prepareEnvironment(root, false), demo: null }, silent);
  try {
    await command.run(options);
  } catch (error) {
    throw refusal(error);
  } finally {
    await release();
  }
}

/** `names` end with "?" where the option may be absent. */
function parse(usage: string, names: readonly string[], args: string[]): Options {
  const declared = names.map((name) => [name.replace("?", ""), { type: "string" }] as const);
  try {
    const { values } = parseArgs({ args, options: Object.fromEntries(declared) });
    const missing = names.filter((name) => !name.endsWith("?") && values[name] === undefined);
    if (missing.length > 0) throw new Error(`--${missing.join(" and --")} must be given.`);
    return values;
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\nUsage: npm run account -- ${usage}`, 2);
  }
}
