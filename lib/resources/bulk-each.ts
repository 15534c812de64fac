import type { Actor } from "@/lib/access/actor";
import { failure } from "@/lib/api/envelope";
import { type AppError, isAppError } from "@/lib/errors";
import { attempt, isPart, unitOfWork } from "@/lib/unit-of-work";
import {
  carryOut,
  type Done,
  isStep,
  lockTargets,
  type Operation,
  readOperation,
  requireScopeOf,
  type Step,
  within,
} from "./bulk-operation";
import type { Result } from "./bulk-result";

/** PostgreSQL keeps up to 64 savepoints of a transaction in its fast memory; beyond it everybody gets slower. */
const PORTION = 50;

/** Carries operations out in order, each for itself: one that is refused changes nothing and stops no other. */
export async function runEach(operations: Operation[], actor: Actor, now: Date): Promise<Result[]> {
  // What only refused operations needed was not used.
  const reader = { ...actor, used: new Set(actor.used) };
  const read = operations.map((operation) => readOperation(operation, reader));
  // Within one transaction each portion keeps its locks while the next asks for more: so all are taken before.
  if (isPart()) await unitOfWork(({ tx }) => lockTargets(read.filter(isStep), actor, tx));
  const results: Result[] = [];
  for (let first = 0; first < read.length; first += PORTION) {
    const outcomes = await runPortion(read.slice(first, first + PORTION), actor, now);
    results.push(...outcomes.map((outcome, n) => resultOf(outcome, first + n)));
  }
  const done = operations.filter((_, index) => results[index]?.errors === null);
  for (const operation of done) requireScopeOf(operation, actor);
  return results;
}

function runPortion(read: (Step | AppError)[], actor: Actor, now: Date): Promise<(Done | AppError)[]> {
  return unitOfWork(async ({ tx }) => {
    await lockTargets(read.filter(isStep), actor, tx);
    const outcomes: (Done | AppError)[] = [];
    for (const step of read) outcomes.push(isStep(step) ? await outcomeOf(step, actor, now) : step);
    return outcomes;
  });
}

async function outcomeOf(step: Step, actor: Actor, now: Date): Promise<Done | AppError> {
  try {
    return await attempt(() => carryOut(step, actor, now));
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

function resultOf(outcome: Done | AppError, index: number): Result {
  if (!isAppError(outcome)) return { index, ...outcome, errors: null };
  const { status, faults } = within(`operations.${index}`, outcome);
  return { index, status, data: null, errors: failure(faults).errors };
}
