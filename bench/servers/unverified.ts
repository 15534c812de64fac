import { NOWHERE } from "@/lib/access/actor";
import { endpoint } from "@/lib/api/endpoint";
import { fastLane } from "@/lib/api/fast-lane";
import { normalize } from "@/lib/api/incoming";
import { keyActor } from "@/lib/api/key-actor";
import { parseProxies } from "@/lib/api/peer";
import { verify } from "@/lib/api-keys/verify";
import { currentApiKey } from "@/lib/resources/current-api-key";
import { listen } from "./listen";

/** The same endpoint on the same lane with authentication, limit and usage off: who calls is known beforehand. */
const verdict = await verify(process.env.BENCH_KEY as string, new Date());
if (!verdict.ok) throw new Error(`BENCH_KEY is ${verdict.why}`);
const actor = keyActor(verdict.key, NOWHERE);
const { get } = currentApiKey;

const lane = fastLane([
  endpoint({
    ...get,
    scope: "public",
    run: ({ origin, now }) => get.run({ actor, origin, now, params: {}, query: {}, body: {} }),
  }),
]);
const proxies = parseProxies("");

listen((request, response) => {
  normalize(request, proxies);
  void lane(request, response);
});
