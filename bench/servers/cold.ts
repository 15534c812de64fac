import { verify } from "@/lib/api-keys/verify";
import { listen } from "./listen";

/** Verifies so many keys (`GET /100`) in a process that hears of no changes, and therefore remembers none. */
const keys = (process.env.BENCH_KEYS ?? "").split(",");
let turn = 0;

listen(async (request, response) => {
  for (let left = Number(request.url?.slice(1)); left > 0; left--) {
    const verdict = await verify(keys[turn++ % keys.length] ?? "", new Date());
    if (!verdict.ok) return void response.writeHead(500).end(verdict.why);
  }
  response.end();
});
