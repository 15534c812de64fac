import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, NOWHERE, person } from "@/lib/access/actor";
import { changeRole } from "@/lib/auth/change-role";
import { db } from "@/lib/db";
import { freshAddress } from "@/lib/testing/browser";
import { makePerson, type Person } from "@/lib/testing/seed";
import { acceptInvitation, showInvitation } from "./accept";
import { listInvitations } from "./invitations";
import { invite } from "./invite";
import { removeMember } from "./remove";
import { revokeInvitation } from "./revoke-invitation";

const NOW = new Date();
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const PASSWORD = "quiet-lantern-over-fjord";

let admin: Person;
let actor: Actor;
beforeEach(async () => {
  admin = await makePerson();
  actor = person(admin, NOWHERE, NOW);
});

const actorAt = (now: Date) => person(admin, NOWHERE, now);
const organizationOf = ({ organization_id: id }: Person) => ({ id, name: "", plan: "pro" }) as const;
const someone = () => `${randomUUID()}@invited.test`;
const from = () => ({ ...NOWHERE, address: freshAddress() });
const tokenOf = ({ link }: { link: string }) => new URL(link).hash.slice(1);
const accept = (token: string, now = NOW) =>
  acceptInvitation({ token, name: "Grace Hopper", password: PASSWORD }, from(), now);
const statesOf = async (now = NOW) =>
  (await listInvitations(actor, { limit: 10, offset: 0 }, now)).rows.map(({ state }) => state);
const GONE = { code: "not_found", message: expect.stringContaining("This invitation is not valid") };

test("an invitation shows what it offers as often as it is looked at, and makes one member of it", async () => {
  const email = someone();
  const made = await invite(actor, { email, role: "recruiter" }, NOW);
  expect(made).toMatchObject({ email, expires_at: later(7), isMailed: false });
  const token = tokenOf(made);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  for (let times = 0; times < 2; times++) {
    const offer = await showInvitation(token, from(), NOW);
    expect(offer).toMatchObject({ email, role: "recruiter", inviter: admin.name });
  }
  const id = await accept(token);
  const member = await db().user.findUniqueOrThrow({ where: { id } });
  const { organization_id } = admin;
  expect(member).toMatchObject({ organization_id, email, role: "recruiter", name: "Grace Hopper" });
  await expect(accept(token)).rejects.toMatchObject(GONE);
  await expect(showInvitation(token, from(), NOW)).rejects.toMatchObject(GONE);
  expect(await statesOf()).toEqual(["accepted"]);
});

test("its secret is in no row and no entry", async () => {
  const made = await invite(actor, { email: someone(), role: "viewer" }, NOW);
  const where = { organization_id: admin.organization_id };
  const rows = [await db().invitation.findMany({ where }), await db().auditEntry.findMany({ where })];
  const text = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
  expect(text).toContain("invitation.created");
  expect(text).not.toContain(tokenOf(made));
});

describe("opens nothing", () => {
  test("after seven days", async () => {
    const token = tokenOf(await invite(actor, { email: someone(), role: "viewer" }, NOW));
    await expect(accept(token, later(7))).rejects.toMatchObject(GONE);
    expect(await statesOf(later(7))).toEqual(["expired"]);
    await accept(token, new Date(later(7).getTime() - 1));
  });

  test("once withdrawn, which again changes nothing, and which one that was accepted cannot be", async () => {
    const made = await invite(actor, { email: someone(), role: "viewer" }, NOW);
    await revokeInvitation(actor, made.id, NOW);
    await revokeInvitation(actor, made.id, NOW);
    await expect(accept(tokenOf(made))).rejects.toMatchObject(GONE);
    expect(await statesOf()).toEqual(["withdrawn"]);
    const action = "invitation.revoked";
    expect(await db().auditEntry.count({ where: { target_id: made.id, action } })).toBe(1);
    const other = await invite(actor, { email: someone(), role: "viewer" }, NOW);
    await accept(tokenOf(other));
    await expect(revokeInvitation(actor, other.id, NOW)).rejects.toMatchObject({ code: "conflict" });
  });

  test("while whoever invited is not an admin", async () => {
    const other = await makePerson("admin", organizationOf(admin));
    const token = tokenOf(await invite(actor, { email: someone(), role: "admin" }, NOW));
    const by = person(other, NOWHERE, NOW);
    const second = tokenOf(await invite(by, { email: someone(), role: "viewer" }, NOW));
    await changeRole(by, admin.id, "recruiter", NOW);
    await expect(showInvitation(token, from(), NOW)).rejects.toMatchObject(GONE);
    await expect(accept(token)).rejects.toMatchObject(GONE);
    await changeRole(by, admin.id, "admin", NOW);
    await removeMember(actor, { id: other.id, keys: [], webhooks: [] }, NOW);
    await expect(accept(second)).rejects.toMatchObject(GONE);
    // Becoming an admin again gives none of it back.
    await expect(accept(token)).rejects.toMatchObject(GONE);
    expect(await statesOf()).toEqual(["withdrawn", "withdrawn"]);
  });

  test("with another secret", async () => {
    await invite(actor, { email: someone(), role: "viewer" }, NOW);
    await expect(accept("A".repeat(43))).rejects.toMatchObject(GONE);
  });

  test("once another took its place: one is open for an address", async () => {
    const email = someone();
    const first = await invite(actor, { email, role: "viewer" }, NOW);
    const second = await invite(actorAt(later(1)), { email, role: "admin" }, later(1));
    await expect(accept(tokenOf(first))).rejects.toMatchObject(GONE);
    expect(await statesOf(later(1))).toEqual(["open", "withdrawn"]);
    await accept(tokenOf(second));
    // One that had expired before was not withdrawn.
    const other = someone();
    await invite(actor, { email: other, role: "viewer" }, NOW);
    await invite(actorAt(later(8)), { email: other, role: "viewer" }, later(8));
    expect((await statesOf(later(8))).slice(0, 2)).toEqual(["open", "accepted"]);
    expect(await statesOf(later(8))).toContain("expired");
  });
});

describe("an address that has an account", () => {
  test("elsewhere is invited as any other, and refused where it would accept", async () => {
    const { email } = await makePerson();
    const made = await invite(actor, { email, role: "viewer" }, NOW);
    const refusal = { code: "conflict", message: expect.stringContaining("has an account already") };
    await expect(showInvitation(tokenOf(made), from(), NOW)).rejects.toMatchObject(refusal);
    await expect(accept(tokenOf(made))).rejects.toMatchObject(refusal);
    expect(await statesOf()).toEqual(["open"]);
  });

  test("here is refused at once", async () => {
    const { email, id } = await makePerson("viewer", organizationOf(admin));
    const again = () => invite(actor, { email, role: "viewer" }, NOW);
    await expect(again()).rejects.toMatchObject({ message: "email belongs to a member" });
    await removeMember(actor, { id, keys: [], webhooks: [] }, NOW);
    await expect(again()).rejects.toMatchObject({ message: /former member/ });
  });
});

describe("races", () => {
  test("of two that accept at once, one does", async () => {
    const email = someone();
    const token = tokenOf(await invite(actor, { email, role: "viewer" }, NOW));
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => accept(token)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().user.count({ where: { email } })).toBe(1);
  });

  test("accepted or withdrawn, never both", async () => {
    for (let round = 0; round < 4; round++) {
      const made = await invite(actor, { email: someone(), role: "viewer" }, NOW);
      const [accepted, withdrawn] = await Promise.allSettled([
        accept(tokenOf(made)),
        revokeInvitation(actor, made.id, NOW),
      ]);
      expect([accepted.status, withdrawn.status].sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("inviting the same address at once leaves one open", async () => {
    const email = someone();
    const made = await Promise.all(
      Array.from({ length: 4 }, () => invite(actor, { email, role: "viewer" }, NOW)),
    );
    expect((await statesOf()).sort()).toEqual(["open", "withdrawn", "withdrawn", "withdrawn"]);
    const tries = await Promise.allSettled(made.map((one) => accept(tokenOf(one))));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

test("only admins invite, and only soon after they proved who they are", async () => {
  const input = { email: someone(), role: "viewer" } as const;
  const late = person(admin, NOWHERE, later(-1));
  await expect(invite(late, input, NOW)).rejects.toMatchObject({ code: "proof_required" });
  const recruiter = person(await makePerson("recruiter", organizationOf(admin)), NOWHERE, NOW);
  await expect(invite(recruiter, input, NOW)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listInvitations(recruiter, { limit: 1, offset: 0 }, NOW)).rejects.toMatchObject({
    code: "forbidden",
  });
  const { id } = await invite(actor, input, NOW);
  await revokeInvitation(late, id, NOW);
  const stranger = person(await makePerson(), NOWHERE, NOW);
  await expect(revokeInvitation(stranger, id, NOW)).rejects.toMatchObject({ code: "not_found" });
});

test("at most 50 are open at once, and 100 made within a day", async () => {
  const { organization_id, id: invited_by_id } = admin;
  const fill = (count: number, dates: { created_at: Date; expires_at: Date }) =>
    db().invitation.createMany({
      data: Array.from({ length: count }, () => ({
        ...dates,
        organization_id,
        invited_by_id,
        email: someone(),
        role: "viewer" as const,
        token_hash: crypto.getRandomValues(new Uint8Array(32)),
      })),
    });
  await fill(50, { created_at: later(-2), expires_at: later(5) });
  const again = () => invite(actor, { email: someone(), role: "viewer" }, NOW);
  await expect(again()).rejects.toMatchObject({ code: "conflict" });
  await db().invitation.updateMany({ where: { organization_id }, data: { revoked_at: NOW } });
  await again();
  await fill(99, { created_at: NOW, expires_at: NOW });
  await expect(again()).rejects.toMatchObject({ code: "rate_limited" });
});

test("an address that guesses is stopped, one that has the secret is not", async () => {
  const token = tokenOf(await invite(actor, { email: someone(), role: "viewer" }, NOW));
  const origin = from();
  for (let times = 0; times < 40; times++) await showInvitation(token, origin, NOW);
  for (let times = 0; times < 30; times++) {
    const guess = crypto.getRandomValues(Buffer.alloc(32)).toString("base64url");
    await expect(showInvitation(guess, origin, NOW)).rejects.toMatchObject(GONE);
  }
  await expect(showInvitation(token, origin, NOW)).rejects.toMatchObject({ code: "rate_limited" });
  await showInvitation(token, from(), NOW);
});

test("a password that is easy to guess is refused, and the invitation stays", async () => {
  const token = tokenOf(await invite(actor, { email: someone(), role: "viewer" }, NOW));
  const weak = { token, name: "Grace", password: "password1234" };
  await expect(acceptInvitation(weak, from(), NOW)).rejects.toMatchObject({ code: "validation_error" });
  await accept(token);
});

test("10,000 invitations are paged, newest first", async () => {
  const { organization_id, id: invited_by_id } = admin;
  await db().invitation.createMany({
    data: Array.from({ length: 10_000 }, (_, number) => ({
      organization_id,
      invited_by_id,
      email: `${number}@invited.test`,
      role: "viewer" as const,
      token_hash: crypto.getRandomValues(new Uint8Array(32)),
      created_at: new Date(NOW.getTime() - number * 1_000),
      expires_at: NOW,
    })),
  });
  const { rows, total } = await listInvitations(actor, { limit: 50, offset: 9_950 }, NOW);
  expect([total, rows.length, rows[49]?.email]).toEqual([10_000, 50, "9999@invited.test"]);
});
