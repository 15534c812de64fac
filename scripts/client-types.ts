import { readFileSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import type * as Generator from "openapi-typescript";
import { root } from "./root";

const TYPES = "lib/testing/api-types.ts";
const SNAPSHOT = "lib/resources/openapi.snapshot.json";

/**
 * Writes the TypeScript types of the API's operations, made from the document: `npm run client:types`. They are kept in
 * git, so that types check on a fresh clone, and so that others can take them from there.
 */
export async function main(): Promise<number> {
  writeFileSync(join(root, TYPES), await clientTypes(readFileSync(join(root, SNAPSHOT), "utf8")));
  console.log(`Wrote ${TYPES}.`);
  return 0;
}

/** The text of a module of types for the operations of an OpenAPI document, as openapi-fetch takes them. */
export async function clientTypes(document: string): Promise<string> {
  const { default: generate, astToString }: typeof Generator = await withCompiler(
    () => import("openapi-typescript"),
  );
  return `// Made by \`npm run client:types\` from the document.\n${astToString(await generate(document))}`;
}

// The generator builds on TypeScript's programming interface, which TypeScript 7 no longer has.
async function withCompiler<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === "typescript" ? { url: COMPILER, shortCircuit: true } : next(name, context),
  });
  return load().finally(() => hooks.deregister());
}

const COMPILER = `data:text/javascript,${encodeURIComponent(
  `import common from ${JSON.stringify(import.meta.resolve("@ts-morph/common"))}; export default common.ts;`,
)}`;
