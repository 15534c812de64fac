import type { Origin } from "@/lib/access/actor";
import { networkOf } from "@/lib/network";
import { sharedLimiter } from "@/lib/shared-limiter";
import { calendarOf } from "./calendar";

const PER_MINUTE = 60;

/**
 * Answers whoever asks for a calendar by the last part of its address: 200 with the calendar, or the same 404 for all
 * that opens none; 429 for an address that asks too often. Nothing of it is kept on the way, and nothing is logged.
 */
export async function answerCalendar(file: string, { address }: Origin, now: Date): Promise<Response> {
  const limiter = sharedLimiter("calendars", { points: PER_MINUTE, duration: 60 });
  const refusal = await limiter.consume(networkOf(address)).then(
    () => null,
    ({ msBeforeNext }: { msBeforeNext: number }) => Math.ceil(msBeforeNext / 1_000),
  );
  if (refusal !== null) return answer(429, "Too many requests\n", { "Retry-After": String(refusal) });
  const calendar = file.endsWith(".ics") ? await calendarOf(file.slice(0, -".ics".length), now) : null;
  if (calendar === null) return answer(404, "Not found\n");
  return answer(200, calendar, {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'attachment; filename="api-keys.ics"',
  });
}

function answer(status: number, body: string, headers: Record<string, string> = {}): Response {
  const fixed = {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
  };
  return new Response(body, { status, headers: { ...fixed, ...headers } });
}
