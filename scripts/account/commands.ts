import { operator } from "@/lib/access/actor";
import { PLAN_NAMES, type Plan } from "@/lib/access/plans";
import { ROLE_NAMES } from "@/lib/access/roles";
import { GenerateKey } from "@/lib/api-keys/schema";
import { generateKeyFor } from "@/lib/api-keys/service";
import { createAccount, disableAccount, listAccounts } from "@/lib/auth/accounts";
import { setPlan } from "@/lib/auth/organizations";
import { NewAccount } from "@/lib/auth/schema";
import { UserError } from "../user-error";
import { askPassword } from "./ask-password";

export type Options = Record<string, string | undefined>;

type Command = {
  usage: string;
  does: string;
  options: readonly string[];
  run(options: Options): Promise<void>;
};

const DAY_MS = 86_400_000;

/** What operators can do, by name. */
export const COMMANDS: Record<string, Command> = {
  create: {
    usage: `create --email E --organization O [--password P] [--name N] [--role ${ROLE_NAMES.join("|")}]`,
    does: "Makes an account; the organization too, if there is none of that name. Without --password, or with -, the password is asked for, or read from standard input.",
    options: ["email", "organization", "password?", "name?", "role?"],
    async run(options) {
      const { password: given = "-" } = options;
      const password = given === "-" ? await askPassword() : given;
      const { email, role, organization } = await createAccount(NewAccount.parse({ ...options, password }));
      console.log(`${email} is now ${role.replace("_", " ")} of ${organization.name}.`);
    },
  },
  list: {
    usage: "list",
    does: "Lists all accounts.",
    options: [],
    async run() {
      for (const { email, role, organization, disabled_at } of await listAccounts()) {
        const state = disabled_at ? "disabled" : "active";
        console.log([email, role, state, organization.name, organization.plan, organization.id].join("\t"));
      }
    },
  },
  disable: {
    usage: "disable --email E",
    does: "Shuts an account out: its sessions end and its keys stop.",
    options: ["email"],
    async run({ email }) {
      await disableAccount(email as string);
      console.log(`${email} is disabled.`);
    },
  },
  plan: {
    usage: `plan --organization O --plan ${PLAN_NAMES.join("|")}`,
    does: "Puts an organization on a plan.",
    options: ["organization", "plan"],
    async run({ organization, plan }) {
      if (!PLAN_NAMES.includes(plan as Plan))
        throw new UserError(`plan must be one of ${PLAN_NAMES.join(", ")}`);
      await setPlan(organization as string, plan as Plan);
      console.log(`${organization} is on the ${plan} plan.`);
    },
  },
  key: {
    usage: "key --email E --name N --scopes 'S S …' [--expires-in-days N]",
    does: "Makes an API key that the account owns, and prints only the key.",
    options: ["email", "name", "scopes", "expires-in-days?"],
    async run({ email, name, scopes, "expires-in-days": days }) {
      const now = new Date();
      const input = GenerateKey.parse({
        name,
        scopes: scopes?.split(/[\s,]+/).filter(Boolean),
        expires_at:
          days === undefined ? null : new Date(now.getTime() + wholeDays(days) * DAY_MS).toISOString(),
      });
      const owner = await accountOf(email as string);
      const { key } = await generateKeyFor(operator(owner.organization.id), owner.id, input, now);
      console.log(key);
    },
  },
};

function wholeDays(value: string): number {
  const days = Number(value);
  if (Number.isInteger(days) && days >= 1 && days <= 36_500) return days;
  throw new UserError("expires-in-days must be a whole number of days, from 1 to 36500.");
}

async function accountOf(email: string) {
  const account = (await listAccounts()).find((one) => one.email === email.trim().toLowerCase());
  if (!account) throw new UserError(`No account has the e-mail ${email}`);
  return account;
}
