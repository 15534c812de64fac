import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./packages.mjs";

/** Whether the generated database client is the one for this schema and this version of Prisma. */
export function isClientCurrent(root) {
  return existsSync(stamp(root)) && readFileSync(stamp(root), "utf8") === fingerprint(root);
}

/** Generates the database client that lib/db.ts imports. */
export async function generateClient(root) {
  await run(
    join(root, "node_modules/node/bin/node"),
    [join(root, "node_modules/prisma/build/index.js"), "generate", "--no-hints"],
    {
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts/prisma/schema-engine.mjs"),
      },
    },
  );
  writeFileSync(stamp(root), fingerprint(root));
}

const stamp = (root) => join(root, "lib/generated/prisma/.made-from");

function fingerprint(root) {
  const hash = createHash("sha256");
  for (const file of ["prisma/schema.prisma", "node_modules/prisma/package.json"])
    hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
