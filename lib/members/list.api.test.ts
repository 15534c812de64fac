import { beforeEach, expect, test } from "vitest";
import { type Actor, NOWHERE, person } from "@/lib/access/actor";
import { startSession } from "@/lib/auth/session-store";
import { db } from "@/lib/db";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { countMembers, listMembers } from "./list";
import { removeMember } from "./remove";

const NOW = new Date();

let admin: Person;
let actor: Actor;
beforeEach(async () => {
  admin = await makePerson();
  actor = person(admin, NOWHERE, NOW);
});

const page = { isFormer: false, limit: 50, offset: 0 };

test("says who is a member, since when, with how many living keys, and when they last signed in", async () => {
  await makeKey(admin, ["read"]);
  await makeKey(admin, ["read"], { revoked_at: NOW });
  await startSession(admin.id, "password", NOWHERE, NOW);
  const organization = { id: admin.organization_id, name: "", plan: "pro" } as const;
  const other = await makePerson("viewer", organization);
  const { rows, total } = await listMembers(actor, page, NOW);
  expect(total).toBe(2);
  const row = (id: string) => rows.find((one) => one.id === id);
  expect(row(admin.id)).toMatchObject({ role: "admin", keys: 1, last_sign_in: NOW, disabled_at: null });
  expect(row(other.id)).toMatchObject({ role: "viewer", keys: 0, last_sign_in: null });

  await removeMember(actor, { id: other.id, keys: [], webhooks: [] }, NOW);
  expect((await listMembers(actor, page, NOW)).total).toBe(1);
  expect((await listMembers(actor, { ...page, isFormer: true }, NOW)).rows).toMatchObject([
    { id: other.id, disabled_at: NOW },
  ]);
  expect(await countMembers(actor)).toEqual({ present: 1, former: 1 });
});

test("10,000 members are paged by name and searched by name and e-mail, wildcards standing for themselves", async () => {
  const { organization_id } = admin;
  await db().user.createMany({
    data: Array.from({ length: 10_000 }, (_, number) => ({
      organization_id,
      name: `Member ${String(number).padStart(5, "0")}`,
      email: `${number}.${organization_id}@member.test`,
      role: "viewer" as const,
    })),
  });
  const { rows, total } = await listMembers(actor, { ...page, offset: 9_950 }, NOW);
  expect([total, rows.length, rows[0]?.name]).toEqual([10_001, 50, "Member 09950"]);
  const search = async (text: string) => (await listMembers(actor, { ...page, search: text }, NOW)).total;
  expect(await search("member 0123")).toBe(10);
  expect(await search(`4711.${organization_id}`.toUpperCase())).toBe(1);
  expect(await search("%")).toBe(0);
});

test("is for admins only", async () => {
  const recruiter = person(await makePerson("recruiter"), NOWHERE);
  await expect(listMembers(recruiter, page, NOW)).rejects.toMatchObject({ code: "forbidden" });
  await expect(countMembers(recruiter)).rejects.toMatchObject({ code: "forbidden" });
});
