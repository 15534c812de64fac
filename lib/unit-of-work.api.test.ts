import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, operator } from "./access/actor";
import { change } from "./change";
import { db } from "./db";
import { AppError } from "./errors";
import { onStale, type Stale } from "./stale";
import { makeOrganization } from "./testing/seed";
import { attempt, unitOfWork } from "./unit-of-work";

let actor: Actor;
beforeAll(async () => {
  actor = operator((await makeOrganization()).id);
});

/** Makes a department with everything that a change can leave behind, and perhaps fails then. */
async function makeDepartment(name: string, failure?: Error): Promise<string> {
  return change(actor, async (tx, record) => {
    const data = { organization_id: actor.organizationId, name };
    const { id } = await tx.department.create({ data });
    record.audit("department.created", "department", id);
    record.event("job.created", { id });
    record.stale("key", id);
    if (failure) throw failure;
    return id;
  });
}

async function traces(id: string) {
  return {
    rows: await db().department.count({ where: { id } }),
    audits: await db().auditEntry.count({ where: { target_id: id } }),
    events: await db().event.count({ where: { data: { path: ["id"], equals: id } } }),
  };
}
const ALL = { rows: 1, audits: 1, events: 1 };

test("changes within it are one: what the last one throws undoes the first", async () => {
  const name = randomUUID();
  const work = unitOfWork(async () => {
    await makeDepartment(name);
    await makeDepartment(randomUUID(), new Error("the last"));
  });
  await expect(work).rejects.toThrow("the last");
  expect(await db().department.count({ where: { name } })).toBe(0);
});

test("what it makes stale is told once it has ended well, never before", async () => {
  const heard: Stale[] = [];
  onStale((stale) => heard.push(stale));
  const id = await unitOfWork(async () => {
    const id = await makeDepartment(randomUUID());
    expect(heard).toEqual([]);
    return id;
  });
  expect(heard).toEqual([{ what: "key", id }]);
  expect(await traces(id)).toEqual(ALL);
});

describe("a step that is refused", () => {
  test("leaves nothing; the steps around it stay, and the database's own refusals are no end either", async () => {
    const taken = randomUUID();
    const made = await unitOfWork(async () => {
      const first = await attempt(() => makeDepartment(taken));
      const refused = attempt(() => makeDepartment(randomUUID(), new AppError("conflict")));
      await expect(refused).rejects.toMatchObject({ code: "conflict" });
      const duplicate = attempt(() =>
        makeDepartment(taken).catch(() => {
          throw new AppError("duplicate");
        }),
      );
      await expect(duplicate).rejects.toMatchObject({ code: "duplicate" });
      return [first, await attempt(() => makeDepartment(randomUUID()))];
    });
    expect(await Promise.all(made.map(traces))).toEqual([ALL, ALL]);
    const tenant = { where: { organization_id: actor.organizationId } };
    expect(await db().department.count({ where: { name: taken } })).toBe(1);
    expect(await db().auditEntry.count(tenant)).toBe(await db().department.count(tenant));
  });

  test("for another reason than a refusal undoes everything", async () => {
    const name = randomUUID();
    const work = unitOfWork(async () => {
      await attempt(() => makeDepartment(name));
      await attempt(() => makeDepartment(randomUUID(), new Error("broken")));
    });
    await expect(work).rejects.toThrow("broken");
    expect(await db().department.count({ where: { name } })).toBe(0);
  });
});

test("two that lock each other's rows in opposite order both end well", async () => {
  const [a, b] = await Promise.all([makeDepartment(randomUUID()), makeDepartment(randomUUID())]);
  const rename = (id: string) =>
    change(actor, (tx) => tx.department.update({ where: { id }, data: { name: randomUUID() } }));
  let bothHoldOne = (): void => undefined;
  const meeting = new Promise<void>((resolve) => {
    bothHoldOne = resolve;
  });
  let holding = 0;
  const both = (first: string, second: string) =>
    unitOfWork(async () => {
      await rename(first);
      holding += 1;
      if (holding === 2) bothHoldOne();
      await meeting;
      await rename(second);
    });
  await Promise.all([both(a, b), both(b, a)]);
  expect(holding).toBeGreaterThan(2);
});
