import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeAccount } from "@/lib/testing/account";
import { Browser } from "@/lib/testing/browser";

const NEW = "quiet-lantern-over-fjord";

async function signedIn() {
  const account = await makeAccount();
  const browser = new Browser();
  await browser.signIn(account.email, account.password);
  return { ...account, browser };
}

function changePassword(browser: Browser, current: string, password: string): Promise<Response> {
  return browser.submit("/settings/profile", "Change password", { current, password });
}

describe("changing the password", () => {
  test("the new one opens, the old one no more; this session stays, others end", async () => {
    const { browser, email, password, id } = await signedIn();
    const phone = new Browser();
    await phone.signIn(email, password);
    const before = await db().session.findMany({ where: { user_id: id }, orderBy: { id: "asc" } });

    const answer = await (await changePassword(browser, password, NEW)).text();
    expect(answer).toContain("Your password is changed.");
    expect((await browser.get("/settings/profile")).status).toBe(200);
    expect((await phone.get("/settings/profile")).status).toBe(307);
    expect((await new Browser().signIn(email, password, { json: "true" })).status).toBe(401);
    expect((await new Browser().signIn(email, NEW, { json: "true" })).status).toBe(200);

    const kept = await db().session.findUniqueOrThrow({ where: { id: before[0]?.id ?? "" } });
    expect(kept.proven_at.getTime()).toBeGreaterThan(before[0]?.proven_at.getTime() ?? 0);
  });

  test("needs the present one", async () => {
    const { browser, email, password, id } = await signedIn();
    const html = await (await changePassword(browser, "not-the-present-one", NEW)).text();
    expect(html).toContain("Current password is wrong.");
    expect(html).not.toContain(NEW);
    expect(await db().auditEntry.count({ where: { target_id: id, action: "user.proof_failed" } })).toBe(1);
    expect((await new Browser().signIn(email, password, { json: "true" })).status).toBe(200);
  });

  test("refuses a common or short new one", async () => {
    const { browser, password } = await signedIn();
    expect(await (await changePassword(browser, password, "password1234")).text()).toContain(
      "New password is too easy to guess.",
    );
    expect(await (await changePassword(browser, password, "short")).text()).toContain(
      "New password must be at least 12 characters.",
    );
  });

  test("guesses count as failed sign-ins do", async () => {
    const { browser, password } = await signedIn();
    for (let time = 0; time < 10; time += 1) await changePassword(browser, `wrong-${time}`, NEW);
    expect(await (await changePassword(browser, password, NEW)).text()).toContain("Too many attempts.");
  });

  test("is on record, without the passwords", async () => {
    const { browser, password, id } = await signedIn();
    await changePassword(browser, password, NEW);
    const entry = await db().auditEntry.findFirstOrThrow({
      where: { target_id: id, action: "user.password_changed" },
      omit: { seq: true },
    });
    expect(entry).toMatchObject({ actor_kind: "person", actor_id: id, address: browser.address });
    expect(JSON.stringify(entry)).not.toContain(NEW);
  });
});
