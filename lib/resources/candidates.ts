import { z } from "zod";
import { moment } from "@/lib/api/dates";
import { paged } from "@/lib/api/pagination";
import { type Prisma, substring } from "@/lib/db";
import { emailAddress, shown, text, webAddress } from "@/lib/text";
import { crud } from "./crud";
import { EXAMPLES } from "./examples";
import { patchOf } from "./patch";
import { taken } from "./refusal";
import { createdAt, rowId, updatedAt } from "./row";

export const Candidate = z
  .object({
    id: rowId,
    full_name: shown(200).describe("First and last name, as written"),
    email: shown(254)
      .meta({ format: "email" })
      .describe("Unique in the organization, without regard to case"),
    phone: shown(50).nullable().describe("As written"),
    tags: z.array(shown(50)).meta({ maxItems: 50 }).describe("Words to find candidates by"),
    source: shown(100).describe("Where the candidate came from"),
    location: shown(200).nullable().describe("Where the candidate lives"),
    linkedin_url: shown(500).meta({ format: "uri" }).nullable().describe("The profile on LinkedIn"),
    created_at: createdAt,
    updated_at: updatedAt,
  })
  .meta({ id: "Candidate", examples: [EXAMPLES.Candidate] });

const CreateCandidate = z.strictObject({
  full_name: text(1, 200)
    .describe("First and last name")
    .meta({ examples: ["Ada Lovelace"] }),
  email: emailAddress
    .describe("Unique in the organization, without regard to case")
    .meta({ examples: ["ada@example.com"] }),
  phone: text(1, 50)
    .nullable()
    .optional()
    .meta({ examples: ["+44 20 7946 0000"] })
    .describe("As written"),
  tags: z
    .array(text(1, 50))
    .max(50)
    .transform((tags) => [...new Set(tags)])
    .optional()
    .meta({ examples: [["engineering", "remote"]] })
    .describe("Words to find the candidate by; duplicates are folded"),
  source: text(1, 100)
    .optional()
    .meta({ examples: ["referral"] })
    .describe("Where the candidate came from; `api` unless given"),
  location: text(1, 200)
    .nullable()
    .optional()
    .meta({ examples: ["London"] })
    .describe("Where the candidate lives"),
  linkedin_url: webAddress(500)
    .nullable()
    .optional()
    .meta({ examples: ["https://www.linkedin.com/in/ada"] })
    .describe("The profile on LinkedIn"),
});

export const candidates = crud({
  name: "Candidate",
  path: "/candidates",
  scopes: { read: "candidates:read", write: "candidates:write" },
  output: Candidate,
  create: CreateCandidate,
  update: patchOf(CreateCandidate, { tags: ["engineering", "remote"], phone: null }),
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
  constraints: { candidates_organization_id_email_key: taken("email") },
  descriptions: {
    remove: "Its applications go with it, with their interviews and offers, and so do the notes on it.",
  },
  errors: { create: ["duplicate"], update: ["duplicate"] },
  event: (before, after) => `candidate.${!before ? "created" : after ? "updated" : "deleted"}`,
});
