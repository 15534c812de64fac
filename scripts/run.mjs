// node scripts/run.mjs NAME [ARGUMENT…] runs scripts/NAME.ts on the pinned Node with everything in place that it needs.
// Works on a fresh clone: plain JavaScript for Node 20 or later, using nothing that is not part of it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient, isClientCurrent } from "./install/client.mjs";
import { underLock } from "./install/lock.mjs";
import { installPackages, isInstalled } from "./install/packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...args] = process.argv.slice(2);

try {
  process.chdir(root);
  // Others read what is made here (PostgreSQL runs as another account than root); secrets get modes of their own.
  process.umask(0o022);
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  process.env.PATH = `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`;
  await install();
  const code = await (isPinnedNode() ? runHere() : runPinned());
  // A pipe takes long output in portions, and what it has not taken yet would be lost.
  await new Promise((resolve) => process.stdout.write("", resolve));
  process.exit(code ?? process.exitCode);
} catch (error) {
  // A UserError's message says all that there is to say.
  console.error(error.name === "UserError" ? error.message : error);
  process.exit(error.exitCode ?? 1);
}

async function install() {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw Object.assign(new Error(`Node.js 20 or later is needed; this is ${process.version}.`), {
      name: "UserError",
    });
  }
  if (isInstalled(root) && isClientCurrent(root)) return;
  await underLock(join(root, ".data/install.lock"), () => {
    if (!isInstalled(root)) installPackages(root);
    if (!isClientCurrent(root)) generateClient(root);
  });
}

function isPinnedNode() {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/node/package.json"), "utf8"));
  return process.version === `v${version}`;
}

async function runHere() {
  const { register } = await import("tsx/esm/api");
  register();
  const { main } = await import(`./${name}.ts`);
  return main(args);
}

function runPinned() {
  const child = spawn(join(root, "node_modules/node/bin/node"), process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal === "SIGKILL" ? 9 : 15)));
  });
}
