import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Endpoint } from "./endpoint";
import { routes } from "./route";

/**
 * Serves a catalogue straight from Node's HTTP server, in front of Next.js and with the same handlers that its route
 * files mount: the same status, body and headers, at a fraction of the cost.
 */
export function fastLane(
  catalogue: readonly Endpoint[],
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const app = new Hono();
  for (const [path, endpoints] of byPath(catalogue)) {
    const handle = routes(...endpoints).GET;
    app.all(`/api/v1${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, ({ req }) =>
      handle(req.raw, { params: Promise.resolve(req.param()) }),
    );
  }
  const unknown = routes().GET;
  app.notFound(({ req }) => unknown(req.raw, { params: Promise.resolve({}) }));
  return getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false });
}

/** The endpoints of each path; paths without parameters first, since they win, as in Next.js. */
function byPath(catalogue: readonly Endpoint[]): [string, Endpoint[]][] {
  const paths = Object.groupBy(catalogue, ({ path }) => path) as Record<string, Endpoint[]>;
  return Object.entries(paths).sort(([a], [b]) => a.split("{").length - b.split("{").length);
}
