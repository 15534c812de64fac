import { expect } from "@playwright/test";
import { generate, openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the empty list, the form with its errors, and the reveal", async ({ page }) => {
      await openKeys(page);
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Generate New Key" }).click();
      const form = page.getByRole("dialog", { name: "Generate new key" });
      await form.getByRole("button", { name: "Generate key" }).click();
      await form.getByRole("button", { name: "Full access" }).click();
      await form.getByLabel("Expiration").selectOption("On a date");
      await expectNoViolations(page);
      await form.getByRole("button", { name: "Cancel" }).click();
      const reveal = await generate(page, "Audited", ["candidates:read"]);
      await expectNoViolations(page);
      await reveal.getByRole("button", { name: "Done" }).click();
      await expect(reveal.getByRole("alert")).toContainText("neither copied nor shown");
      await expectNoViolations(page);
      await reveal.getByRole("button", { name: "Show key" }).click();
      await reveal.getByRole("button", { name: "Done" }).click();
      await expect(reveal).toBeHidden();
      await expectNoViolations(page);
    });

    test("a page that is not there, signed in and signed out", async ({ page, context }) => {
      for (const path of ["/nothing", "/settings/nothing", "/docs/nothing"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
        await expectNoViolations(page);
      }
      await context.clearCookies();
      await page.goto("/nothing");
      await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
      await expectNoViolations(page);
    });

    test("the full list, its menu and the dialogs of a key", async ({ page, person }) => {
      const ago = new Date(Date.now() - 40 * 86_400_000);
      await seedKey(
        person,
        "Many scopes",
        ["candidates:read", "jobs:read", "offers:read", "offers:write"],
        ago,
      );
      await seedKey(person, "Another");
      await openKeys(page);
      await expectNoViolations(page);
      await page.getByRole("checkbox", { name: "Select Another" }).check();
      await page.getByRole("button", { name: "Revoke 1 key" }).click();
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Cancel" }).click();
      for (const item of ["Change expiration", "Revoke"]) {
        await rowOf(page, "Another").getByRole("button", { name: "Actions for Another" }).click();
        await expectNoViolations(page);
        await page.getByRole("menuitem", { name: item }).click();
        await expectNoViolations(page);
        await page.getByRole("button", { name: "Cancel" }).click();
      }
    });
  });
}
