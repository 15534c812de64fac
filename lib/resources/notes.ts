import { z } from "zod";
import { type Actor, ownerOf } from "@/lib/access/actor";
import { endpoint } from "@/lib/api/endpoint";
import { list, one } from "@/lib/api/envelope";
import { paged, paginate } from "@/lib/api/pagination";
import { change } from "@/lib/change";
import { db, type Prisma } from "@/lib/db";
import { shown, text } from "@/lib/text";
import { EXAMPLES } from "./examples";
import { idOf } from "./id-of";
import { behind, NEWEST_FIRST } from "./model";
import { notFound, refusalOf } from "./refusal";
import { createdAt, Person, rowId } from "./row";

const Visibility = z
  .enum(["private", "shared"])
  .describe("A private note is seen by its author, and by keys that the author owns");

export const Note = z
  .object({
    id: rowId,
    candidate_id: z.uuid().describe("The candidate that it is about"),
    body: shown(20_000).describe("What it says, in plain text"),
    visibility: Visibility,
    author: Person.describe("Who wrote it"),
    created_at: createdAt,
  })
  .meta({ id: "Note", examples: [EXAMPLES.Note] });

const path = "/candidates/{id}/notes";
const params = idOf("Candidate");
const include = { author: { select: { id: true, name: true } } };
const refuse = refusalOf("Note", {
  notes_organization_id_candidate_id_fkey: () => notFound("Candidate"),
});

export const notes = {
  list: endpoint({
    method: "GET",
    path,
    id: "notes.list",
    summary: "List the notes on one candidate that the caller may see, newest first",
    scope: "candidates:read",
    params,
    query: paged({}),
    response: list(Note),
    run: async ({ actor, params: { id }, query }) => {
      const organization_id = actor.organizationId;
      const candidate = await db().candidate.findFirst({
        where: { id, organization_id },
        select: { id: true },
      });
      if (candidate === null) throw notFound("Candidate");
      const where = { organization_id, candidate_id: id, OR: visibleTo(actor) };
      return paginate(path.replace("{id}", id), query, async ({ limit, offset, after, total }) => {
        const [rows, count] = await Promise.all([
          db().note.findMany({
            where: { AND: after ? [where, behind(after)] : [where] },
            orderBy: NEWEST_FIRST,
            take: limit,
            skip: offset,
            include,
          }),
          total ?? db().note.count({ where }),
        ]);
        return { rows, total: count };
      });
    },
  }),

  create: endpoint({
    method: "POST",
    path,
    id: "notes.create",
    summary: "Create a new note on one candidate, by the owner of the key",
    scope: "candidates:write",
    params,
    body: z.strictObject({
      body: text(1, 20_000)
        .describe("What it says, in plain text")
        .meta({ examples: [EXAMPLES.Note.body] }),
      visibility: Visibility.optional().describe("`shared` unless given"),
    }),
    response: one(Note),
    // A note has no address of its own: it is found in the list, at its top.
    location: ({ candidate_id }) => `/candidates/${candidate_id}/notes`,
    run: ({ actor, params: { id }, body }) =>
      change(actor, async (tx, record) => {
        const ids = { organization_id: actor.organizationId, candidate_id: id, author_id: ownerOf(actor) };
        const row = await tx.note.create({ data: { ...body, ...ids }, include }).catch(refuse);
        record.audit("note.created", "note", row.id, { candidate_id: id, visibility: row.visibility });
        if (row.visibility === "shared") {
          record.event("note.created", z.encode(Note, row) as Prisma.InputJsonObject);
        }
        return row;
      }),
  }),
};

function visibleTo({ ownerId }: Actor): Prisma.NoteWhereInput[] {
  return [{ visibility: "shared" }, ...(ownerId === null ? [] : [{ author_id: ownerId }])];
}
