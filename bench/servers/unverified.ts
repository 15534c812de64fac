import { getRequestListener } from "@hono/node-server";
import { NOWHERE } from "@/lib/access/actor";
import { keyActor } from "@/lib/api/key-actor";
import { verify } from "@/lib/api-keys/verify";
import { currentApiKey } from "@/lib/resources/current-api-key";
import { listen } from "./listen";

/** GET /api-keys/current without what a verified request pays for: who calls is known beforehand, nothing is counted. */
const verdict = await verify(process.env.BENCH_KEY as string, new Date());
if (!verdict.ok) throw new Error(`BENCH_KEY is ${verdict.why}`);
const actor = keyActor(verdict.key, NOWHERE);
const { get } = currentApiKey;

listen(
  getRequestListener(
    async () => {
      const result = await get.run({ actor, now: new Date(), params: {}, query: {}, body: {} });
      return Response.json(get.response.encode(result), { headers: { "Cache-Control": "no-store" } });
    },
    { overrideGlobalObjects: false },
  ),
);
