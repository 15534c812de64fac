/** A day of an address, as `2026-11-25`; null where the text is none. */
export function dayOf(text: string): string | null {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** When a day begins, in UTC. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** When the day after it begins, in UTC. */
export function dayAfter(day: string): Date {
  return new Date(startOf(day).getTime() + 86_400_000);
}
