import { fastLane } from "@/lib/api/fast-lane";
import { normalize } from "@/lib/api/incoming";
import { parseProxies } from "@/lib/api/peer";
import { listenForChanges } from "@/lib/api-keys/hearing";
import { forgetAllKeys } from "@/lib/api-keys/verify";
import { env } from "@/lib/env";
import { catalogue } from "@/lib/resources";
import { flushUsage } from "@/lib/usage/flush";
import { listen } from "./listen";

/** The API without pages, so that nothing else is measured; writes what waits at its end. */
const { DATABASE_URL: url } = env();
listenForChanges({ ear: url, mouth: url }, forgetAllKeys);
const lane = fastLane(catalogue);
const proxies = parseProxies(process.env.TRUSTED_PROXIES ?? "");

listen((request, response) => {
  normalize(request, proxies);
  void lane(request, response);
});

process.on("SIGTERM", async () => {
  await flushUsage();
  process.exit();
});
