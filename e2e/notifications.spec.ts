import { expect, type Page } from "@playwright/test";
import { system } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import { makeManyNotices } from "@/lib/testing/many-notices";
import { openKeys, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { forgetProof, type Person } from "./people";
import { expectNoSidewaysScroll } from "./visitor";

const DAY_MS = 86_400_000;

async function openNotifications(page: Page, query = ""): Promise<void> {
  await page.goto(`/settings/notifications${query}`);
  await expect(page.getByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();
}

/** Tells a person of so many keys at once. */
async function tell({ id, organizationId }: Person, count: number): Promise<void> {
  const key = { id, name: "", key_prefix: "pk_live_a1b2", last_four: "wxyz" };
  await change(system(organizationId), async (_, record) => {
    for (let n = 1; n <= count; n++) {
      record.notify(id, "key.revoked", { data: { key: { ...key, name: `Key ${n}` }, reason: null } });
    }
  });
}

/** Lets a key end so many days from now. */
async function endAfter(person: Person, name: string, days: number): Promise<void> {
  const { id } = await seedKey(person, name);
  await db().apiKey.update({ where: { id }, data: { expires_at: new Date(Date.now() + days * DAY_MS) } });
}

const bell = (page: Page, name: string) => page.getByRole("banner").getByRole("link", { name, exact: true });

test("what happened is listed, counted at the bell, leads to the key, and is marked as read", async ({
  page,
  person,
}) => {
  await seedKey(person, "Nightly import");
  await openKeys(page);
  await bell(page, "Notifications, 1 unread").click();
  const link = page.getByRole("link", { name: "Unread: API key “Nightly import” was generated" });
  await expect(page.getByText("An operator generated the API key “Nightly import”")).toBeVisible();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "Nightly import" })).toBeVisible();
  await openNotifications(page);
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(bell(page, "Notifications")).toBeVisible();
  await expect(
    page.getByRole("link", { name: "API key “Nightly import” was generated", exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Mark all as read" })).toBeHidden();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("notices are read, paged and marked as read", async ({ page, person }) => {
    await tell(person, 51);
    await openNotifications(page);
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await expect(bell(page, "Notifications")).toBeVisible();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByRole("link", { name: "API key “Key 1” was revoked" })).toBeVisible();
  });
});

test("10,000 notices are paged; a page beyond the last is the last", async ({ page, person }) => {
  await makeManyNotices(person, 10_000);
  await openNotifications(page, "?page=999");
  await expect(page).toHaveURL(/\?page=200$/);
  await expect(page.getByText("9,951–10,000 of 10,000")).toBeVisible();
  await expect(bell(page, "Notifications, 99+ unread")).toBeVisible();
});

test("a calendar address is made after a proof, shown once, replaced and revoked", async ({
  page,
  person,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await endAfter(person, "Ends soon", 30);
  await forgetProof(person);
  await openNotifications(page);
  await page.getByRole("button", { name: "Make an address" }).click();
  await page.getByRole("dialog", { name: "Confirm it is you" }).getByLabel("Password").fill(person.password);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Your calendar address" });
  await expect(dialog.getByTestId("address")).toHaveText(/\/calendar\/•+\.ics$/);
  await dialog.getByRole("button", { name: "Copy address" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await dialog.getByRole("button", { name: "Show address" }).click();
  await expect(dialog.getByTestId("address")).toHaveText(copied);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("not read yet")).toBeVisible();
  expect(await page.content()).not.toContain(copied.slice(-20));

  const read = () => page.request.get(new URL(copied).pathname);
  expect(await (await read()).text()).toContain("SUMMARY:API key “Ends soon” ends");
  await page.reload();
  await expect(page.getByText("last read just now")).toBeVisible();
  await page.getByRole("button", { name: "Revoke address" }).click();
  await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
  expect((await read()).status()).toBe(404);
});

test("keys that end within 7 days are on top of the list, each with its remedies", async ({
  page,
  person,
}) => {
  await endAfter(person, "In a month", 30);
  await openKeys(page);
  const list = page.getByRole("list", { name: "Keys that end soon" });
  await expect(list).toBeHidden();
  for (const [name, days] of [["Sixth", 6] as const, ["First", 0.5] as const, ["Third", 3] as const]) {
    await endAfter(person, name, days);
  }
  await endAfter(person, "Fifth", 5);
  await openKeys(page);
  await expect(page.getByText("4 keys end within 7 days")).toBeVisible();
  await expect(list.getByRole("link")).toHaveText(["First", "Third", "Fifth"]);
  await expect(page.getByRole("link", { name: "and 1 more" })).toBeVisible();

  await list.getByRole("button", { name: "Change expiration of First" }).click();
  const dialog = page.getByRole("dialog", { name: /First/ });
  await dialog.getByLabel("Expiration").selectOption("90 days");
  await dialog.getByRole("button", { name: "Save expiration" }).click();
  await expect(page.getByText("3 keys end within 7 days")).toBeVisible();

  await list.getByRole("button", { name: "Rotate Third" }).click();
  await expect(page.getByRole("dialog", { name: /Rotate/ })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the inbox, empty and full", async ({ page, person }) => {
      await openNotifications(page);
      await expect(page.getByRole("heading", { name: "No notifications yet" })).toBeVisible();
      await expectNoViolations(page);
      await tell(person, 51);
      await openNotifications(page);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });

    test("the calendar address, and the keys that end soon", async ({ page, person }) => {
      await openNotifications(page);
      await page.getByRole("button", { name: "Make an address" }).click();
      const dialog = page.getByRole("dialog", { name: "Your calendar address" });
      await dialog.getByRole("button", { name: "Show address" }).click();
      await expectNoViolations(page);
      await dialog.getByRole("button", { name: "Done" }).click();
      await expect(page.getByRole("button", { name: "Replace address" })).toBeVisible();
      await expectNoViolations(page);
      await endAfter(person, "Ends soon", 0.5);
      await endAfter(person, `A name of ${"one-very-long-word".repeat(5)}`, 4);
      await openKeys(page);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });
  });
}

test.describe("a viewer", () => {
  test.use({ role: "viewer" });

  test("has an inbox and a calendar of their own, by keyboard alone", async ({ page, person }) => {
    await tell(person, 1);
    await openNotifications(page);
    await page.getByRole("button", { name: "Mark all as read" }).focus();
    await page.keyboard.press("Enter");
    await expect(bell(page, "Notifications")).toBeVisible();
    // The button is gone, but not the place that one was at.
    await expect(page.locator("#content")).toBeFocused();
    await page.getByRole("button", { name: "Make an address" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Copy address" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Replace address" })).toBeVisible();
  });
});
