import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

type Manager = "apt-get" | "dnf" | "apk" | "pacman";

/** What a package manager's own tools are given to install one thing. */
const MANAGERS: [Manager, (name: string) => string[][]][] = [
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

/**
 * Installs a package with the system's package manager, as root or where sudo asks for no password.
 * @param others what it is called by managers that call it otherwise, the likeliest first
 */
export function installPackage(name: string, others: { [manager in Manager]?: string[] } = {}): void {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const found = MANAGERS.find(([manager]) => run(manager, ["--version"], "ignore"));
  if (found === undefined) return;
  const [manager, commandsFor] = found;
  for (const called of others[manager] ?? [name]) {
    console.log(`Installing ${called} with ${manager} …`);
    const succeeded = commandsFor(called).map((args) => {
      const [file, ...rest] = [...sudo, manager, ...args];
      return run(file as string, rest);
    });
    if (succeeded.at(-1)) return;
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
