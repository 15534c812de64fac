import { z } from "zod";
import { once } from "./once";
import { SecretsKey } from "./secrets-key";

const optional = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const POSTGRES_FORM =
  "must be postgresql://user:password@host:port/database, with / as %2F and @ as %40 in the password";

const Variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.string().refine(isPostgresUrl, POSTGRES_FORM),
  /** For LISTEN, migrations and the worker, where DATABASE_URL leads through a transaction pooler. */
  DATABASE_DIRECT_URL: optional.refine(isPostgresUrl, POSTGRES_FORM),
  /** A Redis or Valkey in which all instances count limits together. Without it each counts by itself. */
  REDIS_URL: optional.refine(isRedisUrl, "must begin with redis:// or rediss://"),
  /** `off` serves the API through Next.js's route handlers instead of in front of them. */
  FAST_LANE: z.enum(["on", "off"]).default("on"),
  /** `off` leaves the delivery of webhooks to other servers, or to `npm run worker`. */
  WORKER: z.enum(["on", "off"]).default("on"),
  NEXTAUTH_SECRET: z.string().min(16),
  NEXTAUTH_URL: optional,
  /** Where people reach the site: what links in e-mails begin with, since a request's Host is its sender's word. */
  APP_URL: optional,
  SECRETS_KEY: SecretsKey,
  /** The server that takes our e-mails, with user and password where it wants them. Without it they are not sent. */
  SMTP_URL: optional.refine(isSmtpUrl, "must begin with smtp:// or smtps://"),
  /** What e-mails come from: an address, with a name before it in the form `Name <address>`. */
  MAIL_FROM: optional.refine(isMailbox, "must be an e-mail address, or Name <address>"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** Overrides every plan's limit and the failed-authentication allowance, for operators who limit elsewhere. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
  /** Where GitHub publishes the keys by which it signs its reports of leaked keys. */
  GITHUB_SECRET_SCANNING_KEYS_URL: z
    .url({ protocol: /^https?$/, error: "must be a web address" })
    .default("https://api.github.com/meta/public_keys/secret_scanning"),
  /** Hosts to which webhooks may go by plain http, on any port and at private addresses: for development. */
  WEBHOOK_ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .toLowerCase()
        .split(",")
        .map((host) => host.trim())
        .filter(Boolean),
    ),
  GITHUB_ID: optional,
  GITHUB_SECRET: optional,
  /** The GitHub to sign in with: GitHub Enterprise Server has an address of its own. */
  GITHUB_URL: z.string().default("https://github.com"),
  GOOGLE_ID: optional,
  GOOGLE_SECRET: optional,
});

const Env = Variables.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL === !MAIL_FROM, {
  path: ["SMTP_URL"],
  error: "must be set together with MAIL_FROM",
});

export type Env = z.infer<typeof Env>;

/** The process's configuration, parsed once. Throws with the variable's name where one is missing or malformed. */
export function env(): Env {
  return once("env", () => {
    const parsed = Env.safeParse(process.env);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new Error(`Environment variable ${issue?.path.join(".")}: ${issue?.message}`);
  });
}

function isSmtpUrl(value: string | undefined): boolean {
  return value === undefined || (/^smtps?:\/\/[^/]/i.test(value) && URL.canParse(value));
}

function isPostgresUrl(value: string | undefined): boolean {
  return value === undefined || (/^postgres(?:ql)?:\/\/./i.test(value) && URL.canParse(value));
}

function isRedisUrl(value: string | undefined): boolean {
  return value === undefined || (/^rediss?:\/\/[^/]/i.test(value) && URL.canParse(value));
}

function isMailbox(value: string | undefined): boolean {
  return (
    value === undefined || /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value.trim())
  );
}
