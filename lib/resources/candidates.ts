import { z } from "zod";
import { instant, moment } from "@/lib/api/dates";
import { paged } from "@/lib/api/pagination";
import { type Prisma, substring } from "@/lib/db";
import { text } from "@/lib/text";
import { crud } from "./crud";
import { patchOf } from "./patch";

export const Candidate = z
  .object({
    id: z.uuid(),
    full_name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    tags: z.array(z.string()),
    source: z.string(),
    location: z.string().nullable(),
    linkedin_url: z.string().nullable(),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: "Candidate" });

const CreateCandidate = z.strictObject({
  full_name: text(1, 200),
  email: text(1, 254).pipe(z.email("must be an e-mail address")),
  phone: text(1, 50).nullable().optional(),
  tags: z
    .array(text(1, 50))
    .max(50)
    .transform((tags) => [...new Set(tags)])
    .optional(),
  source: text(1, 100).optional(),
  location: text(1, 200).nullable().optional(),
  linkedin_url: text(1, 500)
    .pipe(z.url({ protocol: /^https?$/, error: "must be a web address" }))
    .nullable()
    .optional(),
});

export const candidates = crud({
  name: "Candidate",
  path: "/candidates",
  scopes: { read: "candidates:read", write: "candidates:write" },
  output: Candidate,
  create: CreateCandidate,
  update: patchOf(CreateCandidate),
  query: paged({
    search: text(1, 200).optional().describe("Part of the name or the e-mail address, in any case"),
    tag: text(1, 50).optional().describe("A tag, exactly"),
    source: text(1, 100).optional().describe("A source, exactly"),
    created_after: moment.optional().describe("Created then or later"),
    created_before: moment.optional().describe("Created earlier"),
  }),
  where: ({ search, tag, source, created_after, created_before }): Prisma.CandidateWhereInput => ({
    ...(search && { OR: [{ full_name: substring(search) }, { email: substring(search) }] }),
    ...(tag && { tags: { has: tag } }),
    source,
    created_at: { gte: created_after, lt: created_before },
  }),
  model: (tx) => tx.candidate,
  unique: { candidates_organization_id_email_key: "email" },
  events: {
    created: "candidate.created",
    updated: "candidate.updated",
    deleted: "candidate.deleted",
  },
});
