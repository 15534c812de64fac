import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { installPackage } from "./system-package";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "prepzo-managers-"));
  vi.stubEnv("PATH", folder);
  program("sudo", 'shift; exec "$@"');
  return () => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  };
});

const program = (name: string, script: string) =>
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
const asked = () => readFileSync(join(folder, "asked"), "utf8").trim().split("\n");
/** A package manager that has these packages, and notes what it is asked for. */
const manager = (name: string, packages: string) =>
  program(
    name,
    `echo "$*" >> ${folder}/asked; for last; do :; done; case "${packages} --version" in *"$last"*) ;; *) exit 1; esac`,
  );

test("a package is asked for by the manager's own names, until it has one", () => {
  manager("dnf", "redis");
  installPackage("redis-server", { dnf: ["valkey", "redis", "keydb"] });
  expect(asked()).toEqual(["--version", "install -y valkey", "install -y redis"]);
});

test("else by the name that all know", () => {
  manager("apk", "pgbouncer");
  installPackage("pgbouncer", { dnf: ["other"] });
  expect(asked()).toEqual(["--version", "add pgbouncer"]);
});
