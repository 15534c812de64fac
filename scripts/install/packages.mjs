import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Whether node_modules holds what package-lock.json asks for, by npm's own record of the last installation. */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(join(root, "node_modules/.package-lock.json"));
  if (!existsSync(join(root, "node_modules/node/bin"))) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    // Optional packages for other platforms are not installed.
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

/** Installs exactly what package-lock.json says. */
export async function installPackages(root) {
  console.error("Installing packages (the first time this takes a minute) …");
  // With this set, Prisma's install script finds its engine and downloads none.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts/prisma/schema-engine.mjs") };
  await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    env,
  });
}

/** Runs a program whose output, if any, is for people: on standard error, since standard output may be read by a program. */
export function run(file, args, options) {
  return new Promise((resolve, reject) => {
    // npm is a shell script on Windows.
    const child = spawn(file, args, {
      ...options,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${file} ${args[0]} failed (${code})`)),
    );
  });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}
