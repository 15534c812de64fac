import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { NOWHERE, PROOF_MS, person } from "@/lib/access/actor";
import { createAccount, disableAccount, listAccounts } from "@/lib/auth/accounts";
import { changeRole } from "@/lib/auth/change-role";
import { setPlan } from "@/lib/auth/organizations";
import { db } from "@/lib/db";
import { makeAccount } from "@/lib/testing/account";

const mark = () => randomBytes(6).toString("hex");
const password = "maple-lantern-harbour";

const NOW = new Date();

async function asActor(id: string) {
  return person(await db().user.findUniqueOrThrow({ where: { id } }), NOWHERE, NOW);
}

function adminsOf(organization_id: string): Promise<number> {
  return db().user.count({ where: { organization_id, role: "admin", disabled_at: null } });
}

describe("accounts made by an operator", () => {
  test("the first of an organization is its admin, the next a viewer, unless said otherwise", async () => {
    const organization = `Works ${mark()}`;
    const make = (role?: "recruiter") =>
      createAccount({ email: `${mark()}@example.test`, password, organization, ...(role && { role }) });
    const roles = [await make(), await make(), await make("recruiter")].map((account) => account.role);
    expect(roles).toEqual(["admin", "viewer", "recruiter"]);
  });

  test("no organization begins without an admin", async () => {
    const organization = `Works ${mark()}`;
    const email = `${mark()}@example.test`;
    await expect(createAccount({ email, password, organization, role: "recruiter" })).rejects.toMatchObject({
      faults: [{ field: "role" }],
    });
    expect(await db().organization.count({ where: { name: organization } })).toBe(0);
  });

  test("eight commands that name the same new organization at once make it once, with one admin", async () => {
    const organization = `Works ${mark()}`;
    const made = await Promise.all(
      Array.from({ length: 8 }, () =>
        createAccount({ email: `${mark()}@example.test`, password, organization }),
      ),
    );
    expect(await db().organization.count({ where: { name: organization } })).toBe(1);
    expect(made.filter((account) => account.role === "admin")).toHaveLength(1);
  });

  test("an organization may be named by its id; where several share a name it must be", async () => {
    const name = `Works ${mark()}`;
    const [first] = await Promise.all([1, 2].map(() => db().organization.create({ data: { name } })));
    const input = { email: `${mark()}@example.test`, password };
    await expect(createAccount({ ...input, organization: name })).rejects.toMatchObject({
      code: "validation_error",
    });
    const account = await createAccount({ ...input, organization: first?.id ?? "" });
    expect(account.organization).toEqual({ id: first?.id, name });
  });

  test("an e-mail that is taken leaves nothing behind", async () => {
    const { email } = await makeAccount();
    const organization = `Works ${mark()}`;
    await expect(createAccount({ email, password, organization })).rejects.toMatchObject({
      faults: [{ field: "email" }],
    });
    expect(await db().organization.count({ where: { name: organization } })).toBe(0);
  });

  test("are listed with organization and plan, without the hash", async () => {
    const { email } = await makeAccount();
    const listed = (await listAccounts()).find((account) => account.email === email);
    expect(listed).toMatchObject({ role: "admin", organization: { plan: "free" } });
    expect(JSON.stringify(listed)).not.toContain("argon2");
  });

  test("a plan is changed by name, on record", async () => {
    const { organization } = await makeAccount();
    await setPlan(organization.name, "pro");
    expect(await db().organization.findUnique({ where: { id: organization.id } })).toMatchObject({
      plan: "pro",
    });
    const entry = await db().auditEntry.findFirstOrThrow({
      where: { organization_id: organization.id, action: "organization.plan_changed" },
    });
    expect(entry).toMatchObject({ actor_kind: "operator", changes: { plan: { from: "free", to: "pro" } } });
  });
});

describe("the last admin", () => {
  test("cannot be disabled", async () => {
    const { email } = await makeAccount();
    await expect(disableAccount(email)).rejects.toMatchObject({ code: "conflict", status: 409 });
  });

  test("cannot be demoted", async () => {
    const { id } = await makeAccount();
    await expect(changeRole(await asActor(id), id, "viewer", NOW)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("two admins who demote each other at once leave one", async () => {
    for (let round = 0; round < 5; round += 1) {
      const ada = await makeAccount();
      const bob = await makeAccount({ organization: ada.organization.id, role: "admin" });
      const [asAda, asBob] = [await asActor(ada.id), await asActor(bob.id)];
      const outcomes = await Promise.allSettled([
        changeRole(asAda, bob.id, "viewer", NOW),
        changeRole(asBob, ada.id, "viewer", NOW),
      ]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await adminsOf(ada.organization.id)).toBe(1);
    }
  });

  test("two admins disabled at once: one stays", async () => {
    const ada = await makeAccount();
    const bob = await makeAccount({ organization: ada.organization.id, role: "admin" });
    await Promise.allSettled([disableAccount(ada.email), disableAccount(bob.email)]);
    expect(await adminsOf(ada.organization.id)).toBe(1);
  });
});

describe("changing a role", () => {
  test("is for admins only", async () => {
    const ada = await makeAccount();
    const bob = await makeAccount({ organization: ada.organization.id });
    await expect(changeRole(await asActor(bob.id), bob.id, "admin", NOW)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("asks a person to prove who they are again", async () => {
    const ada = await makeAccount();
    const bob = await makeAccount({ organization: ada.organization.id });
    const later = new Date(NOW.getTime() + PROOF_MS + 1);
    const change = changeRole(await asActor(ada.id), bob.id, "recruiter", later);
    await expect(change).rejects.toMatchObject({ code: "proof_required" });
  });

  test("does not reach into another organization", async () => {
    const [ada, eve] = [await makeAccount(), await makeAccount()];
    await expect(changeRole(await asActor(eve.id), ada.id, "viewer", NOW)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("an actor who was an admin a moment ago has nothing to say", async () => {
    const ada = await makeAccount();
    const bob = await makeAccount({ organization: ada.organization.id, role: "admin" });
    const stale = await asActor(bob.id);
    await changeRole(await asActor(ada.id), bob.id, "viewer", NOW);
    await expect(changeRole(stale, bob.id, "admin", NOW)).rejects.toMatchObject({ code: "forbidden" });
  });
});
