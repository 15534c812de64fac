import { z } from "zod";
import type { ListQuery } from "@/lib/api/pagination";
import type { AuditAction } from "@/lib/audit/actions";
import { differences } from "@/lib/change";
import { lockRow, type Prisma, type TenantTable } from "@/lib/db";
import { notFound, refusalOf } from "./refusal";
import type { Resource, Row, Writing } from "./resource";

/**
 * The writes of a resource within a transaction. Each leaves an audit entry, the event that it comes to, and what
 * follows from it. They throw 404, 409 and 422 in the words of the resource.
 */
export function writesOf<
  Output extends z.ZodObject,
  Create extends z.ZodObject,
  Update extends z.ZodObject,
  Query extends ListQuery,
  Where,
  Created,
  Updated,
>(resource: Resource<Output, Create, Update, Query, Where, Created, Updated>) {
  const { name, model, output, trail = statusOf } = resource;
  const kind = name.toLowerCase();
  const refuse = refusalOf(name, resource.constraints);

  async function settle(
    writing: Writing,
    before: Row<Output> | null,
    after: Row<Output> | null,
    given: object,
  ): Promise<void> {
    const { record } = writing;
    const row = (after ?? before) as Row<Output>;
    const verb = before === null ? "created" : after === null ? "deleted" : "updated";
    record.audit(`${kind}.${verb}` as AuditAction, kind, row.id, {
      ...(after && { fields: Object.keys(given) }),
      ...changesOf(before, after),
    });
    const event = resource.event(before, after);
    if (event) record.event(event, z.encode(output, row) as Prisma.InputJsonObject);
    if (after) await resource.follow?.(writing, before, after);
  }

  /** A status is told where it becomes another; what a resource names itself, also at the beginning and the end. */
  function changesOf(before: Row<Output> | null, after: Row<Output> | null): Prisma.InputJsonObject {
    if (resource.trail === undefined && (before === null || after === null)) return {};
    const [from, to] = [before ? trail(before) : {}, after ? trail(after) : {}];
    return differences(from, to, Object.keys({ ...from, ...to }));
  }

  /** Locks a row before looking at it: what is decided on it stays true until it is written. */
  async function lock({ actor, tx }: Writing, id: string): Promise<Row<Output>> {
    const { organizationId } = actor;
    await resource.lockAbove?.(tx, organizationId, [id]);
    await lockRow(tx, resource.path.slice(1) as TenantTable, organizationId, id);
    const row = await model(tx).findFirst({ where: { id, organization_id: organizationId } });
    if (row === null) throw notFound(name);
    return row;
  }

  return {
    lock,

    async create(writing: Writing, given: z.output<Create>): Promise<Row<Output>> {
      const { actor, now, tx } = writing;
      const more = resource.onCreate?.({ actor, now, given }) as Created;
      const data = { ...given, ...more, organization_id: actor.organizationId };
      const row = await model(tx).create({ data }).catch(refuse);
      await settle(writing, null, row, given);
      return row;
    },

    async update(writing: Writing, id: string, given: z.output<Update>): Promise<Row<Output>> {
      const { actor, now, tx } = writing;
      const before = await lock(writing, id);
      const data = { ...given, ...(resource.onUpdate?.({ actor, now, given, before }) as Updated) };
      const where = { id, organization_id: actor.organizationId };
      const row = await model(tx).update({ where, data }).catch(refuse);
      await settle(writing, before, row, given);
      return row;
    },

    async remove(writing: Writing, id: string): Promise<Row<Output>> {
      const where = { id, organization_id: writing.actor.organizationId };
      const row = await model(writing.tx).delete({ where }).catch(refuse);
      await settle(writing, row, null, {});
      return row;
    },
  };
}

/** In the trail, which is for ever, a status may stand; other values could be about people. */
function statusOf({ status }: Record<string, unknown>) {
  return status === undefined ? {} : { status };
}
