import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { FineScope } from "@/lib/access/scopes";
import type { Position } from "@/lib/api/cursor";
import type { ListQuery } from "@/lib/api/pagination";
import type { Recorder } from "@/lib/change";
import type { TenantTable, Tx } from "@/lib/db";
import type { AppError, ErrorCode } from "@/lib/errors";
import type { EventType } from "@/lib/webhooks/events";
import type { Kind } from "./examples";
import type { Model } from "./model";

/** A row as the API shows it; by its position it is found in a list. */
export type Row<Output extends z.ZodObject> = z.output<Output> & Position;

/** A write under way: who acts, when, in which transaction, and what is to be left behind. */
export type Writing = { actor: Actor; now: Date; tx: Tx; record: Recorder };

/** A resource in full: what its rows are called, hold and mean. From this come its endpoints and its writes. */
export type Resource<
  Output extends z.ZodObject,
  Create extends z.ZodObject,
  Update extends z.ZodObject,
  Query extends ListQuery,
  Where,
  Created,
  Updated,
> = {
  /** What one row is called, as in "Candidate not found". */
  name: Kind;
  /** Below /api/v1; the table has the same name. */
  path: `/${TenantTable}`;
  scopes: { read: FineScope; write: FineScope };
  output: Output;
  create: Create;
  update: Update;
  /** The list's filters, and the condition that they come to. */
  query: Query;
  where: (filters: z.output<Query>) => Where;
  model: (
    tx: Tx,
  ) => Model<Row<Output>, Where, z.output<Create> & NoInfer<Created>, z.output<Update> & NoInfer<Updated>>;
  /** What the database may refuse, by the constraint's name. */
  constraints: Record<string, (name: string) => AppError>;
  /** What is to be known of its writes. */
  descriptions?: { create?: string; update?: string; remove?: string };
  /** Refusals that its writes know beyond what every write does. */
  errors?: { create?: ErrorCode[]; update?: ErrorCode[]; remove?: ErrorCode[] };
  /** What a row is made with besides what was given. Throws where that may not be. */
  onCreate?: (write: { given: z.output<Create>; actor: Actor; now: Date }) => Created;
  /** What a change sets besides what was given, judged on the locked row. Throws where that row forbids it. */
  onUpdate?: (write: { given: z.output<Update>; before: Row<Output>; actor: Actor; now: Date }) => Updated;
  /**
   * Locks what the rows with these ids hang from, which a change of them may change too. First, since who removes that
   * holds it before it reaches them: else each would wait for the other.
   */
  lockAbove?: (tx: Tx, organizationId: string, ids: string[]) => Promise<void>;
  /** What a write is reported as, if at all: one made (no `before`), changed or removed (no `after`) a row. */
  event: (before: Row<Output> | null, after: Row<Output> | null) => EventType | null;
  /** What of a row the trail tells for ever, where a write makes it another: without it a status, where a change does. */
  trail?: (row: Row<Output>) => Record<string, unknown>;
  /** What a write that made or changed a row does to others, in its transaction. */
  follow?: (writing: Writing, before: Row<Output> | null, after: Row<Output>) => Promise<void>;
};

/** Declares a resource. Returns its argument; adds types, nothing else. */
export function resource<
  Output extends z.ZodObject,
  Create extends z.ZodObject,
  Update extends z.ZodObject,
  Query extends ListQuery,
  Where,
  Created = unknown,
  Updated = unknown,
>(declared: Resource<Output, Create, Update, Query, Where, Created, Updated>) {
  return declared;
}
