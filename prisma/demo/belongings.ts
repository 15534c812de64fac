import { randomUUIDv7 } from "node:crypto";
import type { Prisma } from "@/lib/db";
import { FEEDBACK, INTERVIEWERS, NOTES } from "./phrases";
import type { Opening, Story } from "./pipeline";
import { between, pick } from "./random";
import type { Step } from "./way";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** One interview or two, between the invitation and what was decided upon them. */
export function interviewsOf(
  { organization_id, random, now }: Story,
  application_id: string,
  at: Date,
  next: Step | undefined,
): Prisma.InterviewModel[] {
  const span = next ? next.at.getTime() - at.getTime() : 10 * DAY_MS;
  const count = random() < 0.4 ? 2 : 1;
  return Array.from({ length: count }, (_, index) => {
    const scheduled_at = atWork(new Date(at.getTime() + (span * (index + 1)) / (count + 1)));
    const cancelled = random() < 0.08;
    const held = scheduled_at < now && !cancelled;
    return {
      id: randomUUIDv7(),
      organization_id,
      application_id,
      type: pick(random, index === 0 ? (["phone", "video"] as const) : (["video", "onsite"] as const)),
      status: cancelled ? "cancelled" : held ? "completed" : "scheduled",
      scheduled_at,
      duration_minutes: pick(random, [30, 45, 60, 60, 90]),
      location: null,
      interviewer_emails: [pick(random, INTERVIEWERS)],
      feedback: held ? pick(random, FEEDBACK) : null,
      created_at: at,
      updated_at: held ? scheduled_at : at,
    };
  });
}

/** The offer of an application that came so far, and how it ended. */
export function offerOf(
  { organization_id, random }: Story,
  application_id: string,
  { salary_min, salary_max, currency }: Opening,
  at: Date,
  next: Step | undefined,
): Prisma.OfferModel {
  const refused = random() < 0.7 ? "rejected" : "withdrawn";
  return {
    id: randomUUIDv7(),
    organization_id,
    application_id,
    status: !next ? "sent" : next.status === "hired" ? "accepted" : refused,
    salary: Math.round(between(random, salary_min, salary_max) / 500) * 500,
    currency,
    start_date: onWorkingDay(new Date(at.getTime() + Math.round(between(random, 30, 75)) * DAY_MS)),
    expires_at: new Date(at.getTime() + 14 * DAY_MS),
    created_at: at,
    updated_at: next?.at ?? at,
  };
}

/** What somebody wrote down about a candidate; mostly nobody did. */
export function noteOf(
  { organization_id, authors, random, now }: Story,
  candidate_id: string,
  added: Date,
): Prisma.NoteModel[] {
  if (authors.length === 0 || random() > 0.3) return [];
  const at = new Date(added.getTime() + between(random, 0.1, 5) * DAY_MS);
  return [
    {
      id: randomUUIDv7(),
      organization_id,
      candidate_id,
      author_id: pick(random, authors),
      body: pick(random, NOTES),
      visibility: random() < 0.15 ? "private" : "shared",
      created_at: at < now ? at : added,
    },
  ];
}

/** The nearest working day between nine and five, on the half hour. */
function atWork(date: Date): Date {
  const halfHours = Math.floor(date.getTime() / (30 * MINUTE_MS)) % 16;
  const midnight = Math.floor(onWorkingDay(date).getTime() / DAY_MS) * DAY_MS;
  return new Date(midnight + (9 * 60 + halfHours * 30) * MINUTE_MS);
}

/** The same time, on Friday for a Saturday and on Monday for a Sunday. */
function onWorkingDay(date: Date): Date {
  const shift = { 6: -1, 0: 1 }[date.getUTCDay()] ?? 0;
  return new Date(date.getTime() + shift * DAY_MS);
}
