import { spawnSync } from "node:child_process";
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
export function installPackages(root) {
  console.error("Installing packages (the first time this takes a minute) …");
  // With this set, Prisma's install script finds its engine and downloads none.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts/prisma/schema-engine.mjs") };
  const { status, error } = spawnSync(
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      env,
      // All of it is for people: standard output may be read by a program.
      stdio: ["ignore", 2, 2],
    },
  );
  if (status !== 0) throw error ?? new Error("npm ci failed.");
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}
