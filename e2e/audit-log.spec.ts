import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { operator } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { generate, openKeys, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { expectNoSidewaysScroll } from "./visitor";

test("what is done to a key is there at once, with who, whence and what", async ({ page, person }) => {
  await openKeys(page);
  const reveal = await generate(page, "Nightly export", ["candidates:read"]);
  await reveal.getByRole("button", { name: "Show key" }).click();
  await reveal.getByRole("button", { name: "Done" }).click();
  await page.goto("/settings/audit-log");
  const row = page.getByRole("row", { name: /Key generated Nightly export/ });
  await expect(row).toContainText("Robin Example");
  await expect(row).toContainText(person.email);
  await row.locator("summary", { hasText: "Details" }).click();
  await expect(row).toContainText("candidates:read");
  await row.getByRole("link", { name: "Nightly export" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nightly export" })).toBeVisible();
});

test("is searched and filtered by its form, and says where nothing fits", async ({ page, person }) => {
  await seedKey(person, "First");
  await seedKey(person, "Second");
  await page.goto("/settings/audit-log");
  await page.getByRole("searchbox", { name: "Search the audit log" }).fill("First");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/search=First/);
  await expect(page.getByRole("row", { name: /Key generated First/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Second/ })).toBeHidden();
  await page.getByLabel("What").selectOption("Webhooks");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("heading", { name: "No entry matches" })).toBeVisible();
  await page.getByRole("link", { name: "Clear" }).click();
  await page.goto("/settings/audit-log?from=2026-02-01&to=2026-01-01");
  await expect(page.getByText("“From” is a later day than “To”.")).toBeVisible();
  await page.getByRole("link", { name: "Show all entries" }).click();
  await expect(page.getByRole("row", { name: /Second/ })).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Search the audit log" })).toHaveValue("");
});

test("is taken away as CSV and JSON lines, as filtered", async ({ page, person }) => {
  await seedKey(person, "=HYPERLINK(1)");
  await page.goto("/settings/audit-log?category=keys");
  for (const [name, file] of [
    ["Export CSV", "audit-log.csv"],
    ["Export JSON lines", "audit-log.jsonl"],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    const taken = await download;
    expect(taken.suggestedFilename()).toBe(file);
    let text = "";
    for await (const part of await taken.createReadStream()) text += part;
    expect(text).toContain("HYPERLINK");
    expect(text).not.toContain("user.signed_in");
  }
});

test("of ten thousand entries shows a page at a time", async ({ page, person }) => {
  const actor = operator(person.organizationId);
  await change(actor, async (_, record) => {
    for (let n = 0; n < 10_000; n++) record.audit("department.created", "department", randomUUID(), { n });
  });
  await page.goto("/settings/audit-log");
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.getByRole("link", { name: "Older entries" }).click();
  await expect(page.getByRole("row", { name: /Department created/ }).first()).toBeVisible();
  await page.getByRole("link", { name: "Latest entries" }).click();
  await expect(page).toHaveURL(/audit-log$/);
});

test.describe("for a viewer", () => {
  test.use({ role: "viewer" });

  test("neither the page nor the file is there", async ({ page, context }) => {
    expect((await page.goto("/settings/audit-log"))?.status()).toBe(404);
    expect((await context.request.get("/settings/audit-log/export?format=csv")).status()).toBe(404);
    await openKeys(page);
    await expect(page.getByRole("link", { name: "Audit log" })).toBeHidden();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("is accessible, on the narrowest screen too", async ({ page, person }) => {
      await seedKey(person, "Nightly");
      await page.goto("/settings/audit-log");
      await page.locator("summary", { hasText: "Details" }).first().click();
      await expectNoViolations(page);
      await page.goto("/settings/audit-log?search=nothing");
      await expect(page.getByRole("heading", { name: "No entry matches" })).toBeVisible();
      await expectNoViolations(page);
      await page.goto("/settings/audit-log");
      await expectNoSidewaysScroll(page);
    });
  });
}

test("an organization's log is nobody else's", async ({ page, person }) => {
  const other = await db().organization.create({ data: { name: randomUUID() } });
  await change(operator(other.id), async (_, record) =>
    record.audit("organization.plan_changed", "organization", other.id),
  );
  await page.goto(`/settings/audit-log?search=${other.id}`);
  await expect(page.getByRole("heading", { name: "No entry matches" })).toBeVisible();
  expect(person.organizationId).not.toBe(other.id);
});
