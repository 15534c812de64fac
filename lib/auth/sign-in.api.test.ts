import { decode } from "next-auth/jwt";
import { describe, expect, test } from "vitest";
import { disableAccount } from "@/lib/auth/accounts";
import { makeAccount } from "@/lib/testing/account";
import { Browser, freshAddress } from "@/lib/testing/browser";

const SESSION = "next-auth.session-token";
const origin = () => new URL(process.env.BASE_URL ?? "").origin;

async function messageOf(response: Response): Promise<string> {
  return ((await response.json()) as { message: string }).message;
}

describe("next-auth's usual flow", () => {
  test("signs in with CSRF token, e-mail and password, and opens the dashboard", async () => {
    const { email, password, name } = await makeAccount();
    const browser = new Browser();
    const response = await browser.signIn(email, password);
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe(`${origin()}/`);
    expect(await (await browser.get("/settings/profile")).text()).toContain(name);
  });

  test("the e-mail may be typed in any case, with spaces around it", async () => {
    const { email, password } = await makeAccount();
    const response = await new Browser().signIn(` ${email.toUpperCase()} `, password, { json: "true" });
    expect(response.status).toBe(200);
  });

  test("the token holds a session id and nothing else of anybody", async () => {
    const { email, password } = await makeAccount();
    const browser = new Browser();
    await browser.signIn(email, password);
    const token = await decode({
      token: browser.cookies.get(SESSION) ?? "",
      secret: process.env.NEXTAUTH_SECRET ?? "",
    });
    expect(Object.keys(token ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid"]);
    expect(token?.sid).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test("the session cookie is out of reach for scripts and other sites", async () => {
    const { email, password } = await makeAccount();
    const response = await new Browser().signIn(email, password);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith(SESSION));
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
  });

  test("over https the cookies are bound to it", async () => {
    const response = await new Browser().get("/sign-in", { "x-forwarded-proto": "https" });
    expect(response.headers.getSetCookie().join()).toMatch(/__Host-next-auth\.csrf-token=.*; Secure/i);
  });

  test.each(["true", "false"])("without the CSRF token nobody is signed in (json=%s)", async (json) => {
    const { email, password } = await makeAccount();
    const browser = new Browser();
    const fields = { csrfToken: "0".repeat(64), email, password, json };
    await browser.post("/api/auth/callback/credentials", fields);
    expect(browser.cookies.has(SESSION)).toBe(false);
  });

  test("a form that was open for too long leads back with a sentence", async () => {
    const browser = new Browser();
    const response = await browser.post("/api/auth/callback/credentials", { email: "a", password: "b" });
    const page = await browser.follow(response);
    expect(await page.text()).toContain("The form was open for too long");
  });

  test("the session route tells name and e-mail while the session lives", async () => {
    const { email, password, name } = await makeAccount();
    const browser = new Browser();
    expect(await (await browser.get("/api/auth/session")).json()).toEqual({});
    await browser.signIn(email, password);
    expect(await (await browser.get("/api/auth/session")).json()).toMatchObject({ user: { name, email } });
  });

  test("a form that is too large is not read", async () => {
    const response = await new Browser().post("/api/auth/callback/credentials", {
      email: "x".repeat(20_000),
    });
    expect(response.status).toBe(413);
  });

  test("whoever opens the form's address by hand is led to the form", async () => {
    const response = await new Browser().get("/api/auth/callback/credentials");
    expect(response.headers.get("location")).toBe("/sign-in");
  });

  test("nobody writes into the log through next-auth", async () => {
    expect((await new Browser().post("/api/auth/_log", { level: "error", code: "x" })).status).toBe(404);
  });
});

describe("wrong credentials", () => {
  test("wrong password, unknown, disabled: the same answer", async () => {
    const known = await makeAccount();
    const disabled = await makeAccount({ organization: known.organization.id });
    await disableAccount(disabled.email);
    const seen = await Promise.all(
      [
        [known.email, "wrong-password-here"],
        ["nobody-at-all@example.test", "wrong-password-here"],
        [disabled.email, disabled.password],
        ["not an e-mail", "x"],
      ].map(async ([email = "", password = ""]) => {
        const response = await new Browser().signIn(email, password, { json: "true" });
        return [response.status, await response.text()];
      }),
    );
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]?.[0]).toBe(401);
  });

  test("without scripts: back on the sign-in page with a sentence, the wanted page kept", async () => {
    const { email } = await makeAccount();
    const browser = new Browser();
    const wanted = "/settings/api-keys?status=all";
    const page = await browser.follow(
      await browser.signIn(email, "wrong-password-here", { callbackUrl: wanted }),
    );
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain("E-mail or password is wrong.");
    expect(html).toContain(`value="${wanted}"`);
  });

  test.each([
    { email: "a@example.test" },
    { password: "x" },
    { email: "a@example.test\u0000", password: "x" },
    { email: "a".repeat(300), password: "x" },
    { email: "a@example.test", password: "x".repeat(2_000) },
  ])("odd input is a wrong password, not a fault (case %#)", async (fields) => {
    const browser = new Browser();
    const csrfToken = await browser.csrfToken();
    const all = { csrfToken, json: "true", ...fields } as Record<string, string>;
    expect((await browser.post("/api/auth/callback/credentials", all)).status).toBe(401);
  });
});

describe("after signing in", () => {
  test.each([
    ["/settings/profile?a=1#b", "/settings/profile?a=1#b"],
    [undefined, "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["\\/evil.example", "/"],
    ["/.//evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["https://evil.example/", "/"],
    ["https:evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["data:text/html,x", "/"],
    ["http://user@127.0.0.1:1/", "/"],
  ])("%j leads to %j", async (callbackUrl, expected) => {
    const { email, password } = await makeAccount();
    const response = await new Browser().signIn(email, password, callbackUrl ? { callbackUrl } : {});
    expect(response.headers.get("location")).toBe(origin() + expected);
  });

  test("the host is the one in the address bar", async () => {
    const { email, password } = await makeAccount();
    const browser = new Browser();
    const csrfToken = await browser.csrfToken();
    const response = await browser.post(
      "/api/auth/callback/credentials",
      { csrfToken, email, password, callbackUrl: "/settings/profile" },
      { "x-forwarded-host": "prepzo.lan:3000" },
    );
    expect(response.headers.get("location")).toBe("http://prepzo.lan:3000/settings/profile");
  });

  test("whoever is signed in and opens the sign-in page is led on", async () => {
    const { email, password } = await makeAccount();
    const browser = new Browser();
    await browser.signIn(email, password);
    const response = await browser.get("/sign-in?callbackUrl=%2Fsettings%2Fprofile");
    expect(response.headers.get("location")).toBe("/settings/profile");
    expect((await browser.get("/sign-in?callbackUrl=%2F%2Fevil.example")).headers.get("location")).toBe("/");
  });
});

describe("guessing", () => {
  async function fail(browser: Browser, email: string, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      expect((await browser.signIn(email, "wrong-password-here", { json: "true" })).status).toBe(401);
    }
  }

  test("the eleventh try from an address is 429 with Retry-After, even with the right password", async () => {
    const { email, password } = await makeAccount();
    const browser = new Browser();
    await fail(browser, email, 5);
    await fail(browser, `other-${email}`, 5);
    const refused = await browser.signIn(email, password, { json: "true" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(900);
    expect(await messageOf(refused)).toBe("Too many attempts. Try again in 15 minutes.");
    expect(browser.cookies.has(SESSION)).toBe(false);
  });

  test("a form without scripts gets a page that says so", async () => {
    const browser = new Browser();
    await fail(browser, `${freshAddress()}@example.test`, 5);
    await fail(browser, `${freshAddress()}@example.test`, 5);
    const refused = await browser.signIn("a@example.test", "wrong-password-here");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("content-type")).toContain("text/html");
    expect(await refused.text()).toContain("Too many attempts");
  });

  test("twenty guesses at once: ten are compared, ten refused", async () => {
    const { email } = await makeAccount();
    const browser = new Browser();
    await browser.csrfToken();
    const guesses = Array.from({ length: 20 }, () =>
      browser.signIn(email, "wrong-password-here", { json: "true" }),
    );
    const statuses = (await Promise.all(guesses)).map((response) => response.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  test("nobody can lock an account's owner out from elsewhere", async () => {
    const { email, password } = await makeAccount();
    await fail(new Browser(), email, 7);
    const owner = await new Browser().signIn(email, password, { json: "true" });
    expect(owner.status).toBe(200);
  });

  test("an address that signs in again and again is never refused", async () => {
    const { email, password } = await makeAccount();
    const address = freshAddress();
    for (let time = 0; time < 12; time += 1) {
      expect((await new Browser(address).signIn(email, password, { json: "true" })).status).toBe(200);
    }
  });

  test("who cannot show a CSRF token spends nobody's tries", async () => {
    const { email, password } = await makeAccount();
    const browser = new Browser();
    for (let time = 0; time < 12; time += 1) {
      await browser.post("/api/auth/callback/credentials", { csrfToken: "x", email, password: "wrong" });
    }
    expect((await browser.signIn(email, password, { json: "true" })).status).toBe(200);
  });
});
