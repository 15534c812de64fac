import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../root";
import { UserError } from "../user-error";
import { findProgram, installPackage, run } from "./system-package";

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

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = [
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function installed(): string | undefined {
  return findProgram(NAMES) ?? [...PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

function downloaded(): string | undefined {
  console.log("No Chromium found. Trying Playwright's download …");
  run(process.execPath, [join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"]);
  return installed();
}

function packaged(): string | undefined {
  installPackage("chromium");
  return installed();
}
