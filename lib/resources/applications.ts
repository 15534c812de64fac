import { z } from "zod";
import { instant } from "@/lib/api/dates";
import { one } from "@/lib/api/envelope";
import { paged } from "@/lib/api/pagination";
import { db, type Prisma } from "@/lib/db";
import { invalid } from "@/lib/errors";
import { shown, text } from "@/lib/text";
import { APPLICATION_STATUSES, type ApplicationStatus, requireMove } from "./application-moves";
import { crud } from "./crud";
import { EXAMPLES } from "./examples";
import { reference } from "./id-of";
import { patchOf } from "./patch";
import { notFound, taken, unknown } from "./refusal";
import { resource } from "./resource";
import { createdAt, rowId, updatedAt } from "./row";

const Status = z.enum(APPLICATION_STATUSES);

export const Application = z
  .object({
    id: rowId,
    candidate_id: z.uuid().describe("Who applies"),
    job_id: z.uuid().describe("For which job"),
    status: Status.describe("The stage that it has reached"),
    rejection_reason: shown(2_000).nullable().describe("Why it was rejected"),
    hired_at: instant.nullable().describe("When it was moved to `hired`"),
    created_at: createdAt,
    updated_at: updatedAt,
  })
  .meta({ id: "Application", examples: [EXAMPLES.Application] });

const ApplicationInFull = Application.extend({
  candidate: z
    .object({
      id: rowId,
      full_name: shown(200).describe("By name"),
      email: shown(254).meta({ format: "email" }).describe("To write to"),
    })
    .describe("Who applies"),
  job_role: z
    .object({ id: rowId, title: shown(200).describe("What the position is called") })
    .describe("For which job"),
}).meta({
  id: "ApplicationInFull",
  examples: [
    {
      ...EXAMPLES.Application,
      candidate: {
        id: EXAMPLES.Candidate.id,
        full_name: EXAMPLES.Candidate.full_name,
        email: EXAMPLES.Candidate.email,
      },
      job_role: { id: EXAMPLES.Job.id, title: EXAMPLES.Job.title },
    },
  ],
});

const Stage = z.strictObject({
  status: Status.optional().describe("`applied` unless given"),
  rejection_reason: text(1, 2_000).nullable().optional().describe("Cleared when the application is reopened"),
});
const CreateApplication = z.strictObject({
  candidate_id: reference("Candidate").describe("A candidate of the organization"),
  job_id: reference("Job").describe("A job of the organization"),
  ...Stage.shape,
});

export const application = resource({
  name: "Application",
  path: "/applications",
  scopes: { read: "applications:read", write: "applications:write" },
  output: Application,
  create: CreateApplication,
  update: patchOf(Stage, { status: "interview" }),
  query: paged({
    job_id: z.uuid().optional().describe("Only for this job"),
    status: Status.optional().describe("Only in this stage"),
    candidate_id: z.uuid().optional().describe("Only of this candidate"),
  }),
  where: ({ job_id, status, candidate_id }): Prisma.ApplicationWhereInput => ({
    job_id,
    status,
    candidate_id,
  }),
  model: (tx) => tx.application,
  constraints: {
    applications_organization_id_candidate_id_job_id_key: taken("candidate_id", "job_id"),
    applications_organization_id_candidate_id_fkey: unknown("candidate_id", "Candidate"),
    applications_organization_id_job_id_fkey: unknown("job_id", "Job"),
  },
  descriptions: {
    update:
      "A change of status is a move: freely among the stages and to `hired` or `rejected`, from `rejected` back to a stage, and nowhere from `hired`. It is told as `application.hired`, `application.rejected` or else `application.stage_changed`; what is no move, as `application.updated`. A `rejection_reason` is taken only where the application is rejected then.",
    remove: "Its interviews, offers and history go with it.",
  },
  errors: { create: ["duplicate"], update: ["conflict"] },
  // One instant for both: nobody is hired before they apply.
  onCreate: ({ given: { status = "applied", rejection_reason }, now }) => {
    requireRejection(status, rejection_reason);
    return {
      hired_at: status === "hired" ? now : null,
      created_at: status === "hired" ? now : undefined,
    };
  },
  onUpdate: ({ before, given: { status: to = before.status, rejection_reason }, now }) => {
    requireMove(before.status, to);
    requireRejection(to, rejection_reason);
    return {
      hired_at: to === "hired" ? (before.hired_at ?? now) : null,
      ...(to !== "rejected" && before.status === "rejected" && { rejection_reason: null }),
    };
  },
  event: (before, after) => {
    if (!before || !after) return after && "application.created";
    const { status } = after;
    if (status === before.status) return "application.updated";
    return status === "rejected" || status === "hired"
      ? `application.${status}`
      : "application.stage_changed";
  },
  follow: async ({ tx, actor }, before, after) => {
    if (after.status === before?.status) return;
    await tx.applicationMove.create({
      data: {
        organization_id: actor.organizationId,
        application_id: after.id,
        from_status: before?.status ?? null,
        to_status: after.status,
        moved_at: after.updated_at,
      },
    });
  },
});

/** Throws a 422 for a reason of what did not happen. */
function requireRejection(status: ApplicationStatus, reason: string | null | undefined): void {
  if (reason == null || status === "rejected") return;
  throw invalid("rejection_reason", "rejection_reason is only for a rejected application");
}

const { list, create, get, update, remove } = crud(application);

export const applications = {
  list,
  create,
  get: {
    ...get,
    response: one(ApplicationInFull),
    run: async ({ actor, params: { id } }: Parameters<typeof get.run>[0]) => {
      const found = await db().application.findFirst({
        where: { id, organization_id: actor.organizationId },
        include: {
          candidate: { select: { id: true, full_name: true, email: true } },
          job: { select: { id: true, title: true } },
        },
      });
      if (found === null) throw notFound("Application");
      const { job, ...row } = found;
      return { ...row, job_role: job };
    },
  },
  update,
  remove,
};
