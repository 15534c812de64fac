import { AppError } from "@/lib/errors";
import { once } from "@/lib/once";

/** A hash holds 19 MiB and a thread while it runs. */
const RUNNING = 4;
const WAITING = 32;

/**
 * Runs a password hash when its turn comes: so many at once, so many more in line. Throws a 503 at once where the line
 * is full, so that a flood of sign-ins costs neither memory nor the other users' time.
 */
export async function inHashQueue<T>(work: () => Promise<T>): Promise<T> {
  const queue = once("hash-queue", () => ({ running: 0, waiting: [] as (() => void)[] }));
  if (queue.running < RUNNING) queue.running += 1;
  else if (queue.waiting.length < WAITING) {
    // Whoever leaves hands its place over, so that nobody who arrives in between takes it.
    await new Promise<void>((resolve) => queue.waiting.push(resolve));
  } else throw busy();
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}

function busy(): AppError {
  return new AppError("server_error", "Many people are signing in right now. Try again in a few seconds.", {
    status: 503,
    headers: { "Retry-After": "5" },
  });
}
