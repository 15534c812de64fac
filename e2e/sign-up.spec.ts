import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectNoViolations } from "./no-violations";
import { expectNoSidewaysScroll, fillSignIn, test } from "./visitor";

function someone() {
  const unique = randomUUID();
  return {
    Name: "Ada Example",
    "E-mail": `ada-${unique}@example.test`,
    Password: "maple-harbour-lantern",
    Organization: `Engines ${unique}`,
  };
}

async function signUp(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Create account" }).click();
}

test("makes an account and an organization, and is signed in", async ({ page }) => {
  const ada = someone();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Create an account" }).click();
  await signUp(page, ada);
  await page.waitForURL("**/settings/api-keys");
  await expect(page.getByText(ada.Organization)).toBeVisible();
});

test("what is wrong is said at its field at once; focus goes to the first", async ({ page }) => {
  await page.goto("/sign-up");
  await signUp(page, { ...someone(), Name: "", Password: "short" });
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription("Name is required.");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/must be at least 12 characters/);
});

test("what only the server knows is said there too, and what was typed stays", async ({ page, person }) => {
  const ada = someone();
  await page.goto("/sign-up");
  await signUp(page, { ...ada, Password: "password1234" });
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/too easy to guess/);
  await expect(page.getByLabel("Password")).toBeFocused();
  await expect(page.getByLabel("Password")).toHaveValue("");
  await expect(page.getByLabel("Organization")).toHaveValue(ada.Organization);

  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(ada.Password);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription("E-mail already has an account.");
  await expect(page.getByLabel("E-mail")).toBeFocused();
});

test("a page that was wanted before the account existed is still reached", async ({ page }) => {
  await page.goto("/settings/profile");
  await page.getByRole("link", { name: "Create an account" }).click();
  await signUp(page, someone());
  await page.waitForURL("**/settings/profile");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("errors stand at their fields, what was typed stays but the password, and then it works", async ({
    page,
  }) => {
    const ada = someone();
    await page.goto("/sign-up");
    await signUp(page, { ...ada, Password: "short" });
    await expect(page.getByText("Password must be at least 12 characters.")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue(ada["E-mail"]);
    await expect(page.getByLabel("Password")).toHaveValue("");
    expect(await page.content()).not.toContain('"short"');
    await signUp(page, ada);
    await page.waitForURL("**/settings/api-keys");
  });

  test("signs in afterwards with what was chosen", async ({ page }) => {
    const ada = someone();
    await page.goto("/sign-up");
    await signUp(page, ada);
    await page.waitForURL("**/settings/api-keys");
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await fillSignIn(page, { email: ada["E-mail"], password: ada.Password });
    await page.waitForURL("**/settings/api-keys");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the page and its errors are accessible, on the narrowest screen too", async ({ page }) => {
      await page.goto("/sign-up");
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page.getByText("Organization is required.")).toBeVisible();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });

    test("what too many attempts lead to is accessible", async ({ page }) => {
      await page.goto("/sign-up");
      await signUp(page, { ...someone(), Password: "password1234" });
      const again = async (said: RegExp | string) => {
        await expect(page.getByRole("main").getByText(said)).toBeVisible();
        await expect(page.getByLabel("Password")).toHaveValue("");
        await page.getByLabel("Password").fill("password1234");
        await page.keyboard.press("Enter");
      };
      for (let time = 1; time <= 10; time += 1) await again(/too easy to guess/);
      await expect(page.getByText("Too many attempts. Try again in 60 minutes.")).toBeVisible();
      await expectNoViolations(page);
    });
  });
}
