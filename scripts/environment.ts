import { randomBytes } from "node:crypto";
import nextEnv from "@next/env";
import { kept } from "./kept-secret";
import { UserError } from "./user-error";

export type Environment = { embedded: boolean; demo: Demo | null };
export type Demo = { email: string; password: string };

/**
 * Completes `process.env` the way every command needs it: the .env files that Next.js reads, then a secret of its own
 * for each that is missing, kept under .data/. A production server with a database of its own is told what it lacks
 * instead: secrets that live in one container's folder would be lost with it.
 */
export function prepareEnvironment(root: string, production: boolean): Environment {
  Object.assign(process.env, { NODE_ENV: production ? "production" : "development" });
  nextEnv.loadEnvConfig(root, !production, { info: () => undefined, error: console.error });
  const embedded = !process.env.DATABASE_URL;
  const missing = Object.keys(SECRETS).filter((name) => !process.env[name]) as (keyof typeof SECRETS)[];
  if (missing.length > 0 && production && !embedded) throw needed(missing);
  for (const name of missing) process.env[name] = kept(root, name, SECRETS[name]);
  return { embedded, demo: embedded || process.env.SEED_DEMO === "1" ? demo(root) : null };
}

const SECRETS = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString("base64"),
  SECRETS_KEY: () => `1:${randomBytes(32).toString("base64")}`,
};

function needed(missing: (keyof typeof SECRETS)[]): UserError {
  const verb = missing.length > 1 ? "are" : "is";
  return new UserError(
    `${missing.join(" and ")} ${verb} not set. With DATABASE_URL in production every instance needs the same, for good.\n` +
      `Fresh values that you can use:\n${missing.map((name) => `  ${name}=${SECRETS[name]()}`).join("\n")}`,
  );
}

function demo(root: string): Demo {
  return {
    email: process.env.DEMO_EMAIL || "demo@prepzo.test",
    password:
      process.env.DEMO_PASSWORD || kept(root, "DEMO_PASSWORD", () => randomBytes(12).toString("base64url")),
  };
}
