import { z } from "zod";
import { instant } from "@/lib/api/dates";
import { paged } from "@/lib/api/pagination";
import type { Prisma } from "@/lib/db";
import { invalid } from "@/lib/errors";
import { shown, text } from "@/lib/text";
import { crud } from "./crud";
import { EXAMPLES } from "./examples";
import { patchOf } from "./patch";
import { inUse, unknown } from "./refusal";
import { createdAt, rowId, updatedAt } from "./row";
import { Currency, salary } from "./salary";

const STATUSES = ["open", "closed", "draft", "archived"] as const;
const LocationType = z.enum(["onsite", "remote", "hybrid"]);

export const Job = z
  .object({
    id: rowId,
    title: shown(200).describe("What the position is called"),
    description: shown(20_000).nullable().describe("What the work is, in plain text"),
    status: z.enum(STATUSES).describe("Only an open job is advertised"),
    department_id: z.uuid().nullable().describe("The department that it belongs to"),
    location_type: LocationType.nullable().describe("Where the work is done"),
    location: shown(200).nullable().describe("The place, where there is one"),
    employment_type: shown(50).nullable().describe("Such as full-time"),
    salary_min: salary.nullable().describe("The least it pays a year, in whole units of the currency"),
    salary_max: salary.nullable().describe("The most it pays a year, in whole units of the currency"),
    currency: shown(3).nullable().describe("The ISO 4217 code of a currency"),
    opened_at: instant.nullable().describe("When it was last opened; null while it is a draft"),
    closed_at: instant.nullable().describe("When it was closed, or archived while it was open"),
    created_at: createdAt,
    updated_at: updatedAt,
  })
  .meta({ id: "Job", examples: [EXAMPLES.Job] });

const CreateJob = z.strictObject({
  title: text(1, 200)
    .describe("What the position is called")
    .meta({ examples: ["Backend engineer"] }),
  description: text(1, 20_000).nullable().optional().describe("What the work is, in plain text"),
  status: z.enum(STATUSES).optional().describe("`draft` unless given"),
  department_id: z.uuid().nullable().optional().describe("A department of the organization"),
  location_type: LocationType.nullable().optional().describe("Where the work is done"),
  location: text(1, 200).nullable().optional().describe("The place, where there is one"),
  employment_type: text(1, 50).nullable().optional().describe("Such as full-time"),
  salary_min: salary
    .nullable()
    .optional()
    .describe("The least it pays a year, in whole units of the currency"),
  salary_max: salary.nullable().optional().describe("The most it pays a year; not less than `salary_min`"),
  currency: Currency.nullable().optional().describe("The ISO 4217 code of a currency"),
});

type Times = Pick<z.output<typeof Job>, "status" | "opened_at" | "closed_at">;
const UNBORN: Times = { status: "draft", opened_at: null, closed_at: null };

export const jobs = crud({
  name: "Job",
  path: "/jobs",
  scopes: { read: "jobs:read", write: "jobs:write" },
  output: Job,
  create: CreateJob,
  update: patchOf(CreateJob, { status: "closed" }),
  query: paged({
    status: z
      .enum([...STATUSES, "all"])
      .optional()
      .describe("Without it all but archived jobs"),
    department_id: z.uuid().optional().describe("Only of this department"),
    location_type: LocationType.optional().describe("Only where the work is done so"),
  }),
  where: ({ status, department_id, location_type }): Prisma.JobWhereInput => ({
    status: status === "all" ? undefined : (status ?? { not: "archived" }),
    department_id,
    location_type,
  }),
  model: (tx) => tx.job,
  constraints: {
    jobs_organization_id_department_id_fkey: unknown("department_id", "Department"),
    applications_organization_id_job_id_fkey: inUse("applications"),
  },
  descriptions: {
    update:
      "A change of status sets `opened_at` and `closed_at`. It is told as `job.closed` or `job.archived` where that is what the job becomes, everything else as `job.updated`.",
    remove: "Refused while the job has applications: archive it instead.",
  },
  errors: { remove: ["conflict"] },
  onCreate: ({ given, now }) => {
    requireRange(given);
    return timesOf(UNBORN, given.status, now);
  },
  onUpdate: ({ given, before, now }) => {
    requireRange({ ...before, ...given });
    return timesOf(before, given.status, now);
  },
  event: (before, after) => {
    if (!before || !after) return after && "job.created";
    const entered = after.status !== before.status && after.status;
    return entered === "closed" || entered === "archived" ? `job.${entered}` : "job.updated";
  },
});

type Range = { salary_min?: number | null | undefined; salary_max?: number | null | undefined };

function requireRange({ salary_min, salary_max }: Range): void {
  if (salary_min == null || salary_max == null || salary_min <= salary_max) return;
  throw invalid("salary_max", "salary_max must not be less than salary_min");
}

/** When a job was opened and closed, as it enters a status. */
function timesOf(before: Times, status = before.status, now: Date): Pick<Times, "opened_at" | "closed_at"> {
  const { opened_at, closed_at } = before;
  if (status === before.status) return { opened_at, closed_at };
  switch (status) {
    case "draft":
      return { opened_at: null, closed_at: null };
    case "open":
      return { opened_at: now, closed_at: null };
    case "closed":
      return { opened_at, closed_at: now };
    case "archived":
      return { opened_at, closed_at: before.status === "open" ? now : closed_at };
  }
}
