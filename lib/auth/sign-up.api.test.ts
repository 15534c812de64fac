import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeAccount } from "@/lib/testing/account";
import { Browser } from "@/lib/testing/browser";

function someone() {
  const mark = randomBytes(6).toString("hex");
  return {
    name: `Ada ${mark}`,
    email: `${mark}@example.test`,
    password: `maple-${mark}-harbour`,
    organization: `Works ${mark}`,
  };
}

function signUp(browser: Browser, fields: Record<string, string>): Promise<Response> {
  return browser.submit("/sign-up", "Create account", fields);
}

function accountWith(email: string) {
  return db().user.findUnique({ where: { email }, select: { id: true, role: true, organization: true } });
}

describe("sign-up, without scripts", () => {
  test("makes a new organization on the free plan with its admin, and signs in", async () => {
    const ada = someone();
    const browser = new Browser();
    const response = await signUp(browser, ada);
    expect(response.headers.get("location")).toBe("/");
    expect(await (await browser.get("/settings/profile")).text()).toContain(ada.organization);
    expect(await accountWith(ada.email)).toMatchObject({
      role: "admin",
      organization: { name: ada.organization, plan: "free" },
    });
  });

  test("an organization of the same name is another organization", async () => {
    const [ada, bob] = [someone(), someone()];
    await signUp(new Browser(), ada);
    await signUp(new Browser(), { ...bob, organization: ada.organization });
    const [first, second] = [await accountWith(ada.email), await accountWith(bob.email)];
    expect(first?.organization.id).not.toBe(second?.organization.id);
  });

  test("leaves an audit trail: the organization, the account, the session", async () => {
    const ada = someone();
    await signUp(new Browser(), ada);
    const account = await accountWith(ada.email);
    const entries = await db().auditEntry.findMany({
      where: { organization_id: account?.organization.id ?? "" },
      omit: { seq: true },
      orderBy: { id: "asc" },
    });
    expect(entries.map((entry) => entry.action)).toEqual([
      "organization.created",
      "user.signed_up",
      "user.signed_in",
    ]);
    expect(JSON.stringify(entries)).not.toContain(ada.password);
  });

  test("says what is wrong at the field, keeps what was typed, and never shows the password", async () => {
    const ada = { ...someone(), password: "tooshort", email: "no-e-mail" };
    const html = await (await signUp(new Browser(), ada)).text();
    expect(html).toContain("Password must be at least 12 characters.");
    expect(html).toContain("E-mail must be an e-mail address.");
    expect(html).toContain(`value="${ada.name}"`);
    expect(html).toContain(`value="${ada.organization}"`);
    expect(html).not.toContain(ada.password);
  });

  test("the page drawn with errors still carries the token for its forms to next-auth", async () => {
    const html = await (await signUp(new Browser(), { ...someone(), password: "short" })).text();
    expect(html).toMatch(/name="csrfToken" value="[0-9a-f]{64}"/);
  });

  test.each(["password1234", "qwertyuiop12", "123456789012", "aaaaaaaaaaaaaa"])(
    "refuses the common password %s",
    async (password) => {
      const ada = { ...someone(), password };
      expect(await (await signUp(new Browser(), ada)).text()).toContain("Password is too easy to guess.");
      expect(await accountWith(ada.email)).toBeNull();
    },
  );

  test("says that an e-mail is taken, however it is written", async () => {
    const { email } = await makeAccount();
    const html = await (
      await signUp(new Browser(), { ...someone(), email: ` ${email.toUpperCase()}` })
    ).text();
    expect(html).toContain("E-mail already has an account.");
  });

  test("twelve sign-ups with one e-mail at once make one account", async () => {
    const ada = someone();
    const tries = Array.from({ length: 12 }, () => signUp(new Browser(), ada));
    const locations = (await Promise.all(tries)).map((response) => response.headers.get("location"));
    expect(locations.filter((location) => location === "/")).toHaveLength(1);
    expect(await db().organization.count({ where: { name: ada.organization } })).toBe(1);
  });

  test("an address has ten tries an hour", async () => {
    const { email } = await makeAccount();
    const browser = new Browser();
    for (let time = 0; time < 10; time += 1) await signUp(browser, { ...someone(), email });
    const ada = someone();
    expect(await (await signUp(browser, ada)).text()).toContain(
      "Too many attempts. Try again in 60 minutes.",
    );
    expect(await accountWith(ada.email)).toBeNull();
  });

  test("leads to the wanted page, and only to our own", async () => {
    const go = async (callbackUrl: string) =>
      (await signUp(new Browser(), { ...someone(), callbackUrl })).headers.get("location");
    expect(await go("/settings/profile")).toBe("/settings/profile");
    expect(await go("//evil.example")).toBe("/");
    expect(await go("https://evil.example")).toBe("/");
  });

  test("another site's form is refused", async () => {
    const ada = someone();
    const browser = new Browser();
    const html = await (await browser.get("/sign-up")).text();
    const id = /name="(\$ACTION_REF_[^"]*|\$ACTION_ID_[^"]*)"/.exec(html)?.[1] ?? "";
    const body = new FormData();
    body.set(id, "");
    for (const [name, value] of Object.entries(ada)) body.set(name, value);
    await browser.send("/sign-up", { method: "POST", body, headers: { origin: "https://evil.example" } });
    expect(await accountWith(ada.email)).toBeNull();
  });
});
