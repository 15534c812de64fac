import { randomUUIDv7 } from "node:crypto";
import { headers } from "next/headers";
import type { Origin } from "@/lib/access/actor";

const USER_AGENT_LENGTH = 300;

/** Where the present request came from, for limits and the record. Only server.ts's header says the address. */
export async function callOrigin(): Promise<Origin> {
  const sent = await headers();
  return {
    address: sent.get("x-prepzo-address"),
    userAgent: sent.get("user-agent")?.slice(0, USER_AGENT_LENGTH) ?? null,
    requestId: randomUUIDv7(),
  };
}
