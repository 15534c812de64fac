import { z } from "zod";
import type { FineScope } from "@/lib/access/scopes";
import type { Position } from "@/lib/api/cursor";
import { endpoint } from "@/lib/api/endpoint";
import { list, one } from "@/lib/api/envelope";
import { type ListQuery, paginate } from "@/lib/api/pagination";
import { change } from "@/lib/change";
import { db, type Prisma, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { EventType } from "@/lib/webhooks/events";
import { idOf } from "./id-of";
import { behind, type Model, NEWEST_FIRST } from "./model";
import { refusalOf } from "./refusal";

/** A resource in full: what its rows are called, hold and mean. From this come its five endpoints. */
type Description<
  Output extends z.ZodObject,
  Create extends z.ZodObject,
  Update extends z.ZodObject,
  Query extends ListQuery,
  Where,
> = {
  /** What one row is called, as in "Candidate not found". */
  name: string;
  path: `/${string}`;
  scopes: { read: FineScope; write: FineScope };
  output: Output;
  create: Create;
  update: Update;
  /** The list's filters, and the condition that they come to. */
  query: Query;
  where: (filters: z.output<Query>) => Where;
  model: (tx: Tx) => Model<z.output<Output> & Position, Where, z.output<Create>, z.output<Update>>;
  /** Unique indexes, and the field that each is about. */
  unique: Record<string, string>;
  events: Record<"created" | "updated" | "deleted", EventType>;
};

/**
 * The endpoints of a resource: list, create, get, update, remove. The only place where tenancy is written: each
 * statement names the caller's organization, so that a row of another one is as if it were not there.
 */
export function crud<
  Output extends z.ZodObject,
  Create extends z.ZodObject,
  Update extends z.ZodObject,
  Query extends ListQuery,
  Where,
>(resource: Description<Output, Create, Update, Query, Where>) {
  const { name, path, scopes, output, model, events } = resource;
  const plural = path.slice(1);
  const kind = name.toLowerCase();
  const params = idOf(name);
  const refuse = refusalOf(name, resource.unique);
  const encode = (row: z.output<Output>) => z.encode(output, row) as Prisma.InputJsonObject;

  return {
    list: endpoint({
      method: "GET",
      path,
      id: `${plural}.list`,
      summary: `List ${plural}, newest first`,
      scope: scopes.read,
      query: resource.query,
      response: list(output),
      run: ({ actor, query }) =>
        paginate(path, query, async ({ limit, offset, after, total }) => {
          const organization_id = actor.organizationId;
          const filter = resource.where(query);
          const where = { organization_id, AND: after ? [filter, behind(after)] : [filter] };
          const [rows, count] = await Promise.all([
            model(db()).findMany({ where, orderBy: NEWEST_FIRST, take: limit, skip: offset }),
            total ?? model(db()).count({ where: { organization_id, AND: [filter] } }),
          ]);
          return { rows, total: count };
        }),
    }),

    create: endpoint({
      method: "POST",
      path,
      id: `${plural}.create`,
      summary: `Create a new ${kind}`,
      scope: scopes.write,
      body: resource.create,
      response: one(output),
      errors: ["duplicate"],
      location: ({ id }) => `${path}/${id}`,
      run: ({ actor, body }) =>
        change(actor, async (tx, record) => {
          const row = await model(tx).create({ data: { ...body, organization_id: actor.organizationId } });
          record.audit(`${kind}.created`, kind, row.id, { fields: Object.keys(body) });
          record.event(events.created, encode(row));
          return row;
        }).catch(refuse),
    }),

    get: endpoint({
      method: "GET",
      path: `${path}/{id}`,
      id: `${plural}.get`,
      summary: `Get one ${kind}`,
      scope: scopes.read,
      params,
      response: one(output),
      run: async ({ actor, params: { id } }) => {
        const row = await model(db()).findFirst({ where: { id, organization_id: actor.organizationId } });
        if (row === null) throw new AppError("not_found", `${name} not found`);
        return row;
      },
    }),

    update: endpoint({
      method: "PATCH",
      path: `${path}/{id}`,
      id: `${plural}.update`,
      summary: `Change the given fields of one ${kind}`,
      scope: scopes.write,
      params,
      body: resource.update,
      response: one(output),
      errors: ["duplicate"],
      run: ({ actor, params: { id }, body }) =>
        change(actor, async (tx, record) => {
          const where = { id, organization_id: actor.organizationId };
          const row = await model(tx).update({ where, data: body });
          record.audit(`${kind}.updated`, kind, id, { fields: Object.keys(body) });
          record.event(events.updated, encode(row));
          return row;
        }).catch(refuse),
    }),

    remove: endpoint({
      method: "DELETE",
      path: `${path}/{id}`,
      id: `${plural}.delete`,
      summary: `Delete one ${kind}`,
      scope: scopes.write,
      params,
      response: one(output),
      run: ({ actor, params: { id } }) =>
        change(actor, async (tx, record) => {
          const row = await model(tx).delete({ where: { id, organization_id: actor.organizationId } });
          record.audit(`${kind}.deleted`, kind, id);
          record.event(events.deleted, encode(row));
          return row;
        }).catch(refuse),
    }),
  };
}
