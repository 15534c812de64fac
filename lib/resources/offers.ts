import { z } from "zod";
import { dateTime, day, instant } from "@/lib/api/dates";
import { paged } from "@/lib/api/pagination";
import { lockRows, type Prisma, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { shown } from "@/lib/text";
import { application } from "./applications";
import { crud } from "./crud";
import { EXAMPLES } from "./examples";
import { reference } from "./id-of";
import { patchOf } from "./patch";
import { unknown } from "./refusal";
import type { Writing } from "./resource";
import { createdAt, rowId, updatedAt } from "./row";
import { Currency, salary } from "./salary";
import { writesOf } from "./writes";

const Status = z.enum(["sent", "accepted", "rejected", "withdrawn"]);

export const Offer = z
  .object({
    id: rowId,
    application_id: z.uuid().describe("The application that it is for"),
    status: Status.describe("What became of it"),
    salary: salary.nullable().describe("What it pays a year, in whole units of the currency"),
    currency: shown(3).nullable().describe("The ISO 4217 code of a currency"),
    start_date: day.nullable().describe("The first day of work"),
    expires_at: instant.nullable().describe("Until when it can be accepted"),
    created_at: createdAt,
    updated_at: updatedAt,
  })
  .meta({ id: "Offer", examples: [EXAMPLES.Offer] });

const Terms = z.strictObject({
  salary: salary.nullable().optional().describe("What it pays a year, in whole units of the currency"),
  currency: Currency.nullable().optional().describe("The ISO 4217 code of a currency"),
  start_date: day.nullable().optional().describe("The first day of work"),
  expires_at: dateTime.nullable().optional().describe("Until when it can be accepted"),
});

export const offers = crud({
  name: "Offer",
  path: "/offers",
  scopes: { read: "offers:read", write: "offers:write" },
  output: Offer,
  create: z.strictObject({
    application_id: reference("Application").describe("An application of the organization"),
    ...Terms.shape,
  }),
  update: patchOf(
    Terms.extend({
      status: Status.optional().describe(
        "An offer that was sent ends as accepted, which hires, or otherwise",
      ),
    }),
    { status: "accepted" },
  ),
  query: paged({
    application_id: z.uuid().optional().describe("Only for this application"),
    status: Status.optional().describe("Only with this status"),
  }),
  where: ({ application_id, status }): Prisma.OfferWhereInput => ({ application_id, status }),
  model: (tx) => tx.offer,
  constraints: { offers_organization_id_application_id_fkey: unknown("application_id", "Application") },
  descriptions: {
    update:
      "An offer that was sent ends as `accepted`, `rejected` or `withdrawn`, and stays so. Accepting it moves the application to `hired` at the same time, and is refused where that is rejected or hired already, or the offer has expired.",
  },
  errors: { update: ["conflict"] },
  onUpdate: ({ before, given: { status = before.status, expires_at = before.expires_at }, now }) => {
    if (before.status === status) return;
    if (before.status !== "sent")
      throw new AppError("conflict", `The offer is ${before.status} and cannot become ${status}`);
    if (status === "accepted" && expires_at !== null && expires_at <= now)
      throw new AppError("conflict", "The offer has expired and cannot be accepted");
  },
  lockAbove: async (tx, organizationId, ids) =>
    lockRows(tx, "applications", organizationId, await applicationsOf(tx, organizationId, ids)),
  event: (before, after) => {
    if (!before || !after) return after && "offer.created";
    const entered = after.status !== before.status && after.status;
    return entered === "accepted" || entered === "rejected" ? `offer.${entered}` : null;
  },
  follow: async (writing, before, after) => {
    if (after.status === "accepted" && before?.status !== "accepted")
      await hire(writing, after.application_id);
  },
});

/** The ids of the applications that offers with these ids are for. */
export async function applicationsOf(tx: Tx, organizationId: string, offers: string[]): Promise<string[]> {
  if (offers.length === 0) return [];
  const where = { organization_id: organizationId, id: { in: offers } };
  const rows = await tx.offer.findMany({ where, select: { application_id: true } });
  return rows.map(({ application_id }) => application_id);
}

/** Moves the application whose offer was accepted. Throws 409 where it is rejected, or hired by another offer. */
async function hire(writing: Writing, id: string): Promise<void> {
  const { lock, update } = writesOf(application);
  const { status } = await lock(writing, id);
  if (status === "hired") throw new AppError("conflict", "The application is hired already");
  await update(writing, id, { status: "hired" });
}
