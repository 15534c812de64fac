import { expect, type Locator, type Page } from "@playwright/test";
import { operator } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { listKeys } from "@/lib/api-keys/list";
import { ChangeKey } from "@/lib/api-keys/schema";
import { getKey } from "@/lib/api-keys/service";
import { callApi, openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { forgetProof, type Person } from "./people";
import { expectNoSidewaysScroll } from "./visitor";

async function choose(page: Page, name: string, item: string) {
  await rowOf(page, name)
    .getByRole("button", { name: `Actions for ${name}` })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function openEdit(page: Page, name: string) {
  await choose(page, name, "Edit");
  return page.getByRole("dialog", { name: "Edit key" });
}

/** Presses Tab until that has the focus; what is not on the way is never found. */
async function tabTo(page: Page, target: Locator) {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await hasFocus()); presses++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

function stored(person: Person, id: string) {
  return getKey(operator(person.organizationId), id, new Date());
}

test("name, description and scopes change, and the next call knows it", async ({ page, person }) => {
  const { id, key } = await seedKey(person, "Sync", ["candidates:read", "jobs:read"]);
  await openKeys(page);
  const dialog = await openEdit(page, "Sync");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Sync, both ways");
  await dialog.getByRole("textbox", { name: "Description" }).fill("Runs at night");
  await dialog.getByRole("checkbox", { name: "candidates:read", exact: true }).uncheck();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, "Sync, both ways")).toContainText("Runs at night");
  expect([(await callApi(key, "/candidates")).status, (await callApi(key, "/jobs")).status]).toEqual([
    403, 200,
  ]);
  expect((await stored(person, id)).scopes).toEqual(["jobs:read"]);
});

test("the dialog stays until the list shows the change, so that nobody edits what was", async ({
  page,
  person,
}) => {
  const { id } = await seedKey(person, "Slow list");
  await openKeys(page);
  const dialog = await openEdit(page, "Slow list");
  const list = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname === "/settings/api-keys",
    async (route, request) => {
      if (request.headers().rsc && request.method() === "GET") await list.promise;
      await route.continue();
    },
  );
  await dialog.getByRole("textbox", { name: "Name" }).fill("Renamed");
  const asked = page.waitForRequest((request) => request.method() === "GET" && "rsc" in request.headers());
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await asked;
  expect(await stored(person, id)).toMatchObject({ name: "Renamed" });
  await expect(dialog.getByRole("status").filter({ hasText: "Saving" })).toBeAttached();
  list.resolve();
  await expect(dialog).toBeHidden();
  expect(await rowOf(page, "Renamed").isVisible()).toBe(true);
});

test("narrowing asks nothing; widening asks for the password, and what was not touched stays", async ({
  page,
  person,
}) => {
  const { id } = await seedKey(person, "Late");
  await forgetProof(person);
  await openKeys(page);
  const dialog = await openEdit(page, "Late");
  await dialog.getByText("Restrictions").click();
  await dialog.getByLabel("Requests a minute").fill("20");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeHidden();

  await openEdit(page, "Late");
  await expect(dialog.getByLabel("Requests a minute")).toHaveValue("20");
  // Meanwhile somebody else gives it another name, which this form does not send.
  await changeKey(operator(person.organizationId), id, { name: "Renamed meanwhile" }, new Date());
  await dialog.getByLabel("Requests a minute").fill("");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await prompt.getByLabel("Password").fill(person.password);
  await prompt.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toBeHidden();
  expect(await stored(person, id)).toMatchObject({ name: "Renamed meanwhile", rate_limit: null });
});

test("addresses: one's own with one press, wrong ones said at the field, and only these may call", async ({
  page,
  person,
}) => {
  const { id, key } = await seedKey(person, "Office");
  await openKeys(page);
  const dialog = await openEdit(page, "Office");
  await dialog.getByText("Restrictions").click();
  const field = dialog.getByLabel("Allowed addresses");
  await field.fill("203.0.113.0/24\n203.0.113.999");
  await dialog.getByText("Restrictions").click();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(field).toHaveAccessibleDescription(/“203.0.113.999” must be an IP address or a CIDR block/);
  await expect(field).toBeFocused();

  await field.fill("203.0.113.0/24\n2001:DB8::/32");
  await dialog.getByRole("button", { name: "Add my address, 127.0.0.1" }).click();
  await expect(field).toHaveValue("203.0.113.0/24\n2001:DB8::/32\n127.0.0.1");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeHidden();
  expect((await stored(person, id)).allowed_ips).toEqual(["203.0.113.0/24", "2001:db8::/32", "127.0.0.1"]);
  expect((await callApi(key)).status).toBe(200);

  await openEdit(page, "Office");
  await field.fill("203.0.113.0/24");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeHidden();
  expect((await callApi(key)).status).toBe(403);
});

test("a list that would lock out an address of this week is warned about", async ({ page, person }) => {
  const { key } = await seedKey(person, "Used");
  await callApi(key);
  await openKeys(page);
  const dialog = page.getByRole("dialog", { name: "Edit key" });
  await expect(async () => {
    await page.reload();
    await openEdit(page, "Used");
    await dialog.getByText("Restrictions").click();
    await dialog.getByLabel("Allowed addresses").fill("203.0.113.7");
    await expect(dialog.getByText("This locks out 127.0.0.1, from where")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByLabel("Allowed addresses").fill("127.0.0.0/8");
  await expect(dialog.getByText("This locks out")).toBeHidden();
});

test("a key is disabled after its last use was named, and enabled again with a fresh proof", async ({
  page,
  person,
}) => {
  const { key } = await seedKey(person, "Switch");
  await forgetProof(person);
  await openKeys(page);
  await choose(page, "Switch", "Disable");
  const dialog = page.getByRole("alertdialog", { name: "Disable Switch?" });
  await expect(dialog).toContainText("It was never used.");
  await dialog.getByRole("button", { name: "Disable key" }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, "Switch")).toContainText("Disabled");
  expect((await callApi(key)).status).toBe(401);

  await choose(page, "Switch", "Enable");
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await expect(prompt.getByLabel("Password")).toBeFocused();
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "Switch")).toContainText("Active");
  expect((await callApi(key)).status).toBe(200);
});

test("a key is edited by keyboard alone", async ({ page, person }) => {
  const { id } = await seedKey(person, "Handy", ["jobs:read"]);
  await openKeys(page);
  const actions = rowOf(page, "Handy").getByRole("button", { name: "Actions for Handy" });
  await actions.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Edit" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Edit key" });
  await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
  await tabTo(page, dialog.getByRole("checkbox", { name: "jobs:write" }));
  await page.keyboard.press("Space");
  await tabTo(page, dialog.getByText("Restrictions"));
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByRole("button", { name: "Add my address, 127.0.0.1" }));
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByRole("radio", { name: "Revoke it at once" }));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, dialog.getByRole("button", { name: "Save changes" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(actions).toBeFocused();
  expect(await stored(person, id)).toMatchObject({
    scopes: ["jobs:read", "jobs:write"],
    allowed_ips: ["127.0.0.1"],
    on_leak: "revoke_after_24h",
  });
});

test("what the state forbids is said plainly", async ({ page, person }) => {
  const { id } = await seedKey(person, "Gone meanwhile");
  await openKeys(page);
  const dialog = await openEdit(page, "Gone meanwhile");
  const ended = ChangeKey.parse({ expires_at: new Date(0).toISOString() });
  await changeKey(operator(person.organizationId), id, ended, new Date());
  await dialog.getByRole("textbox", { name: "Name" }).fill("Other");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The API key is expired");
});

test("a new key is restricted from the start", async ({ page, person }) => {
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await form.getByText("Restrictions").click();
  await form.getByLabel("Allowed addresses").fill("203.0.113.7/24");
  await form.getByLabel("Requests a minute").fill("0");
  await form.getByRole("radio", { name: "Only tell us" }).check();
  await form.getByRole("textbox", { name: "Name" }).fill("Narrow");
  await form.getByRole("button", { name: "Reporting" }).click();
  await form.getByRole("button", { name: "Generate key" }).click();
  await expect(form.getByLabel("Requests a minute")).toHaveAccessibleDescription(/from 1 to 10,000/);
  await form.getByLabel("Requests a minute").fill("30");
  await form.getByRole("button", { name: "Generate key" }).click();
  await expect(page.getByRole("dialog", { name: "API key created" })).toBeVisible();
  const { rows } = await listKeys(operator(person.organizationId), { limit: 1 }, new Date());
  expect(rows[0]).toMatchObject({ allowed_ips: ["203.0.113.0/24"], rate_limit: 30, on_leak: "alert" });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("editing and disabling are accessible, on the narrowest screen too", async ({ page, person }) => {
      await seedKey(person, "Audited");
      await openKeys(page);
      const dialog = await openEdit(page, "Audited");
      await dialog.getByText("Restrictions").click();
      await dialog.getByText(/endpoints answer/).click();
      await dialog.getByLabel("Allowed addresses").fill("nowhere");
      await dialog.getByRole("button", { name: "Save changes" }).click();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await expectNoViolations(page);
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await choose(page, "Audited", "Disable");
      await expectNoViolations(page);
    });
  });
}
