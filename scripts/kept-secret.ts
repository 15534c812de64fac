import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Returns the project's secret of this name from `.data/`, readable by its owner only. Made on first use, whole before
 * it gets its name, so that two processes that start together agree on one.
 */
export function kept(root: string, name: string, make: () => string): string {
  const file = join(root, ".data", name.toLowerCase().replaceAll("_", "-"));
  const half = `${file}.${process.pid}`;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    mkdirSync(join(root, ".data"), { recursive: true, mode: 0o711 });
    writeFileSync(half, `${make()}\n`, { mode: 0o600 });
  }
  try {
    linkSync(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(half);
  }
  return readFileSync(file, "utf8").trim();
}
