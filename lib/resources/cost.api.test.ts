import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { type Actor, NOWHERE, person } from "@/lib/access/actor";
import type { Call, Endpoint } from "@/lib/api/endpoint";
import { db } from "@/lib/db";
import { makeOrganization, makePerson } from "@/lib/testing/seed";
import { statementsOf } from "@/lib/testing/statements";
import { catalogue } from ".";
import { applications } from "./applications";
import { candidates } from "./candidates";
import { interviews } from "./interviews";
import { jobs } from "./jobs";
import { notes } from "./notes";
import { offers } from "./offers";

const MANY = 120;

let actor: Actor;
let ids: Record<string, string>;

/** An organization with enough of everything to fill the largest page. */
beforeAll(async () => {
  const owner = await makePerson("admin", await makeOrganization());
  actor = person(owner, NOWHERE);
  const { organization_id, id: owner_id } = owner;
  const rows = <Row>(row: (index: number) => Row) => Array.from({ length: MANY }, (_, index) => row(index));
  const job = await db().job.create({ data: { organization_id, title: "Engineer" } });
  const people = await db().candidate.createManyAndReturn({
    data: rows(() => ({ organization_id, full_name: "Ada", email: `${randomUUID()}@candidate.test` })),
  });
  const [candidate] = people as [(typeof people)[0]];
  const made = await db().application.createManyAndReturn({
    data: people.map(({ id }) => ({ organization_id, candidate_id: id, job_id: job.id })),
  });
  const [application] = made as [(typeof made)[0]];
  const of = { organization_id, application_id: application.id };
  await db().job.createMany({ data: rows(() => ({ organization_id, title: "Engineer" })) });
  await db().department.createMany({ data: rows((index) => ({ organization_id, name: `D${index}` })) });
  await db().interview.createMany({ data: rows(() => ({ ...of, scheduled_at: new Date() })) });
  await db().offer.createMany({ data: rows(() => of) });
  await db().note.createMany({
    data: rows(() => ({
      organization_id,
      candidate_id: candidate.id,
      author_id: owner_id,
      body: "Called",
    })),
  });
  await db().webhook.createMany({
    data: rows(() => ({
      organization_id,
      owner_id,
      url: "https://hooks.example.com/",
      events: ["*"],
      sealed_secret: new Uint8Array(1),
      secret_key_version: 1,
    })),
  });
  const { id: webhook_id } = await db().webhook.findFirstOrThrow({ where: { organization_id } });
  await db().delivery.createMany({
    data: rows(() => ({ organization_id, webhook_id, event_type: "candidate.created" })),
  });
  const { id: interview } = await db().interview.findFirstOrThrow({ where: of });
  const { id: offer } = await db().offer.findFirstOrThrow({ where: of });
  ids = {
    candidates: candidate.id,
    jobs: job.id,
    applications: application.id,
    interviews: interview,
    offers: offer,
    webhooks: webhook_id,
  };
});

/** Runs an endpoint in this process and returns its result with the number of statements that it took. */
async function run(
  endpoint: unknown,
  { id, query = {}, body = {} }: { id?: string; query?: object; body?: object },
) {
  const { run, query: schema } = endpoint as Endpoint;
  const given = { params: id ? { id } : {}, query: schema ? (schema as z.ZodObject).parse(query) : {}, body };
  let result: unknown;
  const { length } = await statementsOf(async () => {
    result = await run({ actor, now: new Date(), ...given } as Call);
  });
  return { statements: length, result: result as { data: unknown[]; meta: { cursor: string } } };
}

describe("a list takes two statements whatever its page, by cursor one", () => {
  const lists = catalogue.filter(({ query }) => query && "cursor" in query.shape);

  test.each(lists.map((list) => ({ name: list.path, list })))("$name", async ({ name, list }) => {
    // Keys are counted elsewhere, and what a list hangs from is looked up first.
    const [, above = ""] = /^\/([a-z]+)\/\{id\}/.exec(name) ?? [];
    const before = above ? 1 : 0;
    const id = ids[above];
    const small = await run(list, { id, query: { limit: "1" } });
    const large = await run(list, { id, query: { limit: "100" } });
    expect([small.statements, large.statements]).toEqual([2 + before, 2 + before]);
    if (name === "/api-keys") return;
    expect([small.result.data.length, large.result.data.length]).toEqual([1, 100]);
    const { cursor } = large.result.meta;
    expect((await run(list, { id, query: { limit: "100", cursor } })).statements).toBe(1 + before);
  });
});

test.each(Object.entries({ candidates, jobs, applications, interviews, offers }))(
  "one of the %s takes one statement",
  async (name, { get }) => {
    expect((await run(get, { id: ids[name] })).statements).toBe(1);
  },
);

/** Beginning, row, event, who writes, the chain's head, trail and end; an application's history besides. */
test.each<[string, unknown, () => { id?: string; body: object }, number]>([
  ["candidate", candidates.create, () => ({ body: { full_name: "Ada", email: "ada@candidate.test" } }), 7],
  ["job", jobs.create, () => ({ body: { title: "Engineer" } }), 7],
  [
    "interview",
    interviews.create,
    () => ({ body: { application_id: ids.applications, scheduled_at: new Date() } }),
    7,
  ],
  ["offer", offers.create, () => ({ body: { application_id: ids.applications } }), 7],
])("making one %s takes as many statements as it leaves traces", async (_, create, input, expected) => {
  expect((await run(create, input())).statements).toBe(expected);
});

test("making an application takes one more, for its history; a note reads its author", async () => {
  const { id: candidate_id } = await db().candidate.create({
    data: { organization_id: actor.organizationId, full_name: "Ada", email: "new@candidate.test" },
  });
  expect((await run(applications.create, { body: { candidate_id, job_id: ids.jobs } })).statements).toBe(8);
  expect((await run(notes.create, { id: candidate_id, body: { body: "Called" } })).statements).toBe(8);
});
