/** How far `at` lies from `now`, in words: "3 days ago", "in 2 hours", "just now". Both in epoch milliseconds. */
export function relativeText(at: number, now: number): string {
  const distance = at - now;
  for (const [unit, length, from = length] of units) {
    if (Math.abs(distance) < from) continue;
    const count = distance / length;
    // "In 7 days" for a while after 7 days were chosen; but a day and a half is not yet two.
    const whole = Math.trunc(count > 0 ? count * NEARLY : count);
    return words.format(Math.abs(count) < 10 ? whole : Math.round(count), unit);
  }
  return distance > 0 ? "in less than a minute" : "just now";
}

/** Day, time and zone of `at`: "Nov 25, 2026, 11:59 PM UTC". */
export function exactText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { ...day, ...time, timeZone }).format(at);
}

/** Day and time of `at` to the second, as it stands beside others of one zone: "Nov 25, 2026, 11:59:59 PM". */
export function secondText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { ...day, ...second, timeZone }).format(at);
}

/** The day of `at`: "Nov 25, 2026". */
export function dayText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { ...day, timeZone }).format(at);
}

const day = { year: "numeric", month: "short", day: "numeric" } as const;
const time = { hour: "numeric", minute: "2-digit", timeZoneName: "short" } as const;
const second = { hour: "numeric", minute: "2-digit", second: "2-digit" } as const;

const words = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** So little short of a number, what is to come counts as it: 50 minutes of a week. */
const NEARLY = 1.005;
const minute = 60_000;
const dayLength = 24 * 60 * minute;
/** Unit, its length, and from which distance on it is used: "in 90 days" says more than "in 2 months". */
const units: [Intl.RelativeTimeFormatUnit, number, number?][] = [
  ["year", 365 * dayLength],
  ["month", 30 * dayLength, 100 * dayLength],
  ["day", dayLength],
  ["hour", 60 * minute],
  ["minute", minute],
];
