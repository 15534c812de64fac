import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const needsServer = "**/*.api.test.ts";
/** What PostgreSQL plans depends on what is in its tables: these come first, when nobody else writes there. */
const needsQuiet = "**/*.plan.api.test.ts";
/** Starts servers of its own: `npm run test:cluster`. */
const needsCluster = "**/*.cluster.test.ts";
/** Generous: only what hangs should end by these, on the slowest machine. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };
const shared = { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } };

/** Needs BASE_URL and DATABASE_URL: `npm test -- api` provides both. */
const api = {
  ...patience,
  exclude: ["**/node_modules/**", "**/.next/**"],
  // Vite has a BASE_URL of its own, "/", and would put it into the environment.
  env: { BASE_URL: process.env.BASE_URL ?? "" },
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: shared,
        test: {
          ...patience,
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/.next/**", needsServer, needsCluster],
        },
      },
      {
        resolve: shared,
        test: { ...api, name: "api-plans", include: [needsQuiet], sequence: { groupOrder: 1 } },
      },
      {
        resolve: shared,
        test: {
          ...api,
          name: "api",
          include: [needsServer],
          exclude: [...api.exclude, needsQuiet],
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve: shared,
        test: {
          ...patience,
          name: "cluster",
          include: [needsCluster],
          exclude: ["**/node_modules/**", "**/.next/**"],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
