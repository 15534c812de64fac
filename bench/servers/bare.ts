import { getRequestListener } from "@hono/node-server";
import { listen } from "./listen";

/** The limit of what the fast lane stands on: a web-standard handler that does nothing. */
listen(
  getRequestListener(() => Response.json({ success: true, data: {}, errors: null }), {
    overrideGlobalObjects: false,
  }),
);
