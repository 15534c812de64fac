import { z } from "zod";
import { dateTime, instant, moment } from "@/lib/api/dates";
import { paged } from "@/lib/api/pagination";
import type { Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { emailAddress, shown, text } from "@/lib/text";
import { crud } from "./crud";
import { EXAMPLES } from "./examples";
import { reference } from "./id-of";
import { patchOf } from "./patch";
import { unknown } from "./refusal";
import { createdAt, rowId, updatedAt } from "./row";

const Type = z.enum(["phone", "video", "onsite"]);
const Status = z.enum(["scheduled", "completed", "cancelled"]);

export const Interview = z
  .object({
    id: rowId,
    application_id: z.uuid().describe("The application that it is about"),
    type: Type.describe("How they meet"),
    status: Status.describe("Whether it took place"),
    scheduled_at: instant.describe("When it begins"),
    duration_minutes: z.int().meta({ minimum: 5, maximum: 480 }).describe("How long it takes"),
    location: shown(200).nullable().describe("The place, or the link to the call"),
    interviewer_emails: z
      .array(shown(254).meta({ format: "email" }))
      .meta({ maxItems: 20 })
      .describe("Who asks"),
    feedback: shown(20_000).nullable().describe("What the interviewers say"),
    created_at: createdAt,
    updated_at: updatedAt,
  })
  .meta({ id: "Interview", examples: [EXAMPLES.Interview] });

const Appointment = z.strictObject({
  type: Type.optional().describe("`video` unless given"),
  status: Status.optional().describe("`scheduled` unless given; it ends as completed or as cancelled"),
  scheduled_at: dateTime.describe("When it begins"),
  duration_minutes: z.int().min(5).max(480).optional().describe("60 unless given"),
  location: text(1, 200).nullable().optional().describe("The place, or the link to the call"),
  interviewer_emails: z
    .array(emailAddress)
    .max(20)
    .transform((emails) => [...new Set(emails)])
    .optional()
    .describe("Who asks; duplicates are folded"),
  feedback: text(1, 20_000).nullable().optional().describe("What the interviewers say"),
});

export const interviews = crud({
  name: "Interview",
  path: "/interviews",
  scopes: { read: "interviews:read", write: "interviews:write" },
  output: Interview,
  create: z.strictObject({
    application_id: reference("Application").describe("An application of the organization"),
    ...Appointment.shape,
  }),
  update: patchOf(Appointment, { status: "completed", feedback: "Explains well, asks the right questions." }),
  query: paged({
    application_id: z.uuid().optional().describe("Only for this application"),
    status: Status.optional().describe("Only with this status"),
    scheduled_after: moment.optional().describe("Scheduled for then or later"),
    scheduled_before: moment.optional().describe("Scheduled for earlier"),
  }),
  where: ({ application_id, status, scheduled_after, scheduled_before }): Prisma.InterviewWhereInput => ({
    application_id,
    status,
    scheduled_at: { gte: scheduled_after, lt: scheduled_before },
  }),
  model: (tx) => tx.interview,
  constraints: {
    interviews_organization_id_application_id_fkey: unknown("application_id", "Application"),
  },
  descriptions: {
    update:
      "A scheduled interview ends as `completed` or `cancelled`, and stays so. A new time is told as `interview.scheduled`.",
  },
  errors: { update: ["conflict"] },
  onUpdate: ({ before, given: { status = before.status } }) => {
    if (before.status === "scheduled" || before.status === status) return;
    throw new AppError("conflict", `The interview is ${before.status} and cannot become ${status}`);
  },
  event: (before, after) => {
    if (!after) return null;
    const entered = before?.status !== after.status;
    const rescheduled = before?.scheduled_at.getTime() !== after.scheduled_at.getTime();
    // A new time is to be known by whoever was told the old one.
    return entered || (rescheduled && after.status === "scheduled") ? `interview.${after.status}` : null;
  },
});
