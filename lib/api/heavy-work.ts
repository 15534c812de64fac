import { inLine } from "@/lib/bounded-queue";
import { AppError } from "@/lib/errors";
import type { Endpoint } from "./endpoint";

/** What costs more than a call holds a connection for seconds: most connections are left to everybody else. */
const HEAVY = { name: "heavy-work", running: 3, waiting: 12, full: busy };

/** Does an endpoint's work, in its turn where it is heavy. Throws 503 at once where too many wait already. */
export function inTurn<T>({ cost }: Endpoint, work: () => Promise<T>): Promise<T> {
  return cost ? inLine(HEAVY, work) : work();
}

function busy(): AppError {
  return new AppError("server_error", "Too many large requests are under way", {
    status: 503,
    headers: { "Retry-After": "5" },
  });
}
