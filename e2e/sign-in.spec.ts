import { randomInt } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import { playGithub } from "@/lib/testing/github";
import { expectNoViolations } from "./no-violations";
import { enter, expectNoSidewaysScroll, fillSignIn, test } from "./visitor";

const WRONG = "E-mail or password is wrong.";

test("whoever wants a page signs in first, and gets it", async ({ page, person }) => {
  await page.goto("/settings/api-keys?status=all");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await fillSignIn(page, person);
  await page.waitForURL("**/settings/api-keys?status=all");
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
});

test("a wrong password is said in place, and nothing of it stands in the address", async ({
  page,
  person,
}) => {
  await page.goto("/sign-in");
  await fillSignIn(page, { ...person, password: "not-the-password" });
  await expect(page.getByRole("alert").filter({ hasText: WRONG })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  await expect(page.getByLabel("Password")).toBeFocused();
  expect(new URL(page.url()).search).toBe("");
  await fillSignIn(page, person);
  await page.waitForURL("**/settings/api-keys");
});

test("what is missing is said at its field, and focus goes there", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription("E-mail is required.");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.getByLabel("E-mail").fill("somebody@example.test");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription("Password is required.");
  await expect(page.getByLabel("Password")).toBeFocused();
});

test("by keyboard alone", async ({ page, person }) => {
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(person.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(person.password);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Show" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/settings/api-keys");
});

/** Spends all tries of the test's address. */
async function failTenTimes(request: APIRequestContext): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  for (let time = 0; time < 10; time += 1) {
    const form = { csrfToken, email: `${time}@example.test`, password: "wrong", json: "true" };
    await request.post("/api/auth/callback/credentials", { form });
  }
}

test("after ten failures the form says when to come back", async ({ page, person, request }) => {
  await page.goto("/sign-in");
  await failTenTimes(request);
  await fillSignIn(page, person);
  await expect(page.getByText("Too many attempts. Try again in 15 minutes.")).toBeVisible();
});

test("a form whose token is gone gets a fresh one by itself", async ({ page, person }) => {
  await page.goto("/sign-in");
  await page.context().clearCookies();
  await fillSignIn(page, person);
  await page.waitForURL("**/settings/api-keys");
});

test("an answer that never arrives is said", async ({ page, person }) => {
  await page.goto("/sign-in");
  await page.route("**/api/auth/**", (route) => route.abort());
  await fillSignIn(page, person);
  await expect(page.getByText("The answer did not arrive.")).toBeVisible();
});

test("signing out by the account menu; going back shows nothing", async ({ page, person }) => {
  await enter(page, person);
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { name: "Sign in to Prepzo" })).toBeVisible();
});

test("through GitHub: the button's form may leave for it, and leads back", async ({ page }) => {
  const github = await playGithub(process.env.GITHUB_URL ?? "");
  const id = randomInt(2 ** 40);
  github.signedIn = {
    id,
    login: `dev${id}`,
    name: "Dev Example",
    email: `dev${id}@example.test`,
    verified: true,
  };
  try {
    await page.goto("/sign-in?callbackUrl=%2Fsettings%2Fprofile");
    await page.getByRole("button", { name: "Continue with GitHub" }).click();
    await page.waitForURL("**/settings/profile");
    await expect(page.getByRole("definition").filter({ hasText: `dev${id}@example.test` })).toBeVisible();
    await expect(page.getByText("Linked", { exact: true })).toBeVisible();
  } finally {
    await github.close();
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("signs in, and leads to the wanted page", async ({ page, person }) => {
    await enter(page, person, "/settings/profile");
    await expect(page.getByRole("heading", { level: 1, name: "Profile" })).toBeVisible();
  });

  test("a wrong password leads back with a sentence, and still to the wanted page", async ({
    page,
    person,
  }) => {
    await page.goto("/sign-in?callbackUrl=%2Fsettings%2Fprofile");
    await fillSignIn(page, { ...person, password: "not-the-password" });
    await expect(page.getByText(WRONG)).toBeVisible();
    expect(page.url()).not.toContain("not-the-password");
    expect(page.url()).not.toContain(encodeURIComponent(person.email));
    await fillSignIn(page, person);
    await page.waitForURL("**/settings/profile");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the page and its errors are accessible, on the narrowest screen too", async ({ page }) => {
      await page.goto("/sign-in?error=CredentialsSignin");
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("Password is required.")).toBeVisible();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });

    test("what too many attempts lead to is accessible, with scripts and without", async ({
      page,
      person,
      request,
    }) => {
      await page.goto("/sign-in");
      await failTenTimes(request);
      await fillSignIn(page, person);
      await expect(page.getByText("Too many attempts.")).toBeVisible();
      await expectNoViolations(page);
      await page
        .locator("form")
        .first()
        .evaluate((form: HTMLFormElement) => form.submit());
      await expect(page.getByRole("heading", { name: "Too many attempts" })).toBeVisible();
      await expectNoViolations(page);
    });
  });
}
