import { readFile } from "node:fs/promises";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

export type SchemaEngine = Awaited<ReturnType<typeof openEngine>>;

/**
 * Prisma's schema engine in this process: its WebAssembly build, which the package registry carries, in place of the
 * binary that the CLI would download.
 * @param factory the driver through which it reaches the database (migration-adapter.ts)
 * @param datamodels Prisma schemas as [path, content]
 */
export async function openEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodels?: [string, string][],
) {
  // A panic inside WebAssembly would otherwise surface as a TypeError without its message.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: panicked } });
  const file = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm"));
  const imports = { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return glue.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

function panicked(message: string): void {
  console.error(`The schema engine panicked: ${message}`);
}
