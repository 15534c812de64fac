import { AppError } from "@/lib/errors";
import { once } from "@/lib/once";
import { TIMEOUT_MS } from "./send";

/** So many tests whose outcome somebody waits for may be under way in one process, and so many of one organization. */
const TESTS = 80;
const TESTS_PER_ORGANIZATION = 5;

/** The organizations whose tests are under way, each as often as it has some. */
const underWay = () => once("webhooks-tests", (): string[] => []);

/**
 * Runs a test while others of its organization are few: receivers that do not answer keep no more than that waiting.
 * Returns what `run` returns; throws what it throws, and a 429 with `Retry-After` where no slot is free.
 */
export async function inTestSlot<T>(organizationId: string, run: () => Promise<T>): Promise<T> {
  const held = underWay();
  const own = held.filter((each) => each === organizationId);
  if (own.length >= TESTS_PER_ORGANIZATION || held.length >= TESTS) throw full();
  held.push(organizationId);
  try {
    return await run();
  } finally {
    held.splice(held.indexOf(organizationId), 1);
  }
}

function full(): AppError {
  const seconds = TIMEOUT_MS / 1_000;
  return new AppError(
    "rate_limited",
    `Too many tests are under way. Try again in ${seconds} seconds, when their receivers have answered.`,
    { headers: { "Retry-After": String(seconds) } },
  );
}
