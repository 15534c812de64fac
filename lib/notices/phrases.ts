import type { NoticedActor, NoticedKey } from "./kinds";

const NOBODY: Record<string, string> = {
  operator: "An operator",
  system: "A rule of your organization",
  finder: "Somebody who had the key",
};

/** Who did something, as the beginning of a sentence. */
export function who(by: NoticedActor | null | undefined): string {
  if (!by) return "Somebody";
  const name = by.name === null ? null : oneLine(by.name, 100);
  const someone = by.kind === "key" ? `A program with the key “${name ?? "that is gone"}”` : name;
  const where = by.address ? ` (from ${by.address})` : "";
  return `${someone ?? NOBODY[by.kind] ?? "Somebody"}${where}`;
}

/** A key as one recognises it: its name, the beginning and the end of its secret. */
export function described(key: NoticedKey): string {
  return `the API key ${nameOf(key)} (${shortOf(key)})`;
}

/** The beginning and the end of a key's secret. */
export function shortOf({ key_prefix, last_four }: NoticedKey): string {
  return `${key_prefix}…${last_four}`;
}

/** The name of a key, in quotes. */
export function nameOf({ name }: Pick<NoticedKey, "name">): string {
  return `“${oneLine(name, 60)}”`;
}

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** What people typed, as a part of a line of ours: neither lines of its own, nor marks that turn ours around. */
export function oneLine(text: string, most: number): string {
  const line = [...text.replace(UNSEEN, " ").trim()];
  return line.length > most ? `${line.slice(0, most - 1).join("")}…` : line.join("");
}

/** The same words as the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** So many days, in words. */
export function daysText(days: number | undefined): string {
  return days === undefined ? "a long time" : days === 1 ? "a day" : `${days} days`;
}

// The same words in the inbox as in an e-mail, whose reader's time zone nobody knows.
const DAY = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" } as const;

/** The day of an instant (ISO 8601), in UTC. */
export function day(iso: string): string {
  return new Intl.DateTimeFormat("en-US", DAY).format(new Date(iso));
}

/** An instant (ISO 8601) with day and time, in UTC. */
export function instant(iso: string): string {
  return `${day(iso)} at ${new Intl.DateTimeFormat("en-US", TIME).format(new Date(iso))} UTC`;
}
