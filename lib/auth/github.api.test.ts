import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disableAccount } from "@/lib/auth/accounts";
import { db } from "@/lib/db";
import { makeAccount } from "@/lib/testing/account";
import { Browser } from "@/lib/testing/browser";
import { playGithub } from "@/lib/testing/github";

let github: Awaited<ReturnType<typeof playGithub>>;
beforeAll(async () => {
  github = await playGithub(process.env.GITHUB_URL ?? "");
});
afterAll(() => github.close());

function somebody(more: { email?: string; verified?: boolean } = {}) {
  const id = randomInt(2 ** 40);
  return {
    id,
    login: `dev${id}`,
    name: `Dev ${id}`,
    email: `dev${id}@example.test`,
    verified: true,
    ...more,
  };
}

/** Presses the button, comes back from GitHub, and returns the answer to that. */
async function throughGithub(
  browser: Browser,
  who: ReturnType<typeof somebody>,
  more: Record<string, string> = {},
) {
  github.signedIn = who;
  const csrfToken = await browser.csrfToken();
  const away = await browser.post("/api/auth/signin/github", { csrfToken, ...more });
  const there = await fetch(away.headers.get("location") ?? "", { redirect: "manual" });
  return browser.get(there.headers.get("location") ?? "");
}

async function pathAfter(response: Response): Promise<string> {
  const { pathname, search } = new URL(response.headers.get("location") ?? "", process.env.BASE_URL);
  return pathname + search;
}

function accountOf(who: { email: string }) {
  return db().user.findUnique({
    where: { email: who.email },
    include: { organization: true, linked_accounts: true, sessions: true },
  });
}

async function signedIn() {
  const account = await makeAccount();
  const browser = new Browser();
  await browser.signIn(account.email, account.password);
  return { ...account, browser };
}

const link = (browser: Browser, who: ReturnType<typeof somebody>) =>
  throughGithub(browser, who, { intent: "link", callbackUrl: "/settings/profile" });

describe("signing in through GitHub", () => {
  test("an unknown identity with a verified new e-mail gets an account and an organization", async () => {
    const who = somebody();
    const browser = new Browser();
    const response = await throughGithub(browser, who, { callbackUrl: "/settings/profile" });
    expect(await pathAfter(response)).toBe("/settings/profile");
    expect(await (await browser.get("/settings/profile")).text()).toContain(who.name);
    expect(await accountOf(who)).toMatchObject({
      role: "admin",
      password_hash: null,
      organization: { name: who.name, plan: "free" },
      linked_accounts: [{ provider: "github", provider_account_id: String(who.id) }],
    });
  });

  test("the same identity comes back to the same account, even under another e-mail", async () => {
    const who = somebody();
    await throughGithub(new Browser(), who);
    const browser = new Browser();
    await throughGithub(browser, { ...who, email: `moved-${who.email}` });
    expect(await (await browser.get("/settings/profile")).text()).toContain(`>${who.email}<`);
    expect(await accountOf({ email: `moved-${who.email}` })).toBeNull();
  });

  test("nothing of GitHub's tokens is stored", async () => {
    const who = somebody();
    await throughGithub(new Browser(), who);
    const [linked] = (await accountOf(who))?.linked_accounts ?? [];
    expect(Object.keys(linked ?? {}).sort()).toEqual([
      "created_at",
      "id",
      "provider",
      "provider_account_id",
      "user_id",
    ]);
  });

  test("an equal e-mail is not linked: whoever has it signs in with the password first", async () => {
    const { email, id } = await makeAccount();
    const browser = new Browser();
    const response = await throughGithub(browser, somebody({ email }));
    const page = await (await browser.follow(response)).text();
    expect(page).toContain("An account with that e-mail exists already.");
    expect(await db().linkedAccount.count({ where: { user_id: id } })).toBe(0);
    expect((await browser.get("/settings/profile")).status).toBe(307);
  });

  test("an e-mail that GitHub has not verified makes no account", async () => {
    const who = somebody({ verified: false });
    const browser = new Browser();
    const page = await (await browser.follow(await throughGithub(browser, who))).text();
    expect(page).toContain("The provider has not verified an e-mail for you.");
    expect(await accountOf(who)).toBeNull();
  });

  test("a disabled account stays shut", async () => {
    const who = somebody();
    await throughGithub(new Browser(), who);
    const account = await accountOf(who);
    await makeAccount({ organization: account?.organization_id, role: "admin" });
    await disableAccount(who.email);
    const browser = new Browser();
    const page = await (await browser.follow(await throughGithub(browser, who))).text();
    expect(page).toContain("This account is disabled.");
    expect((await browser.get("/settings/profile")).status).toBe(307);
  });

  test("an account without a password cannot be opened with one", async () => {
    const who = somebody();
    await throughGithub(new Browser(), who);
    expect((await new Browser().signIn(who.email, "anything-at-all", { json: "true" })).status).toBe(401);
  });

  test("a state that is not ours is refused", async () => {
    github.signedIn = somebody();
    const browser = new Browser();
    const away = await browser.post("/api/auth/signin/github", { csrfToken: await browser.csrfToken() });
    const there = await fetch(away.headers.get("location") ?? "", { redirect: "manual" });
    const victim = new Browser();
    const page = await (await victim.follow(await victim.get(there.headers.get("location") ?? ""))).text();
    expect(page).toContain("Signing in did not work.");
    expect(await accountOf(github.signedIn)).toBeNull();
  });

  test("twelve arrivals of one new identity at once make one account", async () => {
    const who = somebody();
    const arrivals = Array.from({ length: 12 }, () => throughGithub(new Browser(), who).then(pathAfter));
    expect(new Set(await Promise.all(arrivals))).toEqual(new Set(["/"]));
    expect(await db().organization.count({ where: { name: who.name } })).toBe(1);
  });
});

/** Makes the last proof of everybody's sessions of an account one of long ago. */
async function forgetProof(email: string) {
  await db().session.updateMany({ where: { user: { email } }, data: { proven_at: new Date(0) } });
}

describe("proving once more who one is", () => {
  const prove = (browser: Browser, who: ReturnType<typeof somebody>, callbackUrl = "/settings/api-keys") =>
    throughGithub(browser, who, { intent: "prove", callbackUrl });

  /** Signed in through GitHub alone, long ago. */
  async function newcomer() {
    const who = somebody();
    const browser = new Browser();
    await throughGithub(browser, who);
    await forgetProof(who.email);
    return { who, browser };
  }

  async function outcome({ email }: { email: string }) {
    const account = await accountOf({ email });
    const noted = await db().auditEntry.findMany({
      where: { target_id: account?.id },
      orderBy: { id: "asc" },
    });
    return {
      proven: account?.sessions.map(({ proven_at }) => proven_at.getTime() > Date.now() - 60_000),
      noted: noted
        .filter(({ action }) => /prov(en|_)|proof/.test(action))
        .map(({ action, changes }) => [action, changes]),
    };
  }

  test("through the provider that one signs in through: this session counts as proven, on the page it began on", async () => {
    const { who, browser } = await newcomer();
    const back = await prove(browser, who, "/settings/api-keys?status=all");
    expect(await pathAfter(back)).toBe("/settings/api-keys?status=all&notice=proven");
    expect(await (await browser.follow(back)).text()).toContain("Confirmed.");
    expect(await outcome(who)).toEqual({ proven: [true], noted: [["user.proven", { proof: "github" }]] });
  });

  test.each([
    ["an account that nobody has here", () => Promise.resolve(somebody())],
    ["an account of somebody else here", async () => (await newcomer()).who],
  ])("not with %s", async (_, other) => {
    const { who, browser } = await newcomer();
    expect(await pathAfter(await prove(browser, await other()))).toBe("/settings/api-keys?notice=refused");
    expect(await outcome(who)).toEqual({
      proven: [false],
      noted: [["user.proof_failed", { proof: "github" }]],
    });
    expect(await (await browser.get("/settings/profile")).text()).toContain(`>${who.email}<`);
  });

  test("not by somebody who has a password, which is the stronger proof", async () => {
    const { browser, email } = await signedIn();
    const who = somebody();
    await link(browser, who);
    await forgetProof(email);
    expect(await pathAfter(await prove(browser, who))).toBe("/settings/api-keys?notice=refused");
    expect((await outcome({ email })).proven).toEqual([false]);
  });

  test("needs the session that asked for it", async () => {
    const { who, browser } = await newcomer();
    github.signedIn = who;
    const fields = { csrfToken: await browser.csrfToken(), intent: "prove" };
    const away = await browser.post("/api/auth/signin/github", fields);
    await browser.post("/api/auth/signout", { csrfToken: await browser.csrfToken() });
    const there = await fetch(away.headers.get("location") ?? "", { redirect: "manual" });
    const back = await browser.get(there.headers.get("location") ?? "");
    expect(await pathAfter(back)).toBe("/sign-in?error=ProofExpired");
    expect((await outcome(who)).proven).toEqual([false]);
  });

  test("never leads to another site", async () => {
    const { who, browser } = await newcomer();
    expect(await pathAfter(await prove(browser, who, "https://elsewhere.test/"))).toBe("/?notice=proven");
  });
});

describe("linking from the profile", () => {
  test("needs a fresh proof of who this is, when it is begun and when it ends", async () => {
    const { browser, email } = await signedIn();
    await forgetProof(email);
    const fields = { csrfToken: await browser.csrfToken(), intent: "link", callbackUrl: "/settings/profile" };
    const refused = "/settings/profile?notice=unproven";
    expect(await pathAfter(await browser.post("/api/auth/signin/github", fields))).toBe(refused);

    await db().session.updateMany({ where: { user: { email } }, data: { proven_at: new Date() } });
    github.signedIn = somebody();
    const away = await browser.post("/api/auth/signin/github", fields);
    await forgetProof(email);
    const there = await fetch(away.headers.get("location") ?? "", { redirect: "manual" });
    expect(await pathAfter(await browser.get(there.headers.get("location") ?? ""))).toBe(refused);
    expect((await accountOf({ email }))?.linked_accounts).toHaveLength(0);
  });

  test("adds the way in, without a new session, and it opens the same account", async () => {
    const { browser, name, email } = await signedIn();
    const who = somebody();
    expect(await pathAfter(await link(browser, who))).toBe("/settings/profile?notice=linked");
    expect((await accountOf({ email }))?.sessions).toHaveLength(1);
    const elsewhere = new Browser();
    await throughGithub(elsewhere, who);
    expect(await (await elsewhere.get("/settings/profile")).text()).toContain(name);
    // Who has a password gives it where a proof is asked for: a provider's word is none of theirs.
    const proofs = (await accountOf({ email }))?.sessions.map(({ proven_at }) => proven_at.getTime());
    expect(proofs?.filter((at) => at === 0)).toHaveLength(1);
    expect(await accountOf(who)).toBeNull();
  });

  test("an identity of somebody else stays theirs", async () => {
    const who = somebody();
    await link((await signedIn()).browser, who);
    const other = await signedIn();
    expect(await pathAfter(await link(other.browser, who))).toBe("/settings/profile?notice=taken");
    expect((await accountOf(other))?.linked_accounts).toHaveLength(0);
  });

  test("needs the session that asked for it", async () => {
    const { browser } = await signedIn();
    const who = somebody();
    github.signedIn = who;
    const fields = { csrfToken: await browser.csrfToken(), intent: "link" };
    const away = await browser.post("/api/auth/signin/github", fields);
    await browser.post("/api/auth/signout", { csrfToken: await browser.csrfToken() });
    const there = await fetch(away.headers.get("location") ?? "", { redirect: "manual" });
    const back = await browser.get(there.headers.get("location") ?? "");
    expect(await pathAfter(back)).toBe("/sign-in?error=LinkExpired");
    expect(await accountOf(who)).toBeNull();
  });

  test("signed out, nothing is begun", async () => {
    const browser = new Browser();
    const fields = { csrfToken: await browser.csrfToken(), intent: "link" };
    expect(await pathAfter(await browser.post("/api/auth/signin/github", fields))).toBe(
      "/sign-in?error=LinkExpired",
    );
  });

  test("an intent that was given up does not turn a later sign-in into a link", async () => {
    const { browser, email } = await signedIn();
    await browser.post("/api/auth/signin/github", { csrfToken: await browser.csrfToken(), intent: "link" });
    const who = somebody();
    await throughGithub(browser, who);
    expect((await accountOf({ email }))?.linked_accounts).toHaveLength(0);
    expect((await accountOf(who))?.linked_accounts).toHaveLength(1);
  });

  test("can be undone while a password is left", async () => {
    const { browser, email } = await signedIn();
    const who = somebody();
    await link(browser, who);
    await browser.submit("/settings/profile", "Unlink GitHub", {});
    expect((await accountOf({ email }))?.linked_accounts).toHaveLength(0);
  });

  test("the only way in stays", async () => {
    const who = somebody();
    const browser = new Browser();
    await throughGithub(browser, who);
    const html = await (await browser.submit("/settings/profile", "Unlink GitHub", {})).text();
    expect(html).toContain("This is the only way you can sign in");
    expect((await accountOf(who))?.linked_accounts).toHaveLength(1);
  });
});
