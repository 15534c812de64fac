import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../is-alive.mjs";

/** Runs `work` while no other process on this machine does; a lock whose holder has died counts as free. */
export async function underLock(file, work) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
  while (!take(file)) await pause(200);
  try {
    work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isDeserted(file)) rmSync(file, { force: true });
    return false;
  }
}

function isDeserted(file) {
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return holder !== 0 && !isAlive(holder);
}
