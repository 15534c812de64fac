import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What a package manager's own tools are given to install one thing. */
const MANAGERS: [string, (name: string) => string[][]][] = [
  ["apt-get", (name) => [["update"], ["install", "-y", "--no-install-recommends", name]]],
  ["dnf", (name) => [["install", "-y", name]]],
  ["apk", (name) => [["add", name]]],
  ["pacman", (name) => [["-Sy", "--noconfirm", name]]],
];

/** The path of the first of these programs that PATH, or one of the folders named besides, holds. */
export function findProgram(names: readonly string[], more: readonly string[] = []): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...more];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Installs a package with the system's package manager, as root or where sudo asks for no password. */
export function installPackage(name: string): void {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const [manager, commandsFor] of MANAGERS) {
    if (!run(manager, ["--version"], "ignore")) continue;
    console.log(`Installing ${name} with ${manager} …`);
    for (const args of commandsFor(name)) {
      const [file, ...rest] = [...sudo, manager, ...args];
      run(file as string, rest);
    }
    return;
  }
}

/** Runs a program to its end and returns whether it succeeded. */
export function run(file: string, args: string[], stdio: "inherit" | "ignore" = "inherit"): boolean {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: "noninteractive",
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000",
  };
  return spawnSync(file, args, { stdio, env, timeout: 600_000 }).status === 0;
}
