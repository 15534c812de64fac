import { randomUUIDv7 } from "node:crypto";
import type { Prisma } from "@/lib/db";
import { interviewsOf, noteOf, offerOf } from "./belongings";
import type { DemoJob } from "./jobs";
import { contactOf, type DemoPerson } from "./people";
import { REASONS } from "./phrases";
import { pick, type Random } from "./random";
import { type Step, wayOf } from "./way";

/** Rows in full, by table, in the order in which they can be written. */
export type Rows = {
  candidates: Prisma.CandidateModel[];
  applications: Prisma.ApplicationModel[];
  application_moves: Prisma.ApplicationMoveModel[];
  interviews: Prisma.InterviewModel[];
  offers: Prisma.OfferModel[];
  notes: Prisma.NoteModel[];
};

/** What a story needs to know of a job. */
export type Opening = Pick<
  DemoJob,
  "id" | "skills" | "opened_at" | "closed_at" | "salary_min" | "salary_max" | "currency"
>;

/** Where it plays, who writes the notes, when it stops, and by what chance. */
export type Story = {
  organization_id: string;
  jobs: Opening[];
  authors: string[];
  now: Date;
  random: Random;
};

const DAY_MS = 86_400_000;

/**
 * What became of people who applied: their applications with all their moves, interviews, offers and notes.
 * @param mark in their addresses, and before their numbers: tells them from others of the same name
 */
export function pipelineOf(people: DemoPerson[], story: Story, mark?: string): Rows {
  const rows: Rows = {
    candidates: [],
    applications: [],
    application_moves: [],
    interviews: [],
    offers: [],
    notes: [],
  };
  for (const [index, person] of people.entries()) {
    const added = new Date(story.now.getTime() - person.daysAgo * DAY_MS);
    const wanted = jobsFor(person, added, story);
    const id = randomUUIDv7();
    rows.candidates.push({
      id,
      organization_id: story.organization_id,
      full_name: person.name,
      ...contactOf(person, index, mark === undefined ? "" : `${mark}.${index}`),
      tags: person.tags ?? wanted[0]?.skills.slice(0, 3) ?? [],
      source: person.source,
      created_at: added,
      updated_at: added,
    });
    for (const job of wanted) apply(rows, story, { candidate_id: id, source: person.source }, job, added);
    rows.notes.push(...noteOf(story, id, added));
  }
  return rows;
}

/** One job that was open then, rarely two: such as the person is known for, or whatever and then its like. */
function jobsFor({ tags }: DemoPerson, then: Date, { jobs, random }: Story): Opening[] {
  const open = jobs.filter(
    ({ opened_at, closed_at }) => opened_at && opened_at <= then && (!closed_at || then < closed_at),
  );
  const fitting = (known: string[]) =>
    open.filter(({ skills }) => skills.some((skill) => known.includes(skill)));
  const wanted = tags ? fitting(tags) : open;
  if (wanted.length === 0) return [];
  const one = pick(random, wanted);
  const other = pick(random, fitting(tags ?? one.skills));
  return other !== one && random() < 0.3 ? [one, other] : [one];
}

function apply(
  rows: Rows,
  story: Story,
  { candidate_id, source }: { candidate_id: string; source: string },
  job: Opening,
  start: Date,
): void {
  const { organization_id, random, now } = story;
  const way = wayOf(random, source, start, now);
  const end = way.at(-1) as Step;
  const application_id = randomUUIDv7();
  rows.applications.push({
    id: application_id,
    organization_id,
    candidate_id,
    job_id: job.id,
    status: end.status,
    rejection_reason: end.status === "rejected" ? pick(random, REASONS) : null,
    hired_at: end.status === "hired" ? end.at : null,
    created_at: start,
    updated_at: end.at,
  });
  for (const [index, { status, at }] of way.entries()) {
    const from_status = way[index - 1]?.status ?? null;
    rows.application_moves.push({
      id: randomUUIDv7(),
      organization_id,
      application_id,
      from_status,
      to_status: status,
      moved_at: at,
    });
    const next = way[index + 1];
    if (status === "interview") rows.interviews.push(...interviewsOf(story, application_id, at, next));
    if (status === "offer") rows.offers.push(offerOf(story, application_id, job, at, next));
  }
}
