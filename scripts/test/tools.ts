import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root";
import { type Outcome, reported, single } from "./outcome";

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

  async function vitest(project: string, filters: string[], env?: Environment): Promise<Outcome> {
    const report = freshReport(project);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    return reported(
      report,
      await run("vitest/vitest.mjs", ["run", "--project", `${project}*`, ...reporters, ...filters], env),
    );
  }

  async function playwright(filters: string[], env: Environment): Promise<Outcome> {
    const report = freshReport("e2e");
    const reporting = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    return reported(
      report,
      await run("@playwright/test/cli.js", ["test", "--reporter=list,json", ...filters], reporting),
    );
  }

  return {
    vitest,
    playwright,
    formatAndLint: async () =>
      single(await run("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", ...PLAIN, "."])),
    // A fresh clone has no route types yet, on which the pages' types build.
    types: async () =>
      single(
        (await run("next/dist/bin/next", ["typegen"])) && (await run("typescript/bin/tsc", ["--noEmit"])),
      ),
    unused: async () => single(await run("knip/bin/knip.js", [])),
    /** Whether the document is one that strangers' tools accept. A unit test sees to it that the snapshot is the document. */
    openApi: async () => {
      const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
      const valid = await run("@redocly/cli/bin/cli.js", ["lint", SNAPSHOT], quiet);
      const safe = await run("@stoplight/spectral-cli/dist/index.js", [
        "lint",
        "--fail-severity=hint",
        SNAPSHOT,
      ]);
      return single(valid && safe);
    },
    /** Whether the migrations lead to schema.prisma; needs a database beside which it may create another. */
    migrations: async (DATABASE_URL: string) =>
      single(
        await run("prisma/build/index.js", ["migrate", "diff", "--exit-code", ...DIFF], {
          DATABASE_URL,
          PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts/prisma/schema-engine.mjs"),
        }),
      ),
  };
}

const SNAPSHOT = "lib/resources/openapi.snapshot.json";

/** Colours are for people who look on, not for files. */
const COLOR: Environment = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
const PLAIN = process.stdout.isTTY ? [] : ["--colors=off"];
const DIFF = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma"];

function freshReport(name: string): string {
  const file = join(root, "test-results", `${name}.json`);
  rmSync(file, { force: true });
  return file;
}
