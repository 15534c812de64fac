import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root";
import { type Outcome, runAgain } from "./outcome";
import { reported } from "./reported";

type Environment = Record<string, string>;

/** @param stop ends the tool that runs */
export function tools(stop: AbortSignal) {
  /** Runs a program of a package on this Node and returns whether it succeeded. */
  function run(script: string, args: string[], env: Environment = {}): Promise<boolean> {
    return new Promise((resolve) => {
      const options = {
        cwd: root,
        env: { ...process.env, ...COLOR, ...env },
        stdio: "inherit",
        signal: stop,
      } as const;
      const child = spawn(process.execPath, [join(root, "node_modules", script), ...args], options);
      child.on("error", () => resolve(false));
      child.on("exit", (code) => resolve(code === 0));
    });
  }

  function vitest(project: string, filters: string[], env?: Environment): Promise<Outcome> {
    const report = `--outputFile.json=${reportOf(project)}`;
    const args = ["run", "--project", `${project}*`, "--reporter=default", "--reporter=json", report];
    return tested(project, filters, (at) => run("vitest/vitest.mjs", [...args, ...at], env));
  }

  function playwright(filters: string[], env: Environment): Promise<Outcome> {
    const reporting = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf("e2e") };
    const args = ["test", "--reporter=list,json"];
    return tested("e2e", filters, (at) => run("@playwright/test/cli.js", [...args, ...at], reporting));
  }

  /** @param test tests what stands at these places, and writes the report of that name */
  async function tested(name: string, filters: string[], test: (at: string[]) => Promise<boolean>) {
    async function once(at: string[]): Promise<Outcome> {
      rmSync(reportOf(name), { force: true });
      return reported(reportOf(name), await test(at));
    }
    const first = await once(filters);
    return stop.aborted ? first : runAgain(first, once);
  }

  return {
    vitest,
    playwright,
    formatAndLint: () => run("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", ...PLAIN, "."]),
    // A fresh clone has no route types yet, on which the pages' types build.
    types: async () =>
      (await run("next/dist/bin/next", ["typegen"])) && (await run("typescript/bin/tsc", ["--noEmit"])),
    unused: () => run("knip/bin/knip.js", []),
    /** Whether the document is one that strangers' tools accept. A unit test sees to it that the snapshot is the document. */
    openApi: async () => {
      const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
      const valid = await run("@redocly/cli/bin/cli.js", ["lint", SNAPSHOT], quiet);
      const safe = await run("@stoplight/spectral-cli/dist/index.js", [
        "lint",
        "--fail-severity=hint",
        SNAPSHOT,
      ]);
      return valid && safe;
    },
    /** Whether the migrations lead to schema.prisma; needs a database beside which it may create another. */
    migrations: (DATABASE_URL: string) =>
      run("prisma/build/index.js", ["migrate", "diff", "--exit-code", ...DIFF], {
        DATABASE_URL,
        PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts/prisma/schema-engine.mjs"),
      }),
  };
}

const SNAPSHOT = "lib/resources/openapi.snapshot.json";

/** Colours are for people who look on, not for files. */
const COLOR: Environment = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
const PLAIN = process.stdout.isTTY ? [] : ["--colors=off"];
const DIFF = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma"];

function reportOf(name: string): string {
  return join(root, "test-results", `${name}.json`);
}
