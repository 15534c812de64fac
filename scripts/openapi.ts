import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiDocument } from "@/lib/resources";
import { root } from "./root";

/** Writes the snapshot of the public contract anew, for review: `npm run openapi`. */
export async function main(): Promise<number> {
  writeFileSync(join(root, SNAPSHOT), `${JSON.stringify(apiDocument(), null, 2)}\n`);
  console.log(`Wrote ${SNAPSHOT}.`);
  return 0;
}

const SNAPSHOT = "lib/resources/openapi.snapshot.json";
