import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../root";
import { UserError } from "../user-error";

/**
 * Returns the path of a Chromium or Chrome to test with: CHROMIUM, an installed one, Playwright's own, or one that it
 * installs by Playwright's download or the system's package manager. Throws with the remedy where all of that fails.
 */
export function browserPath(): string {
  if (process.env.CHROMIUM) {
    if (existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
    throw new UserError(`CHROMIUM names no file: ${process.env.CHROMIUM}`);
  }
  const path = installed() ?? downloaded() ?? packaged();
  if (path) return path;
  throw new UserError(
    "The browser tests need Chromium or Chrome, and none could be installed. " +
      "Install one (Debian: apt-get install chromium), or set CHROMIUM to the path of one.",
  );
}

function installed(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    chromium.executablePath(),
  ];
  return candidates.find((path) => existsSync(path));
}

function downloaded(): string | undefined {
  console.log("No Chromium found. Trying Playwright's download …");
  run(process.execPath, [join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"]);
  return installed();
}

const MANAGERS: [string, string[][]][] = [
  ["apt-get", [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]],
  ["dnf", [["install", "-y", "chromium"]]],
  ["apk", [["add", "chromium"]]],
  ["pacman", [["-Sy", "--noconfirm", "chromium"]]],
];

/** By the system's package manager, as root or where sudo asks for no password. */
function packaged(): string | undefined {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const [manager, commands] of MANAGERS) {
    if (!run(manager, ["--version"], "ignore")) continue;
    console.log(`Installing Chromium with ${manager} …`);
    for (const args of commands) {
      const [file, ...rest] = [...sudo, manager, ...args];
      run(file as string, rest);
    }
    return installed();
  }
}

function run(file: string, args: string[], stdio: "inherit" | "ignore" = "inherit"): boolean {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: "noninteractive",
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000",
  };
  return spawnSync(file, args, { stdio, env, timeout: 600_000 }).status === 0;
}
