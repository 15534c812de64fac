import { isReady } from "@/lib/readiness";

export const dynamic = "force-dynamic";

/** Requests can be served: send them elsewhere where this is 503. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  const headers = { "Cache-Control": "no-store" };
  return Response.json({ status: ready ? "ready" : "unavailable" }, { status: ready ? 200 : 503, headers });
}
