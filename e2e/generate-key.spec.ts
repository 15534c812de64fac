import { expect, type Page } from "@playwright/test";
import { callApi, generate, openKeys, rowOf, test } from "./keys";

test("an empty list explains itself and offers the one button", async ({ page }) => {
  await openKeys(page);
  await expect(page.getByRole("heading", { name: "No API keys yet" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Generate New Key" })).toHaveCount(1);
});

test("what is missing is said at its field, and focus goes there", async ({ page }) => {
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await form.getByRole("button", { name: "Generate key" }).click();
  const name = form.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Name is required/);
  await expect(form.getByRole("group", { name: "Scopes", exact: true })).toHaveAccessibleDescription(
    /Choose at least one scope/,
  );

  await name.fill("Named");
  await form.getByRole("button", { name: "Generate key" }).click();
  await expect(form.getByRole("group", { name: "Scopes", exact: true })).toBeFocused();
});

test("presets choose, broad scopes include, and full access asks for a tick", async ({ page }) => {
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  const scope = (name: string) => form.getByRole("checkbox", { name, exact: true });
  for (const box of await form
    .getByRole("group", { name: "Scopes", exact: true })
    .getByRole("checkbox")
    .all()) {
    await expect(box).not.toBeChecked();
  }
  await form.getByRole("button", { name: "Reporting" }).click();
  await expect(scope("analytics:read")).toBeChecked();
  await expect(form.getByText("Reads analytics.")).toBeVisible();

  await form.getByRole("button", { name: "Clear" }).click();
  await scope("bulk:write").check();
  await expect(form.getByText(/does nothing without a write scope/)).toBeVisible();
  await scope("jobs:write").check();
  await expect(form.getByText(/does nothing without a write scope/)).toBeHidden();

  await scope("read").check();
  await expect(scope("candidates:read")).toBeChecked();
  await expect(scope("candidates:read")).toBeDisabled();
  await expect(scope("candidates:read")).toHaveAccessibleDescription("Read candidate data. Included in read");
  await expect(scope("candidates:write")).not.toBeChecked();

  await form.getByRole("button", { name: "Full access" }).click();
  await form.getByRole("textbox", { name: "Name" }).fill("All");
  await form.getByRole("button", { name: "Generate key" }).click();
  const tick = form.getByRole("checkbox", { name: /everything/ });
  await expect(tick).toBeFocused();
  await tick.check();
  await form.getByRole("button", { name: "Generate key" }).click();
  await expect(page.getByRole("dialog", { name: "API key created" })).toBeVisible();
});

test("the scope search narrows the matrix and keeps what was chosen", async ({ page }) => {
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await form.getByRole("checkbox", { name: "jobs:read", exact: true }).check();
  await form.getByRole("searchbox", { name: "Search scopes" }).fill("schedule");
  await expect(form.getByRole("checkbox", { name: "interviews:write", exact: true })).toBeVisible();
  await expect(form.getByRole("checkbox", { name: "jobs:read", exact: true })).toBeHidden();
  await expect(form.getByText(/^Reads \d+ jobs?\.$/)).toBeVisible();
});

test("only Done closes the reveal, and it asks where the key was not taken", async ({ page }) => {
  await openKeys(page);
  const reveal = await generate(page, "Untaken", ["jobs:read"]);
  await page.keyboard.press("Escape");
  await page.mouse.click(5, 5);
  await expect(reveal).toBeVisible();
  await expect(reveal.getByTestId("secret")).toHaveText(/^pk_live_.{4}•{8}.{4}$/);

  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(reveal.getByRole("alert")).toContainText("neither copied nor shown");
  await reveal.getByRole("button", { name: "Revoke it" }).click();
  await expect(reveal).toBeHidden();
  await expect(rowOf(page, "Untaken")).toContainText("Revoked");
});

test("a shown key may be closed, and never comes back", async ({ page }) => {
  await openKeys(page);
  const reveal = await generate(page, "Once", ["jobs:read"]);
  await reveal.getByRole("button", { name: "Show key" }).click();
  const key = (await reveal.getByTestId("secret").textContent()) ?? "";
  expect((await callApi(key)).status).toBe(200);

  const traces = () =>
    page.evaluate(() =>
      [
        location.href,
        JSON.stringify(history.state),
        ...Object.values({ ...localStorage, ...sessionStorage }),
      ].join(),
    );
  expect(await traces()).not.toContain(key);
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(reveal).toBeHidden();
  await expectNotIn(page, key);
  expect(await traces()).not.toContain(key);
  const reloaded = await page.reload();
  expect(await reloaded?.text()).not.toContain(key);
  await page.goto("/settings/profile");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  await expectNotIn(page, key);
});

/** Read again where the page was just being drawn anew. */
async function expectNotIn(page: Page, secret: string): Promise<void> {
  await expect(async () => expect(await page.content()).not.toContain(secret)).toPass();
}

test("leaving while the secret is open warns, and a reload does not bring it back", async ({ page }) => {
  await openKeys(page);
  const reveal = await generate(page, "Left behind", ["jobs:read"]);
  await reveal.getByRole("button", { name: "Show key" }).click();
  const key = (await reveal.getByTestId("secret").textContent()) ?? "";
  const warning = page.waitForEvent("dialog");
  const reload = page.reload();
  const dialog = await warning;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  expect(await (await reload)?.text()).not.toContain(key);
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("the Back button asks before it takes the secret away", async ({ page }) => {
  await page.goto("/settings/profile");
  await page.getByRole("link", { name: "API Keys", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  const reveal = await generate(page, "Not lost", ["jobs:read"]);
  await page.evaluate(() => window.history.back());
  await expect(reveal.getByRole("alert")).toContainText("neither copied nor shown");
  await expect(page).toHaveURL(/api-keys$/);
  await reveal.getByRole("button", { name: "Show key" }).click();
  const key = (await reveal.getByTestId("secret").textContent()) ?? "";
  expect((await callApi(key)).status).toBe(200);
});

test("closing the secret leaves nothing behind on the way back", async ({ page }) => {
  await page.goto("/settings/profile");
  await page.getByRole("link", { name: "API Keys", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  const reveal = await generate(page, "Taken", ["jobs:read"]);
  await page.goBack();
  await reveal.getByRole("button", { name: "Show key" }).click();
  await reveal.getByRole("button", { name: "Close", exact: true }).click();
  await expect(rowOf(page, "Taken")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Profile" })).toBeVisible();
});

test("a lost answer leaves a key that the list marks, with Revoke beside it", async ({ page }) => {
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await form.getByRole("textbox", { name: "Name" }).fill("Lost");
  await form.getByRole("checkbox", { name: "jobs:read", exact: true }).check();
  await page.route("**/settings/api-keys", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await form.getByRole("button", { name: "Generate key" }).click();
  await expect(form.getByRole("alert")).toContainText("The answer did not arrive");
  await page.unroute("**/settings/api-keys");
  await form.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await expect(rowOf(page, "Lost")).toContainText("Created, secret never shown");
  await page.getByRole("button", { name: "Revoke Lost" }).click();
  await page
    .getByRole("alertdialog", { name: "Revoke Lost?" })
    .getByRole("button", { name: "Revoke key" })
    .click();
  await expect(rowOf(page, "Lost")).toContainText("Revoked");
});

test("without a connection the page stays, with what was typed and with the secret", async ({
  page,
  context,
}) => {
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await form.getByRole("textbox", { name: "Name" }).fill("Offline");
  await form.getByRole("checkbox", { name: "jobs:read", exact: true }).check();
  await context.setOffline(true);
  await form.getByRole("button", { name: "Generate key" }).click();
  await expect(form.getByRole("alert")).toContainText("The answer did not arrive");
  await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue("Offline");
  await context.setOffline(false);
  await form.getByRole("button", { name: "Generate key" }).click();
  const reveal = page.getByRole("dialog", { name: "API key created" });
  await expect(reveal).toBeVisible();
  await context.setOffline(true);
  await reveal.getByRole("button", { name: "Show key" }).click();
  await expect(reveal.getByTestId("secret")).toHaveText(/^pk_live_[\w-]{32}$/);
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(reveal).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
});

test("where the clipboard is refused the key can be copied by hand", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await openKeys(page);
  const reveal = await generate(page, "By hand", ["jobs:read"]);
  await reveal.getByRole("button", { name: "Copy key" }).click();
  const field = page.getByRole("dialog", { name: "Copy by hand" }).getByRole("textbox");
  await expect(field).toBeFocused();
  expect((await callApi(await field.inputValue())).status).toBe(200);
});

test("the exact end stands beside the choice, and a date means its last moment here", async ({ page }) => {
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  await expect(form.getByLabel("Expiration")).toHaveValue("90d");
  await expect(form.getByText(/^Ends .+ \d{4}/)).toBeVisible();
  await form.getByLabel("Expiration").selectOption("On a date");
  await form.getByLabel("Last day").fill("2031-03-09");
  await expect(form.getByText(/^Ends Mar 9, 2031, 11:59/)).toBeVisible();
  await form.getByLabel("Expiration").selectOption("No expiration");
  await expect(form.getByText(/without an end/)).toBeVisible();
});

test("keyboard alone generates, copies and closes", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openKeys(page);
  const trigger = page.getByRole("button", { name: "Generate New Key" });
  await trigger.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.type("By keyboard");
  const box = page.getByRole("checkbox", { name: "candidates:read", exact: true });
  for (
    let presses = 0;
    presses < 20 && !(await box.evaluate((it) => it === document.activeElement));
    presses++
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await page.keyboard.press("Enter");
  const reveal = page.getByRole("dialog", { name: "API key created" });
  await expect(reveal.getByRole("button", { name: "Copy key" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(reveal.getByText("Copied", { exact: true })).toBeVisible();
  await reveal.getByRole("button", { name: "Done" }).focus();
  await page.keyboard.press("Enter");
  await expect(reveal).toBeHidden();
  await expect(rowOf(page, "By keyboard")).toBeVisible();
});

test.describe("a viewer", () => {
  test.use({ role: "viewer" });

  test("cannot choose write scopes, and is told why", async ({ page }) => {
    await openKeys(page);
    await page.getByRole("button", { name: "Generate New Key" }).click();
    const form = page.getByRole("dialog", { name: "Generate new key" });
    for (const name of ["candidates:write", "bulk:write", "write", "*"]) {
      const box = form.getByRole("checkbox", { name, exact: true });
      await expect(box).toBeDisabled();
      await expect(box).toHaveAccessibleDescription(/Your role \(Viewer\) does not include this$/);
    }
    await expect(form.getByRole("checkbox", { name: "read", exact: true })).toBeEnabled();
    await expect(form.getByRole("button", { name: "Full access" })).toBeDisabled();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the same table is stacked, nothing is wider than the screen, and a key can be made", async ({
    page,
  }) => {
    await openKeys(page);
    const reveal = await generate(page, "Phone", ["candidates:read", "jobs:read", "jobs:write"]);
    await reveal.getByRole("button", { name: "Show key" }).click();
    await reveal.getByRole("button", { name: "Done" }).click();
    await expect(rowOf(page, "Phone").getByRole("cell").filter({ hasText: "Last used" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("checkbox", { name: "Select all keys on this page" }).check();
    await expect(page.getByText("1 selected")).toBeInViewport();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it needs", async ({ page }) => {
    await page.goto("/settings/api-keys");
    // By its element: Playwright's search for text passes over noscript.
    const note = page.locator("noscript p");
    await expect(note).toBeVisible();
    expect(await note.textContent()).toBe("Managing keys needs JavaScript");
  });
});
