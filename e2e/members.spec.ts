import { type Browser, expect, type Page } from "@playwright/test";
import { dayAfter } from "@/components/api-keys/expiry";
import { person as actorOf, NOWHERE } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { createAccount } from "@/lib/auth/accounts";
import { db } from "@/lib/db";
import { invite as inviteAs } from "@/lib/members/invite";
import { callApi, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { forgetProof, type Person, signIn } from "./people";
import { expectNoSidewaysScroll } from "./visitor";

const PASSWORD = "quiet-lantern-over-fjord";

/** Somebody in the same organization. */
async function colleague({ organizationId }: Person, name: string, role: Role): Promise<Person> {
  const email = `${crypto.randomUUID()}@example.test`;
  const { id } = await createAccount({ name, email, password: PASSWORD, organization: organizationId, role });
  return { id, organizationId, email, password: PASSWORD };
}

async function openMembers(page: Page, show = ""): Promise<void> {
  await page.goto(`/settings/members${show}`);
  await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
}

const memberRow = (page: Page, email: string) =>
  page
    .getByRole("table", { name: /members/i })
    .getByRole("row")
    .filter({ hasText: email });

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** Invites an address and returns the link, with the dialog open. */
async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.getByRole("button", { name: "Invite member" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("radio", { name: role }).check();
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Invitation ready" })).toBeVisible();
  return (await page.getByTestId("link").textContent()) ?? "";
}

async function openAsGuest(browser: Browser, link: string): Promise<Page> {
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  return guest;
}

async function fillRemoval(page: Page, heir: string): Promise<void> {
  const keys = page.getByRole("list", { name: "Keys" }).getByRole("listitem");
  const [handed, ended] = ["Handed", "Ended"].map((name) => keys.filter({ hasText: name }));
  await handed?.getByRole("radio", { name: "Hand it over" }).check();
  await handed?.getByLabel("New owner of Handed").selectOption({ label: heir });
  await ended?.getByRole("radio", { name: "Let it end later" }).check();
  await ended?.getByLabel("Last day of Ended").fill(dayAfter(new Date(), 5));
}

test("who is invited joins by the link, in another browser, and appears among the members", async ({
  page,
  browser,
}) => {
  test.slow();
  await openMembers(page);
  const email = `${crypto.randomUUID()}@example.test`;
  await forbidEscape(page, () => invite(page, email, "Recruiter"));
  const link = (await page.getByTestId("link").textContent()) ?? "";
  expect(link).toMatch(/^http.*\/invitation#[\w-]{43}$/);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(link)).toHaveCount(0);
  await page.getByRole("link", { name: "Invitations" }).click();
  const row = page.getByRole("table", { name: "Invitations" }).getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("Open");

  const sent: string[] = [];
  const guest = await (await browser.newContext()).newPage();
  guest.on("request", (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: /^Join E2E/ })).toBeVisible();
  // The secret is in no address and no header that leaves the browser, and not in the address bar any more.
  expect(sent.join()).not.toContain(link.split("#")[1]);
  expect(guest.url()).not.toContain("#");
  await expect(guest.getByLabel("E-mail")).toHaveValue(email);
  await expect(guest.getByLabel("E-mail")).not.toBeEditable();
  await guest.getByLabel("Name").fill("Ada Lovelace");
  await guest.getByLabel("Password").fill("password1234");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByLabel("Password")).toHaveAccessibleDescription(/^Password is too easy to guess\./);
  await expect(guest.getByLabel("Password")).toBeFocused();
  await guest.getByLabel("Password").fill(PASSWORD);
  await guest.getByRole("button", { name: "Join" }).click();
  await guest.waitForURL("**/settings/api-keys");
  // On the origin of the link, which need not be the one that the tests go to.
  expect((await guest.goto(new URL("/settings/members", guest.url()).href))?.status()).toBe(404);

  const late = await openAsGuest(browser, link);
  await expect(late.getByRole("alert").filter({ hasText: "not valid" })).toBeVisible();
  await openMembers(page, "?show=invitations");
  await expect(row).toContainText("Accepted");
  await openMembers(page, `?search=${email.slice(0, 8)}`);
  await expect(memberRow(page, email)).toContainText("Recruiter");
});

/** The link would be lost by a key pressed too often. */
async function forbidEscape(page: Page, open: () => Promise<unknown>): Promise<void> {
  await open();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("link")).toBeVisible();
}

test("what is withdrawn, or not whole, opens nothing, and a member's address is refused at its field", async ({
  page,
  person,
  browser,
}) => {
  test.slow();
  await openMembers(page);
  await page.getByRole("button", { name: "Invite member" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite a member" });
  await dialog.getByLabel("E-mail").fill(person.email);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByLabel("E-mail")).toHaveAccessibleDescription(/^E-mail belongs to a member\./);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  const email = `${crypto.randomUUID()}@example.test`;
  const link = await invite(page, email, "Viewer");
  await page.getByRole("button", { name: "Done" }).click();
  await openMembers(page, "?show=invitations");
  await page.getByRole("button", { name: `Withdraw the invitation of ${email}` }).click();
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Withdrawn");
  for (const [address, why] of [
    [link, "not valid"],
    [link.slice(0, -5), "not complete"],
    [link.replace(/#.*/, ""), "not complete"],
  ] as const) {
    const guest = await openAsGuest(browser, address);
    await expect(guest.getByRole("alert").filter({ hasText: why })).toBeVisible();
    await guest.context().close();
  }
});

test("a role is changed, after a proof where the last was long ago, and the last admin keeps theirs", async ({
  page,
  person,
}) => {
  const ada = await colleague(person, "Ada Lovelace", "recruiter");
  await forgetProof(person);
  await openMembers(page);
  await choose(page, "Ada Lovelace", "Change role");
  const dialog = page.getByRole("dialog", { name: "Change the role of Ada Lovelace" });
  await dialog.getByRole("radio", { name: "Viewer" }).check();
  await dialog.getByRole("button", { name: "Change role" }).click();
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await prompt.getByLabel("Password").fill(person.password);
  await prompt.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toBeHidden();
  await expect(memberRow(page, ada.email)).toContainText("Viewer");

  await choose(page, "Robin Example", "Change role");
  const own = page.getByRole("dialog", { name: "Change the role of Robin Example" });
  await own.getByRole("radio", { name: "Recruiter" }).check();
  await expect(own).toContainText("This is you.");
  await own.getByRole("button", { name: "Change role" }).click();
  await expect(own.getByRole("alert")).toContainText("last admin");
});

test("a removal stops, hands over and ends keys at once; who was removed can be restored", async ({
  page,
  person,
}) => {
  test.slow();
  const ada = await colleague(person, "Ada Lovelace", "recruiter");
  const grace = await colleague(person, "Grace Hopper", "viewer");
  const [stopped, handed, ended] = await Promise.all(
    ["Stopped", "Handed", "Ended"].map((name) => seedKey(ada, name, ["candidates:read", "candidates:write"])),
  );
  if (!stopped || !handed || !ended) throw new Error("no keys");
  expect((await callApi(stopped.key)).status).toBe(200);
  await expect
    .poll(async () => (await db().apiKey.findUniqueOrThrow({ where: { id: stopped.id } })).last_used_at)
    .not.toBeNull();
  await forgetProof(person);
  await openMembers(page);
  await choose(page, "Ada Lovelace", "Remove");
  await expect(page.getByRole("heading", { level: 1, name: "Remove Ada Lovelace" })).toBeVisible();
  const list = page.getByRole("list", { name: "Keys" });
  await expect(list.getByRole("listitem").first()).toContainText(/Stopped.*1 call in 7 days, 1 call in 30/);
  await list.getByRole("listitem").filter({ hasText: "Handed" }).getByLabel("Hand it over").check();
  const confirm = page.getByRole("button", { name: "Remove Ada Lovelace" });
  await confirm.click();
  await expect(page.getByLabel("New owner of Handed")).toBeFocused();
  await expect(page.getByLabel("New owner of Handed")).toHaveAccessibleDescription(
    "Choose who takes it over.",
  );
  await fillRemoval(page, `Grace Hopper (${grace.email}), viewer`);
  await expect(page.getByText("It keeps only what both may do: candidates:read")).toBeVisible();
  await expect(page.getByText("1 key stops, 2 keys work on for another owner")).toBeVisible();
  await confirm.click();
  await expect(page.getByRole("alert").filter({ hasText: "used within the last 7 days" })).toBeVisible();
  await page.getByRole("button", { name: "Yes, remove" }).click();
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await prompt.getByLabel("Password").fill(person.password);
  await prompt.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("**/settings/members");

  await expect.poll(async () => (await callApi(stopped.key)).status).toBe(401);
  expect((await callApi(handed.key)).status).toBe(200);
  const { data } = await (await callApi(ended.key)).json();
  expect(data).toMatchObject({ owner: { id: person.id }, expires_at: expect.any(String) });
  await expect(memberRow(page, ada.email)).toHaveCount(0);

  await page.getByRole("link", { name: "Former members" }).click();
  await expect(memberRow(page, ada.email)).toBeVisible();
  await choose(page, "Ada Lovelace", "Restore");
  await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("heading", { name: "Nobody has left" })).toBeVisible();
});

test("who was removed is out at once, and whoever leaves themselves goes to the sign-in page", async ({
  page,
  person,
  browser,
}) => {
  const ada = await colleague(person, "Ada Lovelace", "admin");
  const theirs = await browser.newContext();
  await signIn(theirs, ada);
  const other = await theirs.newPage();
  await other.goto(`/settings/members/${ada.id}/remove`);
  await other.getByRole("button", { name: "Leave the organization" }).click();
  await other.waitForURL("**/sign-in**");
  expect((await theirs.request.get("/settings/profile", { maxRedirects: 0 })).status()).toBe(307);

  await page.goto(`/settings/members/${person.id}/remove`);
  await expect(page.getByRole("heading", { name: "You are the only admin" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave the organization" })).toHaveCount(0);
  await page.goto(`/settings/members/${ada.id}/remove`);
  await expect(page.getByRole("heading", { name: "Nothing is left to decide on" })).toBeVisible();
  for (const id of [crypto.randomUUID(), "nobody"])
    expect((await page.goto(`/settings/members/${id}/remove`))?.status()).toBe(404);
});

test("what is chosen for one key can be chosen for all", async ({ page, person }) => {
  const [ada, grace] = [
    await colleague(person, "Ada Lovelace", "recruiter"),
    await colleague(person, "Grace Hopper", "viewer"),
  ];
  await seedKey(ada, "Reads", ["candidates:read"]);
  await seedKey(ada, "Writes", ["candidates:write"]);
  await seedKey(ada, "Does both", ["candidates:read", "candidates:write"]);
  await page.goto(`/settings/members/${ada.id}/remove`);
  const keys = page.getByRole("list", { name: "Keys" }).getByRole("listitem");
  await keys.filter({ hasText: "Reads" }).getByLabel("Hand it over").check();
  await page
    .getByLabel("New owner of Reads")
    .selectOption({ label: `Grace Hopper (${grace.email}), viewer` });
  await page.getByRole("button", { name: "Do the same with all 3 keys" }).click();
  await expect(page.getByLabel("New owner of Does both")).toHaveValue(grace.id);
  await expect(keys.filter({ hasText: "Writes" }).getByLabel("Stop it now")).toBeChecked();
  await expect(page.getByText("1 key stops, 2 keys work on for another owner")).toBeVisible();
});

test("by keyboard alone: invites, and removes", async ({ page, person }) => {
  await colleague(person, "Ada Lovelace", "viewer");
  await openMembers(page);
  await page.getByRole("button", { name: "Invite member" }).press("Enter");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(`${crypto.randomUUID()}@example.test`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Invite member" })).toBeFocused();

  await page.getByRole("button", { name: "Actions for Ada Lovelace" }).press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const confirm = page.getByRole("button", { name: "Remove Ada Lovelace" });
  await confirm.press("Enter");
  await page.waitForURL("**/settings/members");
  await expect(page.getByText("Ada Lovelace was removed")).toBeVisible();
});

test.describe("for who is no admin", () => {
  test.use({ role: "recruiter" });

  test("there is no such page", async ({ page, person }) => {
    for (const path of ["", `/${person.id}/remove`])
      expect((await page.goto(`/settings/members${path}`))?.status()).toBe(404);
    await page.goto("/settings/profile");
    await expect(page.getByRole("link", { name: "Members" })).toHaveCount(0);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the lists and their dialogs are accessible, on the narrowest screen too", async ({
      page,
      person,
    }) => {
      await colleague(person, "Ada Lovelace", "recruiter");
      await openMembers(page, "?show=former");
      await expectNoViolations(page);
      await openMembers(page);
      await expectNoViolations(page);
      await choose(page, "Ada Lovelace", "Change role");
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      await expectNoSidewaysScroll(page);
    });

    test("inviting is accessible, on the narrowest screen too", async ({ page }) => {
      await openMembers(page, "?show=invitations");
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Invite member" }).click();
      await page.getByRole("button", { name: "Invite", exact: true }).click();
      await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/^E-mail is required\./);
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      await invite(page, `${crypto.randomUUID()}@example.test`, "Viewer");
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Done" }).click();
      await expect(page.getByRole("table", { name: "Invitations" })).toBeVisible();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });

    test("an invitation is accessible, on the narrowest screen too", async ({ page, person }) => {
      const { id, organizationId: organization_id } = person;
      const admin = actorOf({ id, organization_id, role: "admin" }, NOWHERE, new Date());
      const input = { email: `${crypto.randomUUID()}@example.test`, role: "viewer" } as const;
      const { link } = await inviteAs(admin, input, new Date());
      await page.goto(`/invitation${new URL(link).hash}`);
      await page.getByRole("button", { name: "Join" }).click();
      await expect(page.getByLabel("Name")).toHaveAccessibleDescription("Name is required.");
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.goto("/invitation");
      await expect(page.getByRole("heading", { name: /cannot be accepted/ })).toBeVisible();
      await expectNoViolations(page);
    });

    test("a removal is accessible, on the narrowest screen too", async ({ page, person }) => {
      const ada = await colleague(person, "Ada Lovelace", "recruiter");
      const grace = await colleague(person, "Grace Hopper", "viewer");
      for (const name of ["Stopped", "Handed", "Ended"])
        await seedKey(ada, name, ["candidates:read", "candidates:write"]);
      await page.goto(`/settings/members/${ada.id}/remove`);
      await fillRemoval(page, `Grace Hopper (${grace.email}), viewer`);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });
  });
}
