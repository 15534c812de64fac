import { type BrowserContext, expect, type Page } from "@playwright/test";
import { expectNoViolations } from "./no-violations";
import { signIn } from "./people";
import { enter, expectNoSidewaysScroll, fillSignIn, test } from "./visitor";

const NEW = "quiet-lantern-over-fjord";

async function changePassword(page: Page, current: string, password: string): Promise<void> {
  await page.getByLabel("Current password").fill(current);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Change password" }).click();
}

async function isSignedIn(context: BrowserContext): Promise<boolean> {
  return (await context.request.get("/settings/profile", { maxRedirects: 0 })).status() === 200;
}

test("says who one is here", async ({ page, person }) => {
  await enter(page, person, "/settings/profile");
  for (const value of ["Robin Example", person.email, "Admin"]) {
    await expect(page.getByRole("definition").filter({ hasText: new RegExp(`^${value}$`) })).toBeVisible();
  }
});

test("changes the password: this device stays, others are signed out", async ({ page, person, browser }) => {
  await enter(page, person, "/settings/profile");
  const phone = await browser.newContext();
  await signIn(phone, person);
  expect(await isSignedIn(phone)).toBe(true);

  await changePassword(page, person.password, NEW);
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("");
  expect([await isSignedIn(page.context()), await isSignedIn(phone)]).toEqual([true, false]);
  await phone.close();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await fillSignIn(page, { ...person, password: NEW });
  await page.waitForURL("**/settings/api-keys");
});

test("a wrong present password, or a new one that is too easy, is said at its field", async ({
  page,
  person,
}) => {
  await enter(page, person, "/settings/profile");
  await changePassword(page, "not-the-password", NEW);
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription("Current password is wrong.");
  await expect(page.getByLabel("Current password")).toBeFocused();
  await changePassword(page, person.password, "password1234");
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/too easy to guess/);
  await changePassword(page, person.password, "short");
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/at least 12 characters/);
  expect(new URL(page.url()).search).toBe("");
});

test("signs out everywhere", async ({ page, person, browser }) => {
  await enter(page, person, "/settings/profile");
  const phone = await browser.newContext();
  await signIn(phone, person);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await isSignedIn(phone)).toBe(false);
  await phone.close();
});

test("whoever was signed out meanwhile is told so by the form", async ({ page, person }) => {
  await enter(page, person, "/settings/profile");
  await page.context().clearCookies();
  await changePassword(page, person.password, NEW);
  await expect(page.getByText("You are signed out.")).toBeVisible();
});

test("by keyboard alone", async ({ page, person }) => {
  await enter(page, person, "/settings/profile");
  await page.getByLabel("Current password").focus();
  await page.keyboard.type(person.password);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("New password")).toBeFocused();
  await page.keyboard.type(NEW);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your password is changed.")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("changes the password and signs out everywhere", async ({ page, person }) => {
    await enter(page, person, "/settings/profile");
    await changePassword(page, "not-the-password", NEW);
    await expect(page.getByText("Current password is wrong.")).toBeVisible();
    await changePassword(page, person.password, NEW);
    await expect(page.getByText("Your password is changed.")).toBeVisible();
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the page, its errors and its notice are accessible, on the narrowest screen too", async ({
      page,
      person,
    }) => {
      await enter(page, person, "/settings/profile");
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Change password" }).click();
      await expect(page.getByText("New password is required.")).toBeVisible();
      await expectNoViolations(page);
      await page.goto("/settings/profile?notice=linked");
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });
  });
}
