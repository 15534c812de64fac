import { expect } from "@playwright/test";
import { operator } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { revokeKey } from "@/lib/api-keys/revoke";
import { callApi, generate, openKeys, rowOf, seedKey, test } from "./keys";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("generate, copy, call, see the use, expire, and be refused", async ({ page }) => {
  await openKeys(page);
  const reveal = await generate(page, "Careers site", ["candidates:read"]);
  await expect(reveal.getByRole("button", { name: "Copy key" })).toBeFocused();
  await reveal.getByRole("button", { name: "Copy key" }).click();
  const key = await page.evaluate(() => navigator.clipboard.readText());
  expect(key).toMatch(/^pk_live_[A-Za-z0-9_-]{32}$/);
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(reveal).toBeHidden();

  const row = rowOf(page, "Careers site");
  await expect(row).toContainText("Active");
  await expect(row).toContainText("Never");
  expect((await callApi(key, "/candidates")).status).toBe(200);
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText(/just now|minute/, { timeout: 500 });
  }).toPass();

  await row.getByRole("button", { name: "Actions for Careers site" }).click();
  await page.getByRole("menuitem", { name: "Change expiration" }).click();
  const dialog = page.getByRole("dialog", { name: "Change expiration of Careers site" });
  await dialog.getByRole("radio", { name: "Now" }).check();
  await dialog.getByRole("button", { name: "Expire now" }).click();
  await expect(dialog).toBeHidden();
  expect((await callApi(key, "/candidates")).status).toBe(401);
  await expect(row).toContainText("Expired");
});

test("the curl line that the page gives works as pasted", async ({ page }) => {
  await openKeys(page);
  const reveal = await generate(page, "Shell", ["candidates:read"]);
  await reveal.getByRole("button", { name: "Copy: Try it in a terminal" }).click();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  const [, header, url] = /^curl -H "Authorization: (.+)" \\\n {2}(\S+)$/.exec(line) ?? [];
  const answer = await fetch(url as string, { headers: { Authorization: header as string } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ success: true, data: [] });
});

test("a revoked key is refused by the very next call", async ({ page, person }) => {
  const { key } = await seedKey(person, "Old script");
  await openKeys(page);
  expect((await callApi(key)).status).toBe(200);
  await rowOf(page, "Old script").getByRole("button", { name: "Actions for Old script" }).click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Revoke Old script?" });
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(dialog).toBeHidden();
  expect((await callApi(key)).status).toBe(401);
  await expect(rowOf(page, "Old script")).toContainText("Revoked");
});

test("the focus goes on in the row whose menu went, or in the row that took its place", async ({
  page,
  person,
}) => {
  for (const name of ["First", "Second", "Third"]) await seedKey(person, name);
  const revoke = async (name: string) => {
    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    await page.getByRole("menuitem", { name: "Revoke" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  };
  await openKeys(page, "?status=all&sort=name");
  await revoke("First");
  await expect(page.getByRole("link", { name: "First" })).toBeFocused();
  await openKeys(page, "?status=active&sort=name");
  await revoke("Second");
  await expect(page.getByRole("link", { name: "Third" })).toBeFocused();
  await revoke("Third");
  await expect(page.locator("#content")).toBeFocused();
});

test("revoking a key names what it made, and takes it along", async ({ page, person }) => {
  const { key } = await seedKey(person, "Parent", ["*"]);
  const made = await fetch(`${process.env.BASE_URL}/api/v1/api-keys`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ name: "Child", scopes: ["jobs:read"] }),
  });
  const child = (await made.json()).data.key;
  await openKeys(page);
  await rowOf(page, "Parent").getByRole("button", { name: "Actions for Parent" }).click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Revoke Parent?" });
  await expect(dialog.getByText("Child", { exact: true })).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: "Revoke what it made too" })).toBeChecked();
  await dialog.getByLabel("Reason (optional)").selectOption("Leaked");
  await dialog.getByRole("button", { name: "Revoke 2 keys" }).click();
  await expect(dialog).toBeHidden();
  expect([(await callApi(key)).status, (await callApi(child)).status]).toEqual([401, 401]);
  await expect(rowOf(page, "Parent")).toContainText("Leaked");
});

test("a key in use is revoked by a second press, a leaked one by the first", async ({ page, person }) => {
  const used = await seedKey(person, "In use");
  const leaked = await seedKey(person, "Leaked one");
  for (const { key } of [used, leaked]) await callApi(key);
  await openKeys(page);
  await expect(async () => {
    await page.reload();
    for (const name of ["In use", "Leaked one"]) {
      await expect(rowOf(page, name)).not.toContainText("Never used", { timeout: 100 });
      await expect(rowOf(page, name)).toContainText(/just now|minute/, { timeout: 500 });
    }
  }).toPass();

  await rowOf(page, "In use").getByRole("button", { name: "Actions for In use" }).click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Revoke In use?" });
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "in use" })).toBeVisible();
  expect((await callApi(used.key)).status).toBe(200);
  await dialog.getByRole("button", { name: "Yes, revoke it" }).click();
  await expect(dialog).toBeHidden();
  expect((await callApi(used.key)).status).toBe(401);

  await rowOf(page, "Leaked one").getByRole("button", { name: "Actions for Leaked one" }).click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  const leak = page.getByRole("alertdialog", { name: "Revoke Leaked one?" });
  await leak.getByLabel("Reason (optional)").selectOption("Leaked");
  await leak.getByRole("button", { name: "Revoke key" }).click();
  await expect(leak).toBeHidden();
  expect((await callApi(leaked.key)).status).toBe(401);
});

for (const width of [320, 768, 1280]) {
  test(`at ${width} px a message covers no button of a dialog`, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 700 });
    await seedKey(person, "Loud");
    await openKeys(page);
    await rowOf(page, "Loud").getByRole("button", { name: "Actions for Loud" }).click();
    await page.getByRole("menuitem", { name: "Disable" }).click();
    await page.getByRole("button", { name: "Disable key" }).click();
    const message = page.getByRole("alertdialog", { name: "Loud was disabled" });
    await message.hover();
    await page.getByRole("button", { name: "Generate New Key" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Generate new key" });
    for (const name of ["Close", "Cancel", "Generate key"])
      await dialog.getByRole("button", { name }).click({ trial: true });
    await expect(message).toBeVisible();
  });
}

test("several keys are revoked at once after their number is typed", async ({ page, person }) => {
  const keys = await Promise.all(["One", "Two", "Three"].map((name) => seedKey(person, name)));
  await openKeys(page);
  for (const name of ["One", "Two"]) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Revoke 2 keys" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Revoke 2 keys?" });
  await dialog.getByLabel("Type 2 to confirm").fill("3");
  await dialog.getByRole("button", { name: "Revoke 2 keys" }).click();
  await expect(dialog.getByText("Type 2 to confirm.")).toBeVisible();
  await dialog.getByLabel("Type 2 to confirm").fill("2");
  await dialog.getByRole("button", { name: "Revoke 2 keys" }).click();
  await expect(dialog).toBeHidden();
  expect(await Promise.all(keys.map(async ({ key }) => (await callApi(key)).status))).toEqual([
    401, 401, 200,
  ]);
});

test("at every width all of a row is in sight, and ticking it moves nothing", async ({ page, person }) => {
  const name = `Long name ${"without an end ".repeat(5)}`.trim();
  await seedKey(person, name, ["candidates:read", "candidates:write", "jobs:read", "jobs:write"]);
  await openKeys(page);
  const row = rowOf(page, name);
  for (const width of [390, 767, 768, 1040, 1168, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(row.getByRole("button", { name: `Actions for ${name}` })).toBeInViewport({ ratio: 1 });
    await expect(row.getByRole("cell", { name: "Never" }).last()).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    const box = row.getByRole("checkbox", { name: `Select ${name}` });
    const before = await box.boundingBox();
    await box.check();
    await expect(page.getByRole("button", { name: "Revoke 1 key" })).toBeInViewport({ ratio: 1 });
    expect(await box.boundingBox()).toEqual(before);
    await box.uncheck();
  }
});

test("all rows of the table are of one height", async ({ page, person }) => {
  await seedKey(person, "Plain");
  await seedKey(person, "One whose name is long", ["jobs:read", "offers:read", "offers:write"]);
  const { id } = await seedKey(person, "Described");
  const actor = operator(person.organizationId);
  await changeKey(actor, id, { description: "Feeds the careers site, in two languages" }, new Date());
  const gone = await seedKey(person, "Gone");
  const reason = "Found in a public repository";
  await revokeKey(actor, gone.id, { reason, descendants: false }, new Date());
  await openKeys(page);
  const rows = page.getByRole("table", { name: "API keys" }).locator("tbody tr");
  for (const width of [1180, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(new Set(heights).size).toBe(1);
  }
});

test("an expiry can be set, shortened and removed", async ({ page, person }) => {
  await seedKey(person, "Nightly");
  await openKeys(page);
  const row = rowOf(page, "Nightly");
  const change = async (choice: string) => {
    await row.getByRole("button", { name: "Actions for Nightly" }).click();
    await page.getByRole("menuitem", { name: "Change expiration" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Expiration").selectOption(choice);
    await dialog.getByRole("button", { name: "Save expiration" }).click();
    await expect(dialog).toBeHidden();
  };
  await change("90 days");
  await expect(row).toContainText(/in (89|90) days/);
  await change("30 days");
  await expect(row).toContainText(/in (29|30) days/);
  await change("No expiration");
  await expect(row.getByRole("cell").filter({ hasText: "Expires" })).toContainText("Never");
});

test("the list is filtered, searched, sorted and paged in the address", async ({ page, person }) => {
  for (let number = 1; number <= 51; number++)
    await seedKey(person, `Key ${String(number).padStart(2, "0")}`);
  await openKeys(page);
  const rows = page.getByRole("table", { name: "API keys" }).getByRole("row");
  await expect(rows).toHaveCount(51);
  await expect(page.getByText("1–50 of 51")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(rowOf(page, "Key 01")).toBeVisible();

  await openKeys(page);
  await page.getByRole("link", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(rows.nth(1)).toContainText("Key 01");

  await page.getByRole("searchbox", { name: "Search keys" }).fill("key 07");
  await expect(page).toHaveURL(/search=key\+07/);
  await expect(rows).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search keys" }).fill("nothing like it");
  await expect(page.getByRole("heading", { name: "No key matches" })).toBeVisible();
  await page.getByRole("link", { name: "Show all keys" }).click();
  await expect(page.getByRole("searchbox", { name: "Search keys" })).toHaveValue("");
  await expect(rows).toHaveCount(51);
});

test("a whole key typed into the search never reaches the address", async ({ page, person }) => {
  const { key, last_four } = await seedKey(person, "Findable");
  await seedKey(person, "Other");
  await openKeys(page);
  await page.getByRole("searchbox", { name: "Search keys" }).fill(key);
  await expect(page).toHaveURL(new RegExp(`search=${last_four}$`));
  await expect(rowOf(page, "Findable")).toBeVisible();
  await expect(rowOf(page, "Other")).toBeHidden();
});
