import { randomUUIDv7 } from "node:crypto";
import { headers } from "next/headers";
import type { Origin } from "@/lib/access/actor";
import { keptAgent } from "@/lib/access/user-agent";

/** Where the present request came from, for limits and the record. Only server.ts's header says the address. */
export async function callOrigin(): Promise<Origin> {
  const sent = await headers();
  return {
    address: sent.get("x-prepzo-address"),
    userAgent: keptAgent(sent.get("user-agent")),
    requestId: randomUUIDv7(),
  };
}
