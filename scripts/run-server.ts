import type { Demo, Environment } from "./environment";
import { type Listening, listeningError } from "./listening";
import { prepare } from "./prepare";
import { told } from "./progress";
import { root } from "./root";
import { aborted } from "./stop-signal";

type Options = { environment: Environment; listening: Listening; dev: boolean; stop: AbortSignal };

/** Prepares the database, serves until `stop` is aborted, then closes the server before the database. */
export async function runServer({ environment, listening, dev, stop }: Options): Promise<void> {
  const release = await prepare(root, environment, told);
  try {
    // Loaded only now: Next and React choose their development or production half by the environment.
    const [{ serve }, { progress }] = await Promise.all([import("../server"), import("../lib/readiness")]);
    const { port, close } = await told("Server", () => serve({ ...listening, dev })).catch((error) => {
      throw listeningError(error, listening.port);
    });
    progress().prepared = true;
    announce(
      process.env.NEXTAUTH_URL || `http://${listening.hostname ?? "localhost"}:${port}`,
      environment.demo,
    );
    await aborted(stop);
    console.log("Stopping");
    await close();
  } finally {
    await release();
  }
}

function announce(address: string, demo: Demo | null): void {
  const account = demo
    ? `${demo.email} with the password ${demo.password}`
    : "with an account that you have made: npm run account -- create --help";
  console.log(`
Prepzo is ready at ${address}

  Sign in      ${account}
  Get a key    Settings → API Keys → Generate New Key
  Use it       curl ${address}/api/v1/candidates -H "Authorization: Bearer pk_live_…"
`);
}
