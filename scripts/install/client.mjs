import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether the generated database client is the one for this schema and this version of Prisma. */
export function isClientCurrent(root) {
  return existsSync(stamp(root)) && readFileSync(stamp(root), "utf8") === fingerprint(root);
}

/** Generates the database client that lib/db.ts imports. */
export function generateClient(root) {
  const { status, stdout, stderr } = spawnSync(
    join(root, "node_modules/node/bin/node"),
    [join(root, "node_modules/prisma/build/index.js"), "generate", "--no-hints"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts/prisma/schema-engine.mjs") },
    },
  );
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}${stderr}`);
  writeFileSync(stamp(root), fingerprint(root));
}

const stamp = (root) => join(root, "lib/generated/prisma/.made-from");

function fingerprint(root) {
  const hash = createHash("sha256");
  for (const file of ["prisma/schema.prisma", "node_modules/prisma/package.json"])
    hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
