import { expect } from "@playwright/test";
import { outdate, test } from "./failing";
import { expectNoViolations } from "./no-violations";
import { fillSignIn } from "./visitor";

const AWAY = "The service is not available right now. Try again in a few seconds.";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("what fails is said plainly and accessibly: a page, the frame, the database", async ({
      page,
      context,
      failing,
    }) => {
      test.slow();
      await page.goto(failing.at("/sign-in"));
      await fillSignIn(page, failing.person);
      await page.waitForURL("**/settings/api-keys");

      await failing.without("api_keys", async () => {
        await page.goto(failing.at("/settings/api-keys"));
        await expect(page.getByRole("heading", { name: "Something went wrong" })).toBeVisible();
        await expect(page.getByRole("link", { name: "Profile" })).toBeVisible();
        await expectNoViolations(page);
      });
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();

      await failing.without("sessions", async () => {
        await page.goto(failing.at("/settings/profile"));
        await expect(page.getByRole("heading", { name: "Something went wrong" })).toBeVisible();
        await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
        await expectNoViolations(page);
      });
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Profile" })).toBeVisible();

      const outdated = await context.newPage();
      await outdate(outdated);
      await outdated.goto(failing.at("/settings/profile"));
      await expect(outdated.getByRole("link", { name: "Start again" })).toBeVisible();
      await expect(outdated.getByRole("heading")).toHaveCSS("font-family", /inter/i);
      await expectNoViolations(outdated);

      await context.clearCookies();
      const newcomer = await context.newPage();
      await newcomer.goto(failing.at("/sign-up"));
      await page.goto(failing.at("/sign-in"));
      failing.cut();
      await fillSignIn(page, failing.person);
      await expect(page.getByRole("alert").filter({ hasText: AWAY })).toBeVisible();
      await expectNoViolations(page);
      const fields = { Name: "Ada", "E-mail": "ada@example.test", Organization: "Engines" };
      for (const [label, value] of Object.entries({ ...fields, Password: failing.person.password }))
        await newcomer.getByLabel(label, { exact: true }).fill(value);
      await newcomer.getByRole("button", { name: "Create account" }).click();
      await expect(newcomer.getByRole("alert").filter({ hasText: AWAY })).toBeVisible();
      await expect(newcomer.getByLabel("Organization")).toHaveValue("Engines");
      await expectNoViolations(newcomer);

      await page
        .locator("form")
        .first()
        .evaluate((form: HTMLFormElement) => form.submit());
      await expect(page.getByRole("heading", { name: "Signing in is not possible right now" })).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole("link", { name: "Back to sign in" }).click();
      await expect(page.getByRole("heading", { name: "Prepzo is briefly unavailable" })).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole("link", { name: "Try again" }).click();
      await expect(page).toHaveURL(failing.at("/sign-in"));
    });
  });
}
