import { expect, type Page } from "@playwright/test";
import { callApi, openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { forgetProof } from "./people";
import { expectNoSidewaysScroll } from "./visitor";

async function openRotation(page: Page, name: string) {
  await rowOf(page, name)
    .first()
    .getByRole("button", { name: `Actions for ${name}` })
    .click();
  await page.getByRole("menuitem", { name: "Rotate" }).click();
  return page.getByRole("dialog", { name: "Rotate key" });
}

/** Rotates with a grace period, and returns the new secret from the reveal. */
async function rotate(page: Page, name: string, grace: string): Promise<string> {
  const dialog = await openRotation(page, name);
  await dialog.getByLabel("Grace period").selectOption(grace);
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  const reveal = page.getByRole("dialog", { name: "API key rotated" });
  await expect(reveal).toContainText(grace === "None" ? "does not work any more" : "works on until");
  await reveal.getByRole("button", { name: "Show key" }).click();
  const key = (await reveal.getByTestId("secret").textContent()) ?? "";
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(reveal).toBeHidden();
  return key;
}

test("with a grace period both keys work, and the list shows both halves", async ({ page, person }) => {
  const old = await seedKey(person, "Sync");
  await openKeys(page);
  const key = await rotate(page, "Sync", "24 hours");
  expect([(await callApi(old.key)).status, (await callApi(key)).status]).toEqual([200, 200]);
  const halves = rowOf(page, "Sync");
  await expect(halves).toHaveCount(2);
  await expect(halves.filter({ hasText: "old half" })).toContainText(/in (23 hours|1 day|24 hours)/);
  await halves.getByRole("link", { name: "Rotated: new half" }).click();
  await expect(page.getByRole("region", { name: "Old key" })).toBeVisible();
  await openKeys(page);

  await halves.filter({ hasText: "old half" }).getByRole("button", { name: "Actions for Sync" }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["Disable…", "Change expiration…", "Revoke…"]);
  await page.keyboard.press("Escape");
  const dialog = await openRotation(page, "Sync");
  await expect(dialog).toContainText("The key that this one took over from still works, until");
  await expect(dialog.getByRole("button", { name: "Rotate key" })).toBeDisabled();
  await dialog.getByRole("link", { name: "the key’s page" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Finish now" })).toBeVisible();
});

test("without one the old key is refused at once, and a key in use is warned about", async ({
  page,
  person,
}) => {
  const old = await seedKey(person, "Nightly");
  await callApi(old.key);
  await openKeys(page);
  await expect(async () => {
    await page.reload();
    await expect(rowOf(page, "Nightly")).toContainText(/just now|minute/, { timeout: 500 });
  }).toPass();
  const dialog = await openRotation(page, "Nightly");
  await expect(dialog.getByLabel("Grace period")).toHaveValue("86400");
  await expect(dialog.getByText("Whatever calls with it stops working")).toBeHidden();
  await dialog.getByLabel("Grace period").selectOption("None");
  await expect(dialog.getByText("Whatever calls with it stops working")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const key = await rotate(page, "Nightly", "None");
  expect([(await callApi(old.key)).status, (await callApi(key)).status]).toEqual([401, 200]);
});

test("the new key can be given another end, which is checked", async ({ page, person }) => {
  await seedKey(person, "Endless");
  await openKeys(page);
  const dialog = await openRotation(page, "Endless");
  await expect(dialog.getByRole("radio", { name: "None, as with the old one" })).toBeChecked();
  await dialog.getByRole("radio", { name: "Another" }).check();
  await dialog.getByLabel("Expiration", { exact: true }).selectOption("On a date");
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  await expect(dialog.getByLabel("Last day")).toHaveAccessibleDescription(/Choose when the new key ends/);
  await dialog.getByLabel("Expiration", { exact: true }).selectOption("30 days");
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  const reveal = page.getByRole("dialog", { name: "API key rotated" });
  await reveal.getByRole("button", { name: "Show key" }).click();
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(rowOf(page, "Endless").filter({ hasText: "new half" })).toContainText(/in (29|30) days/);
});

test("long after the last proof it asks for the password, by keyboard alone", async ({ page, person }) => {
  await seedKey(person, "Late");
  await forgetProof(person);
  await openKeys(page);
  await rowOf(page, "Late").getByRole("button", { name: "Actions for Late" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Rotate" })).toBeVisible();
  await page.keyboard.type("rot");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Rotate key" })).toBeVisible();
  await page.getByRole("button", { name: "Rotate key" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Confirm it is you" }).getByLabel("Password")).toBeFocused();
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  const reveal = page.getByRole("dialog", { name: "API key rotated" });
  await expect(reveal.getByRole("button", { name: "Copy key", exact: true })).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the dialog, the reveal and both halves are accessible, on the narrowest screen too", async ({
      page,
      person,
    }) => {
      await seedKey(person, "Audited");
      await openKeys(page);
      const dialog = await openRotation(page, "Audited");
      await dialog.getByRole("radio", { name: "Another" }).check();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await expectNoViolations(page);
      await dialog.getByRole("button", { name: "Rotate key" }).click();
      const reveal = page.getByRole("dialog", { name: "API key rotated" });
      await expect(reveal).toBeVisible();
      await expectNoViolations(page);
      await reveal.getByRole("button", { name: "Show key" }).click();
      await reveal.getByRole("button", { name: "Done" }).click();
      await expect(rowOf(page, "Audited")).toHaveCount(2);
      await expectNoSidewaysScroll(page);
      await expectNoViolations(page);
      await page.setViewportSize({ width: 1280, height: 800 });
      await expectNoViolations(page);
    });
  });
}
