import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { endpoint } from "@/lib/api/endpoint";
import { list, one } from "@/lib/api/envelope";
import { type ListQuery, paginate } from "@/lib/api/pagination";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { idOf } from "./id-of";
import { behind, NEWEST_FIRST } from "./model";
import { notFound } from "./refusal";
import type { Resource, Writing } from "./resource";
import { writesOf } from "./writes";

/**
 * The endpoints of a resource: list, create, get, update, remove. Together with its writes the only place where tenancy
 * is written: each statement names the caller's organization, so that a row of another one is as if it were not there.
 */
export function crud<
  Output extends z.ZodObject,
  Create extends z.ZodObject,
  Update extends z.ZodObject,
  Query extends ListQuery,
  Where,
  Created = unknown,
  Updated = unknown,
>(resource: Resource<Output, Create, Update, Query, Where, Created, Updated>) {
  const { name, path, scopes, output, model, descriptions, errors } = resource;
  const plural = path.slice(1);
  const kind = name.toLowerCase();
  const params = idOf(name);
  const writes = writesOf(resource);

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
      description: descriptions?.create,
      scope: scopes.write,
      body: resource.create,
      response: one(output),
      errors: errors?.create,
      location: ({ id }) => `${path}/${id}`,
      run: ({ actor, now, body }) => write(actor, now, (writing) => writes.create(writing, body)),
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
        if (row === null) throw notFound(name);
        return row;
      },
    }),

    update: endpoint({
      method: "PATCH",
      path: `${path}/{id}`,
      id: `${plural}.update`,
      summary: `Change the given fields of one ${kind}`,
      description: descriptions?.update,
      scope: scopes.write,
      params,
      body: resource.update,
      response: one(output),
      errors: errors?.update,
      run: ({ actor, now, params: { id }, body }) =>
        write(actor, now, (writing) => writes.update(writing, id, body)),
    }),

    remove: endpoint({
      method: "DELETE",
      path: `${path}/{id}`,
      id: `${plural}.delete`,
      summary: `Delete one ${kind}`,
      description: descriptions?.remove,
      scope: scopes.write,
      params,
      response: one(output),
      errors: errors?.remove,
      run: ({ actor, now, params: { id } }) => write(actor, now, (writing) => writes.remove(writing, id)),
    }),
  };
}

function write<T>(actor: Actor, now: Date, run: (writing: Writing) => Promise<T>): Promise<T> {
  return change(actor, (tx, record) => run({ actor, now, tx, record }));
}
