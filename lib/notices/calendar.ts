import ical, { ICalEventTransparency } from "ical-generator";
import { NOWHERE, person } from "@/lib/access/actor";
import { endingKeys } from "@/lib/api-keys/list";
import { appUrl } from "@/lib/app-url";
import { readerOf } from "./calendar-feed";
import { nameOf, oneLine, shortOf } from "./phrases";
import { noticePath } from "./texts";

const REFRESH_SECONDS = 3_600;

/**
 * The calendar (RFC 5545) that a feed's token opens: when each living key ends that its person manages by their role
 * of now. An event keeps its UID, so that an end that was moved moves in the calendar. Null for a token that opens none.
 */
export async function calendarOf(token: string, now: Date): Promise<string | null> {
  const reader = await readerOf(token, now);
  if (reader === null) return null;
  const calendar = ical({
    name: `API keys of ${oneLine(reader.organization.name, 100)}`,
    prodId: { company: "Prepzo", product: "API keys", language: "EN" },
    ttl: REFRESH_SECONDS,
  });
  for (const { key, ends, isImposed } of await endingKeys(person(reader, NOWHERE), now)) {
    calendar.createEvent({
      id: `api-key-${key.id}@prepzo`,
      stamp: now,
      // Without an end it takes no time (RFC 5545 section 3.6.1).
      start: ends,
      summary: `API key ${nameOf(key)} ends`,
      description: `${shortOf(key)}: ${isImposed ? "give its programs another key" : "rotate it or change its end"} before.`,
      url: appUrl(noticePath({ key })),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
