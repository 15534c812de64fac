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
  Object.assign(process.env, {
    NODE_ENV: production ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  nextEnv.loadEnvConfig(root, !production, { info: () => undefined, error: console.error });
  const embedded = !process.env.DATABASE_URL;
  for (const [name, make] of Object.entries(SECRETS)) {
    if (!process.env[name] && production && !embedded) throw missing(name, make());
    process.env[name] ||= kept(root, name, make);
  }
  return { embedded, demo: embedded || process.env.SEED_DEMO === "1" ? demo(root) : null };
}

const SECRETS = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString("base64"),
  SECRETS_KEY: () => `1:${randomBytes(32).toString("base64")}`,
};

function missing(name: string, example: string): UserError {
  return new UserError(
    `${name} is not set. With DATABASE_URL in production it must be set and stay the same, on every instance.\n` +
      `A fresh value that you can use: ${name}=${example}`,
  );
}

function demo(root: string): Demo {
  return {
    email: process.env.DEMO_EMAIL || "demo@prepzo.test",
    password:
      process.env.DEMO_PASSWORD || kept(root, "DEMO_PASSWORD", () => randomBytes(12).toString("base64url")),
  };
}
