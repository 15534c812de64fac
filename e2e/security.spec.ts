import { expect, type Page } from "@playwright/test";
import { DAY_MS } from "@/lib/api-keys/status";
import { mint } from "@/lib/api-keys/token";
import { db } from "@/lib/db";
import { FINDINGS } from "@/lib/policy/findings";
import { callApi, openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { forgetProof, type Person } from "./people";
import { expectNoSidewaysScroll } from "./visitor";

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

async function openSecurity(page: Page, query = ""): Promise<void> {
  await page.goto(`/settings/security${query}`);
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible();
}

/** What was looked for, and found with no key. */
const nothingToDo = (page: Page) => page.getByRole("list", { name: "Nothing to do" });
const savePolicy = (page: Page) => page.getByRole("button", { name: "Save policy" }).click();
const saved = (page: Page) => expect(page.getByText("The policy was saved")).toBeVisible();

/** A key with nothing to find. */
async function seedSound(person: Person, name: string) {
  const key = await seedKey(person, name);
  await db().apiKey.update({ where: { id: key.id }, data: { expires_at: inDays(60) } });
  return key;
}

async function seedMany({ organizationId, id }: Person, count: number): Promise<void> {
  await db().apiKey.createMany({
    data: Array.from({ length: count }, (_, index) => {
      const { key: _key, ...stored } = mint();
      const people = { organization_id: organizationId, owner_id: id, created_by_id: id };
      return {
        ...stored,
        ...people,
        name: `Key ${index}`,
        scopes: ["jobs:read"],
        created_at: inDays(-index / DAY_MS),
      };
    }),
  });
}

test("a policy is set, the form of a new key obeys it, and what breaks it is found and mended", async ({
  page,
  person,
}) => {
  await seedKey(person, "Old and eternal", ["read"]);
  await openSecurity(page, "?tab=policy");
  await page.getByLabel("Longest lifetime").fill("45");
  await expect(page.getByLabel("Longest lifetime")).toHaveAccessibleDescription(/1 living key breaks this/);
  await expect(page.getByLabel("No broad scopes")).toHaveAccessibleDescription(/1 living key breaks this/);
  await page.getByLabel("No broad scopes").check();
  await page.getByLabel("Every key names").check();
  await savePolicy(page);
  await saved(page);

  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  const expiration = form.getByLabel("Expiration");
  await expect(expiration).toHaveValue("longest");
  await expect(expiration.getByRole("option")).toHaveText([
    "30 days",
    "As long as your organization allows",
    "On a date",
  ]);
  await expect(expiration).toHaveAccessibleDescription(/Your organization’s policy asks for an end/);
  const broad = form.getByRole("checkbox", { name: "read", exact: true });
  await expect(broad).toBeDisabled();
  await expect(broad).toHaveAccessibleDescription(/Your organization’s policy allows no broad scope$/);
  await expect(form.getByRole("button", { name: "Full access" })).toBeDisabled();
  await form.getByRole("textbox", { name: "Name" }).fill("Obedient");
  await form.getByRole("checkbox", { name: "jobs:read" }).check();
  await form.getByRole("button", { name: "Generate key" }).click();
  const addresses = form.getByLabel("Allowed addresses");
  await expect(addresses).toHaveAccessibleDescription(/is required by your organization's policy/);
  await expect(addresses).toBeFocused();
  await addresses.fill("203.0.113.7");
  await form.getByRole("button", { name: "Generate key" }).click();
  const reveal = page.getByRole("dialog", { name: "API key created" });
  await reveal.getByRole("button", { name: "Show key" }).click();
  await reveal.getByRole("button", { name: "Done" }).click();

  await openSecurity(page, "?finding=against_policy");
  const table = page.getByRole("table", { name: "Against your policy" });
  const row = table.getByRole("row", { name: "Old and eternal" });
  await expect(table.getByRole("row")).toHaveCount(2);
  await expect(row).toContainText("Lives too longHas a broad scopeWorks from everywhere");
  await row.getByRole("button", { name: "Narrow scopes: Old and eternal" }).click();
  const edit = page.getByRole("dialog", { name: "Edit key" });
  await edit.getByRole("checkbox", { name: "read", exact: true }).uncheck();
  await edit.getByRole("checkbox", { name: "jobs:read" }).check();
  await edit.getByLabel("Allowed addresses").fill("203.0.113.7");
  await edit.getByRole("button", { name: "Save changes" }).click();
  await expect(row).not.toContainText("Has a broad scope");
  await row.getByRole("button", { name: "Rotate: Old and eternal" }).click();
  const rotation = page.getByRole("dialog", { name: "Rotate key" });
  await expect(rotation.getByLabel("As long as your organization allows")).toBeChecked();
  await rotation.getByRole("button", { name: "Rotate key" }).click();
  const rotated = page.getByRole("dialog", { name: "API key rotated" });
  await rotated.getByRole("button", { name: "Show key" }).click();
  await rotated.getByRole("button", { name: "Done" }).click();
  await expect(nothingToDo(page).getByText("Against your policy")).toBeVisible();
  await expect(nothingToDo(page).getByRole("listitem")).toHaveCount(FINDINGS.length);
});

test("each finding has its remedy at hand", async ({ page, person }) => {
  const columns = {
    Eternal: { expires_at: null },
    Idle: { created_at: inDays(-100) },
    Ending: { expires_at: inDays(3) },
    Leaked: { leaked_at: inDays(-1) },
  };
  for (const [name, data] of Object.entries(columns)) {
    const { id } = await seedSound(person, name);
    await db().apiKey.update({ where: { id }, data });
  }
  await openSecurity(page);
  // The most urgent is open.
  await page.getByRole("button", { name: "Revoke: Leaked" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  await expect(nothingToDo(page).getByText("Leaked and still alive")).toBeVisible();

  await page.getByRole("link", { name: "Show keys: Without an end" }).click();
  await page.getByRole("button", { name: "Set an end: Eternal" }).click();
  const expiry = page.getByRole("dialog", { name: "Change expiration of Eternal" });
  await expiry.getByLabel("Expiration").selectOption("90 days");
  await expiry.getByRole("button", { name: "Save expiration" }).click();
  await expect(nothingToDo(page).getByText("Without an end")).toBeVisible();

  await page.getByRole("link", { name: "Show keys: Unused for 90 days or more" }).click();
  await page.getByRole("button", { name: "Disable: Idle" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable key" }).click();
  await expect(nothingToDo(page).getByText("Unused for 90 days or more")).toBeVisible();
  await openSecurity(page, "?finding=expiring");
  await expect(page.getByRole("button", { name: "Rotate: Ending" })).toBeVisible();
});

test("a dead key whose calls were seen is found again with the next call, not before", async ({
  page,
  person,
}) => {
  const { id, key } = await seedKey(person, "Old exporter");
  await db().apiKey.update({ where: { id }, data: { revoked_at: inDays(-1) } });
  const callAgain = async () => expect((await callApi(key)).status).toBe(401);
  const found = page.getByRole("button", { name: "Mark as seen: Old exporter" });
  const none = nothingToDo(page).getByText("Still used after their end");
  await callAgain();
  await expect(async () => {
    await openSecurity(page);
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await found.click();
  await expect(page.getByText("Old exporter is listed again if somebody calls with it")).toBeVisible();
  await expect(none).toBeVisible();
  await openSecurity(page);
  await expect(none).toBeVisible();
  await callAgain();
  await expect(async () => {
    await openSecurity(page);
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("loosening the policy asks for the password, tightening does not", async ({ page, person }) => {
  await forgetProof(person);
  await openSecurity(page, "?tab=policy");
  await page.getByLabel("Every key has an end").check();
  await savePolicy(page);
  await saved(page);
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByLabel("Every key has an end").uncheck();
  await savePolicy(page);
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await prompt.getByLabel("Password").fill(person.password);
  await page.keyboard.press("Enter");
  await expect(prompt).toBeHidden();
  await expect
    .poll(() => db().organization.findUniqueOrThrow({ where: { id: person.organizationId } }))
    .toMatchObject({ policy_expiry_required: false });
});

test("a number of days that cannot be is refused at its field, and one that was changed meanwhile is told", async ({
  page,
  person,
}) => {
  await openSecurity(page, "?tab=policy");
  const idle = page.getByLabel("Disable keys that are unused");
  await idle.fill("3");
  await savePolicy(page);
  await expect(idle).toHaveAccessibleDescription(/must be a whole number of days, from 14 to 3650/);
  await expect(idle).toBeFocused();
  await db().organization.update({ where: { id: person.organizationId }, data: { policy_max_days: 30 } });
  await idle.fill("30");
  await savePolicy(page);
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else changed the policy" })).toBeVisible();
});

test("by keyboard alone a finding is opened and mended, and the focus is not lost", async ({
  page,
  person,
}) => {
  await seedKey(person, "Eternal");
  await openSecurity(page);
  await page.getByRole("button", { name: "Set an end: Eternal" }).focus();
  await page.keyboard.press("Enter");
  const expiry = page.getByRole("dialog", { name: "Change expiration of Eternal" });
  await expiry.getByLabel("Expiration").focus();
  await page.keyboard.type("30");
  await page.keyboard.press("Tab");
  await expiry.getByRole("button", { name: "Save expiration" }).focus();
  await page.keyboard.press("Enter");
  await expect(nothingToDo(page).getByText("Without an end")).toBeVisible();
  await expect(page.locator("#content")).toBeFocused();
});

test("a key that nobody uses says when it is disabled", async ({ page, person }) => {
  const idle = await seedSound(person, "Forgotten");
  await seedSound(person, "In use");
  await db().apiKey.update({ where: { id: idle.id }, data: { created_at: inDays(-25) } });
  await db().organization.update({
    where: { id: person.organizationId },
    data: { policy_idle_days: 30, policy_idle_since: inDays(-100) },
  });
  await openKeys(page);
  await expect(rowOf(page, "In use").getByRole("link", { name: "Idle: off soon" })).toBeHidden();
  await rowOf(page, "Forgotten").getByRole("link", { name: "Idle: off soon" }).click();
  await expect(
    page.getByText(/^Disabled by your organization’s policy in [67] days at the earliest/),
  ).toBeVisible();
  await expectNoViolations(page);
});

test("of ten thousand keys shows a page at a time", async ({ page, person }) => {
  await seedMany(person, 10_000);
  await openSecurity(page);
  const table = page.getByRole("table", { name: "Without an end" });
  await expect(table.getByRole("row")).toHaveCount(26);
  await expect(page.getByText("1–25 of 10,000")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("26–50 of 10,000")).toBeVisible();
  await openSecurity(page, "?finding=without_expiry&page=9999");
  await expect(page.getByText("9,976–10,000 of 10,000")).toBeVisible();
});

test.describe("somebody who is no admin", () => {
  test.use({ role: "recruiter" });

  test("finds no such page, and no way to it", async ({ page }) => {
    expect((await page.goto("/settings/security"))?.status()).toBe(404);
    await openKeys(page);
    await expect(page.getByRole("link", { name: "Security" })).toBeHidden();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("the findings are accessible, where there are none and where there are some", async ({
      page,
      person,
    }) => {
      await openSecurity(page);
      await expect(nothingToDo(page).getByRole("listitem")).toHaveCount(FINDINGS.length);
      await expectNoViolations(page);
      await seedKey(person, "Old and eternal", ["read"]);
      await openSecurity(page, "?finding=broad_scopes");
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await expectNoViolations(page);
    });

    test("the policy is accessible, on the narrowest screen too", async ({ page, person }) => {
      await seedKey(person, "Old and eternal", ["read"]);
      await openSecurity(page, "?tab=policy");
      await expect(page.getByLabel("No broad scopes")).toHaveAccessibleDescription(
        /1 living key breaks this/,
      );
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });

    test("so is the form of a key that a policy binds", async ({ page, person }) => {
      await db().organization.update({
        where: { id: person.organizationId },
        data: { policy_max_days: 45, policy_no_broad_scopes: true, policy_addresses_required: true },
      });
      await openKeys(page);
      await page.getByRole("button", { name: "Generate New Key" }).first().click();
      await expect(page.getByRole("dialog", { name: "Generate new key" })).toBeVisible();
      await expectNoViolations(page);
    });
  });
}
