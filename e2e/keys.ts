import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { operator } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import type { Scope } from "@/lib/access/scopes";
import { generateKeyFor } from "@/lib/api-keys/service";
import { makePerson, type Person, signIn } from "./people";

/** A test that begins signed in, as a person of that role in an organization of its own. */
export const test = base.extend<{ role: Role; person: Person }>({
  role: ["admin", { option: true }],
  person: [
    async ({ role, context }, use) => {
      const person = await makePerson(role);
      await signIn(context, person);
      await use(person);
    },
    { auto: true },
  ],
  // A script that throws, or a page that the browser draws differently from the server, fails the test.
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await use(page);
    expect(errors).toEqual([]);
  },
});

/** Makes a key behind the browser's back. */
export function seedKey(
  person: Person,
  name: string,
  scopes: Scope[] = ["candidates:read"],
  now = new Date(),
) {
  const input = { name, description: null, scopes, expires_at: null };
  return generateKeyFor(operator(person.organizationId), person.id, input, now);
}

export async function openKeys(page: Page, query = ""): Promise<void> {
  await page.goto(`/settings/api-keys${query}`);
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
}

/** Fills in and submits the form; leaves the page at the reveal, and returns its dialog. */
export async function generate(page: Page, name: string, scopes: Scope[]): Promise<Locator> {
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  for (const scope of scopes) await form.getByRole("checkbox", { name: scope, exact: true }).check();
  await form.getByRole("button", { name: "Generate key" }).click();
  const reveal = page.getByRole("dialog", { name: "API key created" });
  await expect(reveal).toBeVisible();
  return reveal;
}

export function rowOf(page: Page, name: string): Locator {
  return page.getByRole("table", { name: "API keys" }).getByRole("row", { name, exact: true });
}

/** Calls the API as a program would, without the browser's cookies. */
export async function callApi(key: string, path = "/api-keys/current"): Promise<Response> {
  return fetch(`${process.env.BASE_URL}/api/v1${path}`, { headers: { Authorization: `Bearer ${key}` } });
}
