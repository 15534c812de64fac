import { randomInt } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { db } from "@/lib/db";
import { playGithub } from "@/lib/testing/github";
import { openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { forgetProof, type Person } from "./people";
import { enter, expectNoSidewaysScroll, test as visitor } from "./visitor";

/** Fills in the form of a new key and sends it, long after the last proof. */
async function generateLate(page: Page, person: Person) {
  await forgetProof(person);
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await form.getByRole("textbox", { name: "Name" }).fill("Typed before");
  await form.getByRole("button", { name: "Reporting" }).click();
  await form.getByRole("button", { name: "Generate key" }).click();
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await expect(prompt.getByLabel("Password")).toBeFocused();
  return prompt;
}

test("what grants asks for the password above the form, and goes on with what was typed", async ({
  page,
  person,
}) => {
  const prompt = await generateLate(page, person);
  await page.keyboard.press("Enter");
  await expect(prompt.getByLabel("Password")).toHaveAccessibleDescription("Password is required.");
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await expect(prompt.getByLabel("Password")).toHaveAccessibleDescription("Password is wrong.");
  await expect(prompt.getByLabel("Password")).toBeFocused();
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  const reveal = page.getByRole("dialog", { name: "API key created" });
  await expect(reveal).toContainText("Typed before");
  await expect(prompt).toBeHidden();
  await expect(reveal.getByRole("button", { name: "Copy key", exact: true })).toBeFocused();
  expect(await db().apiKey.count({ where: { owner_id: person.id } })).toBe(1);
});

test("given up, it changes nothing, and the form is as it was", async ({ page, person }) => {
  await generateLate(page, person);
  await page.keyboard.press("Escape");
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await expect(form.getByRole("alert")).toBeEmpty();
  await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue("Typed before");
  await expect(form.getByRole("checkbox", { name: "analytics:read" })).toBeChecked();
  await expect(form.getByRole("button", { name: "Generate key" })).toBeFocused();
  expect(await db().apiKey.count({ where: { owner_id: person.id } })).toBe(0);
});

test("a key that is not enabled after all raises no alarm", async ({ page, person }) => {
  const { id } = await seedKey(person, "Paused");
  await db().apiKey.update({ where: { id }, data: { enabled: false } });
  await forgetProof(person);
  await openKeys(page);
  await rowOf(page, "Paused").getByRole("button", { name: "Actions for Paused" }).click();
  await page.getByRole("menuitem", { name: "Enable" }).click();
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await prompt.getByRole("button", { name: "Cancel" }).click();
  await expect(prompt).toBeHidden();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(page.getByText("was not enabled")).toBeHidden();
});

visitor("too many wrong passwords are said", async ({ page, person, context }) => {
  await enter(page, person);
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const wrong = Array.from({ length: 10 }, (_, number) => ({
    email: `${number}@example.test`,
    password: "wrong",
  }));
  for (const guess of wrong)
    await context.request.post("/api/auth/callback/credentials", { form: { csrfToken, ...guess } });
  const prompt = await generateLate(page, person);
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await expect(prompt.getByRole("alert")).toContainText("Too many attempts. Try again in");
});

test("what only restricts asks nothing, and what prolongs does", async ({ page, person }) => {
  await seedKey(person, "Nightly");
  await forgetProof(person);
  await openKeys(page);
  const change = async (choice: string) => {
    await rowOf(page, "Nightly").getByRole("button", { name: "Actions for Nightly" }).click();
    await page.getByRole("menuitem", { name: "Change expiration" }).click();
    const dialog = page.getByRole("dialog", { name: "Change expiration of Nightly" });
    await dialog.getByLabel("Expiration").selectOption(choice);
    await dialog.getByRole("button", { name: "Save expiration" }).click();
    return dialog;
  };
  await expect(await change("30 days")).toBeHidden();
  await expect(rowOf(page, "Nightly")).toContainText(/in (29|30) days/);
  const dialog = await change("90 days");
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await prompt.getByLabel("Password").fill(person.password);
  await prompt.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, "Nightly")).toContainText(/in (89|90) days/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the prompt and its error are accessible, on the narrowest screen too", async ({ page, person }) => {
      const prompt = await generateLate(page, person);
      await expectNoViolations(page);
      await prompt.getByRole("button", { name: "Confirm" }).click();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await expect(prompt.getByRole("button", { name: "Confirm" })).toBeInViewport({ ratio: 1 });
    });
  });
}

visitor("linking a provider asks for the password first", async ({ page, person }) => {
  await enter(page, person, "/settings/profile");
  await forgetProof(person);
  await page.getByRole("button", { name: "Link GitHub" }).click();
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await prompt.getByRole("button", { name: "Cancel" }).click();
  await expect(prompt).toBeHidden();
  await expect(page.getByText("Confirm that it is you")).toBeHidden();
  await page.getByRole("button", { name: "Link GitHub" }).click();
  await prompt.getByLabel("Password").fill(person.password);
  // Not to arrive there: another test may play GitHub just now.
  await page.route(`${process.env.GITHUB_URL}/**`, (route) => route.abort());
  const away = page.waitForRequest((request) => request.url().startsWith(process.env.GITHUB_URL ?? ""));
  await prompt.getByRole("button", { name: "Confirm" }).click();
  await away;
});

base(
  "without a password, the provider is asked again in another tab, and the form goes on",
  async ({ page }) => {
    const github = await playGithub(process.env.GITHUB_URL ?? "");
    const id = randomInt(2 ** 40);
    github.signedIn = { id, login: `dev${id}`, name: "Dev", email: `dev${id}@example.test`, verified: true };
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Continue with GitHub" }).click();
    await expect(page.getByRole("heading", { name: "No API keys yet" })).toBeVisible();
    const user = await db().user.findUniqueOrThrow({ where: { email: github.signedIn.email } });
    await db().session.updateMany({ where: { user_id: user.id }, data: { proven_at: new Date(0) } });

    await page.getByRole("button", { name: "Generate New Key" }).click();
    const form = page.getByRole("dialog", { name: "Generate new key" });
    await form.getByRole("textbox", { name: "Name" }).fill("Mine");
    await form.getByRole("button", { name: "Reporting" }).click();
    await form.getByRole("button", { name: "Generate key" }).click();
    const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
    await expect(prompt).toContainText("GitHub opens in another tab");
    await expectNoViolations(page);

    const right = github.signedIn;
    github.signedIn = { ...right, id: right.id + 1 };
    const wrongTab = page.waitForEvent("popup");
    await prompt.getByRole("button", { name: "Continue with GitHub" }).click();
    await expect((await wrongTab).getByText("Not confirmed")).toBeVisible();
    await expect(prompt).toContainText("Waiting for the other tab.");

    github.signedIn = right;
    const tab = page.waitForEvent("popup");
    await prompt.getByRole("button", { name: "Continue with GitHub" }).click();
    await expect((await tab).getByRole("heading", { name: "You can close this tab" })).toBeVisible();
    await expectNoViolations(await tab);
    const reveal = page.getByRole("dialog", { name: "API key created" });
    await expect(reveal).toContainText("Mine");
    await github.close();
  },
);
