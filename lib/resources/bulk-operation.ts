import { z } from "zod";
import { type Actor, requireScope } from "@/lib/access/actor";
import type { FineScope } from "@/lib/access/scopes";
import type { Call, Endpoint } from "@/lib/api/endpoint";
import { parseBody, readParams } from "@/lib/api/input";
import { lockRows, type Tx } from "@/lib/db";
import { AppError, type Fault, isAppError } from "@/lib/errors";
import { Application, applications } from "./applications";
import { Candidate, candidates } from "./candidates";
import { Interview, interviews } from "./interviews";
import { Job, jobs } from "./jobs";
import { applicationsOf, Offer, offers } from "./offers";

/** What operations can be done on: a resource joins by being listed. */
const RESOURCES = { candidates, jobs, applications, interviews, offers };
const VERBS = { create: "create", update: "update", delete: "remove" } as const;

/** A row as an operation on one of them leaves it. Each has fields that no other has. */
export const WrittenRow = z
  .union([Candidate, Job, Application, Interview, Offer])
  .meta({ id: "BulkRow", description: "A row of the resource that the operation names" });
type WrittenRow = z.output<typeof WrittenRow>;

/** How many a request may have. */
export const MAX_OPERATIONS = 1_000;
/** How many faults of one are told at most: more would make one answer of a thousand operations very large. */
const MAX_FAULTS_EACH = 10;

export const Operation = z
  .strictObject({
    op: z.enum(Object.keys(VERBS) as (keyof typeof VERBS)[]).describe("What to do"),
    resource: z.enum(Object.keys(RESOURCES) as (keyof typeof RESOURCES)[]).describe("Of what"),
    id: z.string().max(100).optional().describe("Of the row to change or delete"),
    // As it came: zod's records leave out `__proto__`, and what is unknown is to be refused.
    data: z
      .unknown()
      .refine(
        (data) => typeof data === "object" && data !== null && !Array.isArray(data),
        "must be an object",
      )
      .meta({ type: "object", propertyNames: { type: "string", maxLength: 100 }, additionalProperties: {} })
      .optional()
      .describe("What a single request would have as its body: for create and update"),
  })
  .meta({
    id: "BulkOperation",
    examples: [
      { op: "create", resource: "candidates", data: { full_name: "Ada Lovelace", email: "ada@example.com" } },
    ],
  });
export type Operation = z.output<typeof Operation>;

/** An operation that was found sound and may be carried out. */
export type Step = {
  resource: Operation["resource"];
  endpoint: Endpoint;
  given: Pick<Call, "params" | "query" | "body">;
};

/** Throws 403 unless the actor may do this with the resource. */
export function requireScopeOf(operation: Operation, actor: Actor): void {
  requireScope(actor, endpointOf(operation).scope as FineScope);
}

/** Whether an operation that was read may be carried out. */
export function isStep(read: Step | AppError): read is Step {
  return !isAppError(read);
}

/**
 * Reads an operation as its endpoint reads a request. Returns why not where it cannot be carried out: 403, 422 for
 * what is wrong with it, 404 for what can be no id. Fields at fault are named from the operation on: `data.email`.
 */
export function readOperation(operation: Operation, actor: Actor): Step | AppError {
  try {
    requireScopeOf(operation, actor);
    return stepOf(operation);
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

function stepOf(operation: Operation): Step {
  const endpoint = endpointOf(operation);
  const { resource, id, data } = operation;
  const faults = [...faultsOf("id", endpoint.params, id), ...faultsOf("data", endpoint.body, data)];
  if (faults.length > 0) throw new AppError("validation_error", undefined, { faults });

  const params = readParams(endpoint, endpoint.params ? { id } : {});
  const body = parseBody(endpoint, data ?? {});
  if (!body.ok) {
    const faults = body.faults.slice(0, MAX_FAULTS_EACH);
    throw within("data", new AppError("validation_error", undefined, { faults }));
  }
  return { resource, endpoint, given: { params, query: {}, body: body.data } };
}

/** Locks the rows that steps will change. All at once and in one order: no two requests can wait for each other. */
export async function lockTargets(steps: Step[], { organizationId }: Actor, tx: Tx): Promise<void> {
  for (const resource of Object.keys(RESOURCES) as Operation["resource"][]) {
    const ids = targetsOf(steps, resource);
    if (resource === "applications")
      ids.push(...(await applicationsOf(tx, organizationId, targetsOf(steps, "offers"))));
    if (ids.length > 0) await lockRows(tx, resource, organizationId, ids);
  }
}

function targetsOf(steps: Step[], resource: Operation["resource"]): string[] {
  return steps.flatMap(({ given, ...step }) =>
    step.resource === resource && given.params.id ? [given.params.id as string] : [],
  );
}

/** What a step came to. */
export type Done = { status: number; data: WrittenRow };

/** Carries a step out for an actor. Returns what its endpoint would answer with; throws the same refusals. */
export async function carryOut({ endpoint, given }: Step, actor: Actor, now: Date): Promise<Done> {
  try {
    const data = (await endpoint.run({ actor, origin: actor.origin, now, ...given })) as WrittenRow;
    return { status: endpoint.location ? 201 : 200, data };
  } catch (error) {
    throw isAppError(error) ? within("data", error) : error;
  }
}

/** The same refusal with its fields below a path. */
export function within(path: string, error: AppError): AppError {
  return withFaults(
    error,
    error.faults.map((fault) =>
      fault.field === undefined ? fault : { ...fault, field: `${path}.${fault.field}` },
    ),
  );
}

/** The same refusal with other faults. */
export function withFaults({ code, message, status, headers, cause }: AppError, faults: Fault[]): AppError {
  return new AppError(code, message, { faults, status, headers, cause });
}

function endpointOf({ resource, op }: Operation): Endpoint {
  return RESOURCES[resource][VERBS[op]] as Endpoint;
}

/** A part that an operation must have or must not have. */
function faultsOf(field: string, wanted: z.ZodType | undefined, given: unknown): Fault[] {
  if ((wanted === undefined) === (given === undefined)) return [];
  const message = `${field} ${wanted ? "is required" : "is not a known field"}`;
  return [{ code: "validation_error", message, field }];
}
