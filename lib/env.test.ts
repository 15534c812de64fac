import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { env } from "./env";

const REQUIRED = {
  DATABASE_URL: "postgresql://x",
  NEXTAUTH_SECRET: "x".repeat(16),
  SECRETS_KEY: `1:${"A".repeat(43)}=`,
};

beforeEach(() => {
  for (const [name, value] of Object.entries(REQUIRED)) vi.stubEnv(name, value);
  forget();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forget();
});

/** What is made once per process, as if none had been. */
function forget(): void {
  Reflect.deleteProperty(globalThis, Symbol.for("prepzo"));
}

test("the server for e-mails and their sender are set together or not at all", () => {
  expect(env().SMTP_URL ?? env().MAIL_FROM).toBeUndefined();
  for (const half of [{ SMTP_URL: "smtp://mail.test" }, { MAIL_FROM: "keys@mail.test" }]) {
    for (const [name, value] of Object.entries({ SMTP_URL: "", MAIL_FROM: "", ...half }))
      vi.stubEnv(name, value);
    forget();
    expect(env).toThrow("Environment variable SMTP_URL: must be set together with MAIL_FROM");
  }
});

test.each(["http://mail.test", "smtp://", "mail.test", "smtp:mail.test"])(
  "no server for e-mails: %s",
  (url) => {
    vi.stubEnv("SMTP_URL", url);
    vi.stubEnv("MAIL_FROM", "keys@mail.test");
    expect(env).toThrow("Environment variable SMTP_URL: must begin with smtp:// or smtps://");
  },
);

test.each(["http://redis.test", "redis://", "redis.test:6379"])("no Redis: %s", (url) => {
  vi.stubEnv("REDIS_URL", url);
  expect(env).toThrow("Environment variable REDIS_URL: must begin with redis:// or rediss://");
});

test.each([
  "user:word@db.test/prepzo",
  "mysql://db.test/prepzo",
  "postgresql://",
  "postgresql://user:a/b@db.test/prepzo",
])("no PostgreSQL: %s", (url) => {
  for (const name of ["DATABASE_URL", "DATABASE_DIRECT_URL"]) {
    vi.stubEnv("DATABASE_URL", REQUIRED.DATABASE_URL);
    vi.stubEnv(name, url);
    forget();
    expect(env).toThrow(
      `Environment variable ${name}: must be postgresql://user:password@host:port/database`,
    );
  }
});

test.each([
  "postgres://u:a%2Fb@db.test:5432/prepzo?sslmode=require",
  "postgresql:///prepzo?host=/run/postgresql",
])("a PostgreSQL: %s", (url) => {
  vi.stubEnv("DATABASE_URL", url);
  expect(env().DATABASE_URL).toBe(url);
});

test.each(["keys", "a@b.test, c@d.test", "Keys\r\nBcc: x@y.test", "<>"])("no sender: %s", (from) => {
  vi.stubEnv("SMTP_URL", "smtps://user:word@mail.test:465");
  vi.stubEnv("MAIL_FROM", from);
  expect(env).toThrow("Environment variable MAIL_FROM");
});
