import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openEngine, type SchemaEngine } from "./engine";
import { migrationAdapter } from "./migration-adapter";

// The protocol of Prisma's schema-engine binary: one command with `cli …`, else JSON-RPC 2.0 on stdin and stdout,
// one message a line.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datasource: { type: "string", default: "{}" },
    datamodels: { type: "string", multiple: true },
    version: { type: "boolean" },
  },
});
const url: string = JSON.parse(String(values.datasource)).url ?? "";

if (values.version) console.log("schema-engine-cli WebAssembly");
else if (positionals[0] === "cli") await connect();
else await answer();

async function connect(): Promise<void> {
  const adapter = await migrationAdapter(url).connect();
  await adapter.queryRaw({ sql: "SELECT 1", args: [], argTypes: [] }).catch((error: Error) => {
    const fields = { error_code: "P1001", message: `Can't reach the database (${error.message})` };
    // The CLI skips the first line and takes the rest for log records.
    console.error(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}`);
    process.exitCode = 1;
  });
  await adapter.dispose();
}

type Request = { id: number; method: keyof SchemaEngine; params: never };

async function answer(): Promise<void> {
  const paths = values.datamodels as string[] | undefined;
  const datamodels = paths?.map((path) => [path, readFileSync(path, "utf8")] as [string, string]);
  const engine = openEngine(migrationAdapter(url), datamodels);
  // Told in the answer to each request: the CLI takes an engine that just ends for a success.
  engine.catch(() => undefined);
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Partial<Request>;
    // Without a method it is the CLI's receipt for something that it was asked to print.
    if (request.method) send(await reply(engine, request as Request));
  }
}

async function reply(opening: Promise<SchemaEngine>, { id, method, params }: Request): Promise<object> {
  try {
    const engine = await opening;
    const result = await (engine[method] as (params: never) => unknown)(params);
    if (method === "diff") print((result as { stdout: string | null }).stdout);
    return { id, result: result ?? null };
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    return {
      id,
      error: { code: 4466, message, data: { is_panic: false, message, error_code: code, meta: {} } },
    };
  }
}

function print(content: string | null): void {
  if (content) send({ id: 0, method: "print", params: { content } });
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
