import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { disableAccount } from "@/lib/auth/accounts";
import { db } from "@/lib/db";
import { makeAccount } from "@/lib/testing/account";
import { Browser } from "@/lib/testing/browser";

const SESSION = "next-auth.session-token";
const PAGES = ["/settings/api-keys", "/settings/api-keys?status=all", "/settings/profile"];

async function signedIn(more: { organization?: string } = {}) {
  const account = await makeAccount(more);
  const browser = new Browser();
  await browser.signIn(account.email, account.password);
  return { ...account, browser };
}

/** The same cookies, kept by somebody else. */
function copyOf(browser: Browser): Browser {
  const copy = new Browser();
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  return copy;
}

async function isSignedIn(browser: Browser): Promise<boolean> {
  return (await browser.get("/settings/profile")).status === 200;
}

describe("a session ends at once", () => {
  test("by next-auth's sign-out: a stolen copy of the cookie is worth nothing", async () => {
    const { browser } = await signedIn();
    const thief = copyOf(browser);
    expect(await isSignedIn(thief)).toBe(true);
    await browser.post("/api/auth/signout", { csrfToken: await browser.csrfToken() });
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(await isSignedIn(thief)).toBe(false);
  });

  test("by the profile's button, on every device", async () => {
    const { browser, email, password } = await signedIn();
    const phone = new Browser();
    await phone.signIn(email, password);
    const thief = copyOf(browser);
    const left = await browser.submit("/settings/profile", "Sign out everywhere", {});
    expect(left.headers.get("location")).toBe("/sign-in");
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect([await isSignedIn(thief), await isSignedIn(phone)]).toEqual([false, false]);
  });

  test("when the account is disabled", async () => {
    const admin = await signedIn();
    const { browser, email } = await signedIn({ organization: admin.organization.id });
    await disableAccount(email);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await (await browser.get("/api/auth/session")).json()).toEqual({});
  });

  test("when its thirty days are over, whatever the cookie says", async () => {
    const { browser, id } = await signedIn();
    await db().session.updateMany({ where: { user_id: id }, data: { expires_at: new Date() } });
    expect(await isSignedIn(browser)).toBe(false);
  });

  test("a cookie that was tampered with is none", async () => {
    const { browser } = await signedIn();
    const cookie = browser.cookies.get(SESSION) ?? "";
    browser.cookies.set(SESSION, `${cookie.slice(0, -8)}AAAAAAAA`);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test("only the hash of its id is stored", async () => {
    const { id } = await signedIn();
    const rows = await db().session.findMany({ where: { user_id: id } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.token_hash).toHaveLength(32);
  });
});

describe("whose session ended elsewhere", () => {
  const ENDED = "Your session has ended. Sign in again to go on.";

  test("is told so on the way to signing in, and led back afterwards", async () => {
    const { browser, id, email, password } = await signedIn();
    await db().session.updateMany({ where: { user_id: id }, data: { ended_at: new Date() } });
    const page = await browser.get("/settings/profile");
    expect(page.headers.get("location")).toBe("/sign-in?callbackUrl=%2Fsettings%2Fprofile");
    expect(await (await browser.follow(page)).text()).toContain(ENDED);
    await browser.signIn(email, password);
    await browser.post("/api/auth/signout", { csrfToken: await browser.csrfToken() });
    expect(await (await browser.get("/sign-in")).text()).not.toContain(ENDED);
  });

  test("nobody else is: without a cookie, or with one that is none of ours", async () => {
    const browser = new Browser();
    expect(await (await browser.get("/sign-in")).text()).not.toContain(ENDED);
    browser.cookies.set(SESSION, "made-up");
    expect(await (await browser.get("/sign-in")).text()).not.toContain(ENDED);
  });
});

describe("signed out", () => {
  test.each(PAGES)("%s leads to the sign-in page and back", async (path) => {
    const response = await new Browser().get(path);
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  });

  test("the start page leads to the sign-in page", async () => {
    const page = await new Browser().follow(await new Browser().get("/"));
    expect(await page.text()).toContain("Sign in to Prepzo");
  });

  test.each(PAGES)("the payload of %s holds nobody's data", async (path) => {
    const { browser, email, name } = await signedIn();
    const payloadFor = async (who: Browser, headers: Record<string, string>) =>
      (await who.follow(await who.get(path, headers), headers)).text();
    expect(await payloadFor(browser, { rsc: "1" })).toContain(email);
    const kinds: Record<string, string>[] = [{ rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }];
    for (const headers of kinds) {
      const payload = await payloadFor(new Browser(), headers);
      expect(payload).not.toContain(email);
      expect(payload).not.toContain(name);
      expect(payload).not.toContain("Generate New Key");
    }
  });

  test("each server action answers that nobody is signed in, or leads to the sign-in page", async () => {
    const actions = protectedActions();
    expect(actions.length).toBeGreaterThanOrEqual(8);
    for (const { id, name } of actions) {
      const response = await new Browser().send("/settings/profile", {
        method: "POST",
        headers: {
          "next-action": id,
          "content-type": "text/plain;charset=UTF-8",
          origin: new URL(process.env.BASE_URL ?? "").origin,
        },
        body: JSON.stringify([{}, {}]),
      });
      const text = await response.text();
      const refused =
        text.includes('"code":"unauthorized"') || response.headers.get("x-action-redirect") !== null;
      expect([name, refused]).toEqual([name, true]);
    }
  });
});

/** Every server action of the build but those that are for people without a session. */
function protectedActions(): { id: string; name: string }[] {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.entries(manifest.node as Record<string, { exportedName: string }>)
    .map(([id, { exportedName }]) => ({ id, name: exportedName }))
    .filter(({ name }) => !["signUp", "showInvitation", "acceptInvitation"].includes(name));
}
