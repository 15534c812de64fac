import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, NOWHERE, PROOF_MS, person } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { revokeKey } from "@/lib/api-keys/revoke";
import { rotateKey } from "@/lib/api-keys/rotate";
import type { ChangeKey } from "@/lib/api-keys/schema";
import { generateKey } from "@/lib/api-keys/service";
import { db } from "@/lib/db";
import { makeAccount } from "@/lib/testing/account";
import { someAddress } from "@/lib/testing/call";
import { makeKey, makePerson, type Person } from "@/lib/testing/seed";
import { provePassword } from "./prove";
import { findSession, startSession } from "./session-store";

const now = new Date();
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const NEW_KEY = { name: "Sync", description: null, scopes: ["read" as const], expires_at: null };
const NO_GRACE = { grace_period_seconds: 0 };
const PROOF_NEEDED = { code: "proof_required", status: 403 };

describe("what grants, prolongs or loosens needs a proof of the last 15 minutes", () => {
  let admin: Person;
  let fresh: Actor;
  let stale: Actor;
  beforeEach(async () => {
    admin = await makePerson();
    fresh = person(admin, NOWHERE, ago(PROOF_MS));
    stale = person(admin, NOWHERE, ago(PROOF_MS + 1));
  });

  test("generating", async () => {
    await expect(generateKey(stale, NEW_KEY, now)).rejects.toMatchObject(PROOF_NEEDED);
    await expect(generateKey(person(admin, NOWHERE), NEW_KEY, now)).rejects.toMatchObject(PROOF_NEEDED);
    expect(await db().apiKey.count({ where: { owner_id: admin.id } })).toBe(0);
    expect((await generateKey(fresh, NEW_KEY, now)).name).toBe("Sync");
  });

  test("rotating", async () => {
    const { id } = await makeKey(admin, ["read"]);
    await expect(rotateKey(stale, id, NO_GRACE, now)).rejects.toMatchObject(PROOF_NEEDED);
    expect((await rotateKey(fresh, id, NO_GRACE, now)).rotated_from).toBe(id);
  });

  test.each<ChangeKey>([
    { scopes: ["read", "write"] },
    { expires_at: null },
    { enabled: true },
    { allowed_ips: null },
    { rate_limit: 100 },
    { on_leak: "alert" },
  ])("changing by %j", async (patch) => {
    const columns = {
      expires_at: new Date("2090-01-01"),
      enabled: patch.enabled !== true,
      allowed_ips: ["203.0.113.7"],
      rate_limit: 50,
    };
    const { id } = await makeKey(admin, ["read"], columns);
    await expect(changeKey(stale, id, patch, now)).rejects.toMatchObject(PROOF_NEEDED);
    expect((await changeKey(fresh, id, patch, now)).id).toBe(id);
  });

  test("not what only restricts: narrowing, disabling, ending, revoking", async () => {
    const { id } = await makeKey(admin, ["read", "write"]);
    await changeKey(stale, id, { name: "Other", scopes: ["jobs:read"], allowed_ips: ["203.0.113.7"] }, now);
    await changeKey(stale, id, { enabled: false, expires_at: new Date("2090-01-01") }, now);
    expect((await revokeKey(stale, id, { reason: null, descendants: false }, now)).status).toBe("revoked");
  });
});

describe("proving by password", () => {
  async function signedIn() {
    const account = await makeAccount();
    const origin = { ...NOWHERE, address: someAddress() };
    const sid = await startSession(account.id, "password", origin, ago(3_600_000));
    const session = await findSession(sid, now);
    if (!session) throw new Error("the session does not live");
    return { ...account, sid, sessionId: session.id, actor: person(session.user, origin, session.proven_at) };
  }
  const actions = async (id: string) =>
    (await db().auditEntry.findMany({ where: { target_id: id }, orderBy: { id: "asc" } }))
      .map(({ action }) => action)
      .filter((action) => action.startsWith("user.pro"));

  test("counts from now, for this session alone", async () => {
    const { id, actor, sid, sessionId, password } = await signedIn();
    const other = await startSession(id, "password", NOWHERE, ago(3_600_000));
    await provePassword(actor, sessionId, { password }, now);
    expect((await findSession(sid, now))?.proven_at).toEqual(now);
    expect((await findSession(other, now))?.proven_at).toEqual(ago(3_600_000));
    expect(await actions(id)).toEqual(["user.proven"]);
  });

  test("not by a wrong one: it is noted, and guesses count as failed sign-ins do", async () => {
    const { id, actor, sid, sessionId, password } = await signedIn();
    const guess = () => provePassword(actor, sessionId, { password: "not-the-one-at-all" }, now);
    await expect(guess()).rejects.toMatchObject({
      code: "validation_error",
      faults: [{ field: "password" }],
    });
    expect((await findSession(sid, now))?.proven_at).toEqual(ago(3_600_000));
    expect(await actions(id)).toEqual(["user.proof_failed"]);
    for (let times = 1; times < 10; times++) await expect(guess()).rejects.toThrow();
    const refused = () => provePassword(actor, sessionId, { password }, now);
    for (let times = 0; times < 2; times++) await expect(refused()).rejects.toMatchObject({ status: 429 });
    const tooMany = { target_id: id, changes: { equals: { reason: "rate_limited" } } };
    expect(await db().auditEntry.count({ where: tooMany })).toBe(1);
  });

  test("not for somebody else's session", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    await provePassword(one.actor, other.sessionId, { password: one.password }, now);
    expect((await findSession(other.sid, now))?.proven_at).toEqual(ago(3_600_000));
  });
});
