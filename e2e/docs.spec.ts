import { expect, type Page } from "@playwright/test";
import { GUIDES } from "@/components/docs/guide-list";
import { readReference } from "@/components/docs/reference";
import { apiDocument } from "@/lib/resources";
import { generate, openKeys, seedKey, test as signedIn } from "./keys";
import { expectNoViolations } from "./no-violations";
import { expectNoSidewaysScroll, test } from "./visitor";

const guides = ["/docs", ...GUIDES.map(({ slug }) => `/docs/${slug}`)];

/** The reference as the served document has it. */
async function served() {
  const answer = await fetch(`${process.env.BASE_URL}/api/v1/openapi.json`);
  return readReference((await answer.json()) as object);
}

/** Opens the form of an operation and sends it with that key. */
async function tryIt(page: Page, summary: string, key: string) {
  await page.getByRole("button", { name: `Try it: ${summary}` }).click();
  const form = page.getByRole("form", { name: `Try it: ${summary}` });
  await form.getByLabel("API key").fill(key);
  await form.getByRole("button", { name: "Send request" }).click();
  return form;
}

test("the reference shows each operation of the document, to everyone", async ({ page }) => {
  test.slow();
  const resources = await served();
  await page.goto("/docs");
  for (const { title, operations } of resources) {
    const links = page.getByRole("list", { name: title, exact: true }).getByRole("link");
    await expect(links).toHaveText(operations.map(({ summary }) => summary));
  }
  for (const { slug, title, operations } of resources) {
    await page.goto(`/docs/reference/${slug}`);
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    for (const { id, method, path, summary } of operations) {
      const article = page.locator("article", { has: page.locator(`[id="${id}"]`) });
      await expect(article.getByRole("heading", { level: 2, name: summary, exact: true })).toBeVisible();
      await expect(article.getByText(method, { exact: true })).toBeVisible();
      await expect(article.getByText(path, { exact: true })).toBeVisible();
    }
  }
});

test("what no guide and no resource is called is not found", async ({ page }) => {
  for (const path of ["/docs/nothing", "/docs/reference/nothing"])
    expect((await page.goto(path))?.status()).toBe(404);
});

test("try it calls the API with a key that is kept nowhere, and asks no other origin", async ({
  page,
  person,
  context,
  baseURL,
}) => {
  const { key } = await seedKey(person, "Reader", ["candidates:read", "candidates:write"]);
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.exposeFunction("complain", (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      (window as unknown as { complain(text: string): void }).complain(event.violatedDirective),
    );
  });

  await page.goto("/docs/reference/candidates");
  const list = await tryIt(page, "List candidates, newest first", key);
  await expect(list.getByText("Answered with status 200")).toBeAttached();
  await expect(list.getByRole("region", { name: "Body of the answer" })).toContainText('"success": true');

  // The key stays while the reader moves within the reference, and is gone after a reload.
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "API keys" }).click();
  await page.getByRole("button", { name: "Try it: Get the API key" }).click();
  const current = page.getByRole("form", { name: "Try it: Get the API key" });
  await expect(current.getByLabel("API key")).toHaveValue(key);
  await current.getByRole("button", { name: "Send request" }).click();
  await expect(current.getByText("Answered with status 200")).toBeAttached();

  expect(complaints).toEqual([]);
  expect(asked.filter((url) => new URL(url).origin !== baseURL)).toEqual([]);
  expect(asked.filter((url) => url.includes(key))).toEqual([]);
  expect(page.url()).not.toContain(key);
  expect(JSON.stringify(await context.cookies())).not.toContain(key);
  const stored = await page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, await indexedDB.databases()]),
  );
  expect(stored).not.toContain(key);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.reload();
  expect(await page.content()).not.toContain(key);
  await page.getByRole("button", { name: "Try it: Get the API key" }).click();
  await expect(current.getByLabel("API key")).toHaveValue("");
});

test("try it shows a refusal as it is, and says when no answer comes", async ({ page, context }) => {
  await page.goto("/docs/reference/candidates");
  const form = await tryIt(page, "List candidates, newest first", "pk_live_mistyped");
  await expect(form.getByText("Answered with status 401")).toBeAttached();
  await form.getByText(/\d+ headers/).click();
  await expect(form.getByText('Bearer realm="prepzo", error="invalid_token"')).toBeVisible();
  await context.setOffline(true);
  await form.getByRole("button", { name: "Send request" }).click();
  await expect(form.getByRole("alert")).toContainText("No answer came");
});

test("a row can be made by trying it, from the example in the document", async ({ page, person }) => {
  const { key } = await seedKey(person, "Writer", ["candidates:write"]);
  await page.goto("/docs/reference/candidates");
  await page.getByRole("button", { name: "Try it: Create a new candidate" }).click();
  const form = page.getByRole("form", { name: "Try it: Create a new candidate" });
  const body = JSON.stringify({ full_name: "Mary Somerville", email: "mary@example.com" });
  await form.getByLabel("Body", { exact: true }).fill(body);
  await form.getByLabel("API key").fill(key);
  await form.getByRole("button", { name: "Send request" }).click();
  await expect(form.getByText("Answered with status 201")).toBeAttached();
});

const references = readReference(apiDocument()).map(({ slug }) => `/docs/reference/${slug}`);

// Every page of the reference is made of the same parts, so that one of them shows the dark theme of all.
const audited = { light: [...guides, ...references], dark: [...guides, "/docs/reference/candidates"] };

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    for (const path of audited[colorScheme]) {
      test(`${path} is accessible, and fits the narrowest screens`, async ({ page }) => {
        await page.goto(path);
        await expectNoViolations(page);
        await expectNoSidewaysScroll(page);
      });
    }

    test("a tried operation is accessible, and fits the narrowest screens", async ({ page, person }) => {
      const { key } = await seedKey(person, "Audited");
      await page.goto("/docs/reference/candidates");
      const form = await tryIt(page, "List candidates, newest first", key);
      await expect(form.getByText("Answered with status 200")).toBeAttached();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
    });
  });
}

test("tables in the guides hold what the code declares", async ({ page }) => {
  await page.goto("/docs/rate-limits");
  const plans = page.getByRole("table", { name: "Limits by plan" });
  await expect(plans.getByRole("row", { name: /enterprise/i })).toContainText("10,000");
  await page.goto("/docs/scopes");
  await expect(page.getByRole("table", { name: "All scopes" }).getByRole("rowheader")).toHaveCount(17);
  await page.goto("/docs/authentication");
  await expect(page.getByText("^pk_live_[A-Za-z0-9_-]{32}$")).toBeVisible();
});

signedIn(
  "the keys page and the secret lead to the reference, and the secret stays",
  async ({ page, context }) => {
    const scripts: Promise<string>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.text().catch(() => ""));
    });
    await openKeys(page);
    const reveal = await generate(page, "Linked", ["candidates:read"]);
    // What only the reference needs, other pages do not load.
    expect((await Promise.all(scripts)).filter((text) => text.includes("Kept in memory only"))).toEqual([]);
    const opened = context.waitForEvent("page");
    await reveal.getByRole("link", { name: "Read the API reference" }).click();
    await expect((await opened).getByRole("heading", { level: 1, name: "Prepzo API" })).toBeVisible();
    await expect(reveal.getByRole("button", { name: "Copy key" })).toBeVisible();
    await reveal.getByRole("button", { name: "Show key" }).click();
    await reveal.getByRole("button", { name: "Done" }).click();
    await page.getByRole("main").getByRole("link", { name: "Read the API reference" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Prepzo API" })).toBeVisible();
  },
);
