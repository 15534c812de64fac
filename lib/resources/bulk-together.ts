import type { Actor } from "@/lib/access/actor";
import { type AppError, isAppError } from "@/lib/errors";
import { unitOfWork } from "@/lib/unit-of-work";
import {
  carryOut,
  isStep,
  lockTargets,
  type Operation,
  readOperation,
  requireScopeOf,
  type Step,
  withFaults,
  within,
} from "./bulk-operation";
import type { Result } from "./bulk-result";

/** Enough for a thousand operations on a slow day; what is locked longer would hinder others. */
const TIMEOUT_MS = 60_000;

/**
 * Carries operations out in order, all or none. Throws 403 where the actor may not do one of them, before looking at
 * any; then the first refusal, naming the operation. Of what is wrong with their form, all is named at once.
 */
export async function runTogether(operations: Operation[], actor: Actor, now: Date): Promise<Result[]> {
  for (const operation of operations) requireScopeOf(operation, actor);
  const steps = readAll(operations, actor);
  return unitOfWork(
    async ({ tx }) => {
      await lockTargets(steps, actor, tx);
      const results: Result[] = [];
      for (const [index, step] of steps.entries()) {
        const done = await carryOut(step, actor, now).catch((error) => {
          throw isAppError(error) ? named(error, index) : error;
        });
        results.push({ index, ...done, errors: null });
      }
      return results;
    },
    { timeout: TIMEOUT_MS },
  );
}

function readAll(operations: Operation[], actor: Actor): Step[] {
  const read = operations.map((operation) => readOperation(operation, actor));
  const [first, ...others] = read.flatMap((step, index) => (isStep(step) ? [] : [named(step, index)]));
  if (first === undefined) return read.filter(isStep);
  const alike = [first, ...others.filter(({ code }) => code === first.code)];
  throw withFaults(
    first,
    alike.flatMap(({ faults }) => faults),
  );
}

/** Where no field is at fault, the operation is. */
function named(error: AppError, index: number): AppError {
  const path = `operations.${index}`;
  const { faults } = within(path, error);
  return withFaults(
    error,
    faults.map((fault) => ({ field: path, ...fault })),
  );
}
