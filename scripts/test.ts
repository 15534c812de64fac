import { build } from "./build";
import { conformance } from "./conformance";
import { root } from "./root";
import { stopSignal } from "./stop-signal";
import { browserPath } from "./test/browser";
import { end, type Outcome, single } from "./test/outcome";
import { startTestServer, type TestServer } from "./test/test-server";
import { throwAwayDatabase } from "./test/throw-away-database";
import { tools } from "./test/tools";
import { UserError } from "./user-error";

const PARTS = ["unit", "api", "e2e"];
const CONTRACT_TESTS = ["lib/resources/contract", "lib/api/authentication", "lib/api/refusals"];

/**
 * Runs every check and test, against a database and a server of its own: `npm test`. With a part and filters only
 * those: `npm test -- api candidates`. The last line is the sum; what fails does not keep the rest from running.
 * @returns the exit code
 */
export async function main([part, ...filters]: string[]): Promise<number> {
  if (part && !PARTS.includes(part))
    throw new UserError(`Usage: npm test -- [${PARTS.join("|")}] [FILTER…]`, 2);
  const stop = stopSignal();
  const { vitest, playwright, ...checks } = tools(stop);
  const outcomes: Outcome[] = [];

  /** @param run returns what came of tests, or whether a check that is one thing succeeded */
  async function suite(name: string, run: () => Promise<Outcome | boolean>): Promise<void> {
    if (stop.aborted) return;
    console.log(`\n── ${name}`);
    const outcome = await run().catch((error: Error) => {
      console.error(error.message);
      return false;
    });
    outcomes.push(typeof outcome === "boolean" ? single(name, outcome) : outcome);
  }
  const wants = (name: string) => !part || part === name;

  if (!part) {
    await suite("Format and lint", checks.formatAndLint);
    await suite("Types", checks.types);
    await suite("Unused code", checks.unused);
    await suite("OpenAPI document", checks.openApi);
  }
  if (wants("unit")) await suite("Unit tests", () => vitest("unit", filters));
  if (part !== "unit") await withServer();
  return end(outcomes, stop.aborted);

  async function withServer(): Promise<void> {
    const database = await throwAwayDatabase();
    let server: TestServer | undefined;
    try {
      if (!part) await suite("Migrations match the schema", () => checks.migrations(database.url));
      await suite("Build and start", async () => {
        await build(root, stop);
        server = await startTestServer(database.url);
        return true;
      });
      if (!server) return;
      const { env } = server;
      if (wants("api")) await suite("API tests", () => vitest("api", filters, env));
      if (!part) await suite("Contract tests through Next.js", () => throughNext(database.url));
      if (!part) await suite("Conformance to the document", () => conformance(database.url));
      const browser = () => playwright(filters, { ...env, CHROMIUM: browserPath() });
      if (wants("e2e")) await suite("Browser tests", browser);
    } finally {
      await server?.stop();
      await database.remove();
    }
  }

  /** The same contract tests where Next.js serves the API, as it does in development. */
  async function throughNext(url: string): Promise<Outcome> {
    const server = await startTestServer(url, { name: "server-through-next", FAST_LANE: "off" });
    return vitest("api", CONTRACT_TESTS, server.env).finally(() => server.stop());
  }
}
