import { test as base, expect, type Page } from "@playwright/test";
import { freshAddress } from "@/lib/testing/browser";
import { makePerson, type Person } from "./people";

/** A test whose browser comes from an address of its own, so that no other test's attempts count with its; with an account that is not signed in. */
export const test = base.extend<{ person: Person }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  extraHTTPHeaders: async ({}, use) => use({ "X-Forwarded-For": freshAddress() }),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  person: async ({}, use) => use(await makePerson("admin")),
});

export async function fillSignIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in by the form and waits for the page that follows. */
export async function enter(page: Page, person: Person, path = "/settings/api-keys"): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  await fillSignIn(page, person);
  await page.waitForURL(`**${path}`);
}

/** Nothing may need scrolling sideways on the narrowest screens. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(width).toBeLessThanOrEqual(320);
}
