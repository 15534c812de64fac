import { beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { type Actor, NOWHERE, PROOF_MS, person } from "@/lib/access/actor";
import { db } from "@/lib/db";
import { makePerson, type Person } from "@/lib/testing/seed";
import type { ChangeWebhook } from "./webhook-resource";
import { changeWebhook, createWebhook, deleteWebhook, rotateWebhookSecret } from "./webhook-service";

const NOW = new Date();
const GIVEN = { url: "https://hooks.example.com/in", events: ["candidate.created" as const] };

let owner: Person;
let fresh: Actor;
let stale: Actor;
let id: string;

beforeEach(async () => {
  owner = await makePerson();
  fresh = person(owner, NOWHERE, NOW);
  stale = person(owner, NOWHERE, new Date(NOW.getTime() - PROOF_MS - 1));
  ({ id } = await createWebhook(fresh, GIVEN, NOW));
});

const wantsProof = { code: "proof_required" };

test.each<["a recent proof" | "none", string, z.output<typeof ChangeWebhook>]>([
  ["a recent proof", "elsewhere", { url: "https://hooks.example.com/other" }],
  ["a recent proof", "more", { events: ["*"] }],
  ["a recent proof", "again", { enabled: true }],
  ["none", "nothing for the time being", { enabled: false }],
  ["none", "under another name", { description: "CRM" }],
])("it takes a person %s to have it send %s", async (proof, _, given) => {
  const changed = changeWebhook(stale, id, given, NOW);
  if (proof !== "none") await expect(changed).rejects.toMatchObject(wantsProof);
  else await expect(changed).resolves.toBeUndefined();
  await changeWebhook(fresh, id, given, NOW);
});

test("so do a new one and a new secret, and a deletion does not", async () => {
  await expect(createWebhook(stale, GIVEN, NOW)).rejects.toMatchObject(wantsProof);
  await expect(rotateWebhookSecret(stale, id, {}, NOW)).rejects.toMatchObject(wantsProof);
  expect((await rotateWebhookSecret(fresh, id, {}, NOW)).secret).toMatch(/^whsec_/);
  await deleteWebhook(stale, id, NOW);
  await expect(deleteWebhook(stale, id, NOW)).rejects.toMatchObject({ code: "not_found" });
});

test("a url to which nothing may be sent is refused before anything is written", async () => {
  const refusal = { code: "validation_error", faults: [{ field: "url" }] };
  const inside = { ...GIVEN, url: "https://10.0.0.1/" };
  await expect(createWebhook(fresh, inside, NOW)).rejects.toMatchObject(refusal);
  await expect(changeWebhook(fresh, id, { url: inside.url }, NOW)).rejects.toMatchObject(refusal);
});

test("who may not, or is to prove who they are, is told that before a name is looked up", async () => {
  const inside = { ...GIVEN, url: "https://10.0.0.1/" };
  await expect(createWebhook(stale, inside, NOW)).rejects.toMatchObject(wantsProof);
  await expect(changeWebhook(stale, id, { url: inside.url }, NOW)).rejects.toMatchObject(wantsProof);
  const viewer = person({ ...owner, role: "viewer" }, NOWHERE, NOW);
  const ofKeys = { ...inside, events: ["api_key.leaked" as const] };
  await expect(createWebhook(viewer, ofKeys, NOW)).rejects.toMatchObject({ code: "forbidden" });
  await expect(changeWebhook(viewer, id, ofKeys, NOW)).rejects.toMatchObject({ code: "forbidden" });
});

test("an organization has five hundred at most, also where two are made at once", async () => {
  const { organizationId: organization_id } = fresh;
  const { owner_id, sealed_secret, secret_key_version } = await db().webhook.findUniqueOrThrow({
    where: { id },
  });
  const row = { organization_id, owner_id, sealed_secret, secret_key_version, url: GIVEN.url, events: ["*"] };
  await db().webhook.createMany({ data: Array.from({ length: 498 }, () => row) });
  const made = await Promise.allSettled([1, 2].map(() => createWebhook(fresh, GIVEN, NOW)));
  expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(createWebhook(fresh, GIVEN, NOW)).rejects.toMatchObject({ code: "conflict" });
});

test("another organization's is as if it were not there", async () => {
  const stranger = person(await makePerson(), NOWHERE, NOW);
  const attempts = [
    () => changeWebhook(stranger, id, { enabled: false }, NOW),
    () => changeWebhook(stranger, id, { url: "https://10.0.0.1/" }, NOW),
    () => rotateWebhookSecret(stranger, id, {}, NOW),
    () => deleteWebhook(stranger, id, NOW),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
});
