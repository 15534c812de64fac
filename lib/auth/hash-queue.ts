import { inLine } from "@/lib/bounded-queue";
import { AppError } from "@/lib/errors";

/** A hash holds 19 MiB and a thread while it runs. */
const HASHES = { name: "hashes", running: 4, waiting: 32, full: busy };

/**
 * Runs a password hash when its turn comes: so many at once, so many more in line. Throws a 503 at once where the line
 * is full, so that a flood of sign-ins costs neither memory nor the other users' time.
 */
export function inHashQueue<T>(work: () => Promise<T>): Promise<T> {
  return inLine(HASHES, work);
}

function busy(): AppError {
  return new AppError("server_error", "Many people are signing in right now. Try again in a few seconds.", {
    status: 503,
    headers: { "Retry-After": "5" },
  });
}
