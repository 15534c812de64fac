import { DAY_MS } from "@/lib/api-keys/status";

/** What a person can choose as a key's end. */
export const EXPIRY_CHOICES = [
  { value: "30d", label: "30 days", days: 30 },
  { value: "60d", label: "60 days", days: 60 },
  { value: "90d", label: "90 days", days: 90 },
  { value: "1y", label: "1 year", days: 365 },
  { value: "longest", label: "As long as your organization allows", days: null },
  { value: "date", label: "On a date", days: null },
  { value: "none", label: "No expiration", days: null },
] as const;

export type ExpiryChoice = (typeof EXPIRY_CHOICES)[number]["value"];
export const DEFAULT_EXPIRY: ExpiryChoice = "90d";

/**
 * The instant that a choice means, or null for never. A date (YYYY-MM-DD) means the end of that day in the time zone
 * of the runtime, which in the browser is the one shown; on the day of the `latest` end, that. Undefined where no valid
 * date was given.
 */
export function endOf(
  choice: ExpiryChoice,
  date: string,
  now: Date,
  latest: Date | null = null,
): Date | null | undefined {
  if (choice === "none") return null;
  if (choice === "longest") return latest ?? undefined;
  if (choice === "date") return latest && date === dayAfter(latest, 0) ? latest : endOfDay(date);
  const days = EXPIRY_CHOICES.find(({ value }) => value === choice)?.days ?? 0;
  return new Date(now.getTime() + days * DAY_MS);
}

/** The day (YYYY-MM-DD, as a date input takes it) so many days after an instant, in the runtime's time zone. */
export function dayAfter(now: Date, days: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${pad(day.getFullYear(), 4)}-${pad(day.getMonth() + 1, 2)}-${pad(day.getDate(), 2)}`;
}

function endOfDay(date: string): Date | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (!year || !month || !day) return undefined;
  const end = new Date(Number(year), Number(month) - 1, Number(day), 23, 59, 59, 999);
  return end.getDate() === Number(day) && end.getMonth() === Number(month) - 1 ? end : undefined;
}
