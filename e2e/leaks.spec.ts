import { expect } from "@playwright/test";
import { NOWHERE } from "@/lib/access/actor";
import { mint } from "@/lib/api-keys/token";
import { db } from "@/lib/db";
import { reportFinds } from "@/lib/leaks/report";
import { callApi, generate, openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { expectNoSidewaysScroll, test as visitor } from "./visitor";

const REPO = "https://github.com/octocat/hello/blob/main/.env";

function found(token: string, url: string) {
  return reportFinds([{ token, type: "prepzo_api_key", url, source: "commit" }], NOWHERE, new Date());
}

for (const colorScheme of ["light", "dark"] as const) {
  visitor.describe(`reporting a key, in the ${colorScheme} theme`, () => {
    visitor.use({ colorScheme, reducedMotion: "reduce" });

    visitor("what is pasted is judged here, and sent only by Revoke", async ({ page, person }) => {
      const { key } = await seedKey(person, "Lost");
      const sent: string[] = [];
      await page.goto("/report-key");
      await page.waitForLoadState("networkidle");
      page.on("request", (request) => sent.push(request.url()));
      await expectNoViolations(page);
      const field = page.getByLabel("The key you found");
      const press = () => page.getByRole("button", { name: "Revoke" }).click();

      await press();
      await expect(field).toBeFocused();
      await expect(page.getByText("Paste the key that you found")).toBeVisible();
      await field.fill("AKIAIOSFODNN7EXAMPLE");
      await press();
      await expect(page.getByText("This is no key of Prepzo")).toBeVisible();
      const wrong = key.slice(0, 20) + (key[20] === "A" ? "B" : "A") + key.slice(21);
      await field.fill(wrong);
      await press();
      await expect(page.getByText("the checksum of this key is not right")).toBeVisible();
      await expectNoViolations(page);
      await field.fill(`  ${key} `);
      await expect(page.getByText("This has the form of a key")).toBeVisible();
      expect(sent).toEqual([]);

      await field.press("Enter");
      await expect(page.getByText("If this key still worked, it is revoked now")).toBeVisible();
      await expectNoViolations(page);
      expect(sent).toEqual([new URL("/api/v1/api-keys/revoke", page.url()).href]);
      expect((await callApi(key)).status).toBe(401);
      expect(new URL(page.url()).search).toBe("");
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
      expect(kept).not.toContain(key);
      await page.getByRole("button", { name: "Report another key" }).click();
      await expect(field).toHaveValue("");
      await expectNoSidewaysScroll(page);
    });
  });

  test.describe(`banners, in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("a key that leaked and lives is in the list's banner, and has a badge", async ({ page, person }) => {
      const alert = await seedKey(person, "Watched");
      await db().apiKey.update({ where: { id: alert.id }, data: { on_leak: "alert" } });
      await found(alert.key, REPO);
      const gone = await seedKey(person, "Gone");
      await found(gone.key, "");

      await openKeys(page);
      const banner = page.getByText("Keys that leaked still work").locator("..");
      await expect(banner.getByRole("link", { name: "Watched" })).toBeVisible();
      await expect(banner).not.toContainText("Gone");
      await expect(rowOf(page, "Watched").getByText("Leaked")).toBeVisible();
      await expect(rowOf(page, "Gone").getByText("Leaked")).toHaveCount(0);
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await expectNoViolations(page);
      await banner.getByRole("link", { name: "Watched" }).click();
      await expect(page.getByText("This key leaked")).toBeVisible();
    });

    test("a key's page says where it was seen, living or dead", async ({ page, person }) => {
      const alert = await seedKey(person, "Watched");
      await db().apiKey.update({ where: { id: alert.id }, data: { on_leak: "alert" } });
      await found(alert.key, REPO);
      await found(alert.key, "javascript:alert(1)//https://example.com");
      const gone = await seedKey(person, "Gone");
      await found(gone.key, "");

      await page.goto(`/settings/api-keys/${alert.id}`);
      await expect(page.getByText("This key leaked")).toBeVisible();
      const place = page.getByRole("link", { name: REPO });
      await expect(place).toHaveAttribute("href", REPO);
      await expect(place).toHaveAttribute("rel", /noreferrer/);
      await expect(page.getByText("javascript:alert(1)")).toBeVisible();
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      await expect(page.getByText("It still works. Rotate or revoke it now.")).toBeVisible();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);

      await page.goto(`/settings/api-keys/${gone.id}`);
      await expect(page.getByText("It does not work any more")).toBeVisible();
      await expect(page.getByText("Found in public by GitHub").first()).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

visitor("a limit or a failure is told, and the key stays to be sent again", async ({ page }) => {
  await page.goto("/report-key");
  const { key } = mint();
  await page.getByLabel("The key you found").fill(key);
  await page.route("**/api/v1/api-keys/revoke", (route) => route.abort());
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("The report did not arrive")).toBeVisible();
  await page.unroute("**/api/v1/api-keys/revoke");
  const { origin } = new URL(page.url());
  const headers = { "Content-Type": "application/json" };
  for (let calls = 0; calls < 60; calls++)
    await page.request.post(`${origin}/api/v1/api-keys/revoke`, { headers, data: "[" });
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText(/Try again in \d+ seconds/)).toBeVisible();
  await expect(page.getByLabel("The key you found")).toHaveValue(key);
});

test("the reveal and the guides lead to the page, and the rule for gitleaks can be had", async ({ page }) => {
  await openKeys(page);
  const reveal = await generate(page, "Linked", ["candidates:read"]);
  await expect(reveal.getByRole("link", { name: "Found a key? Report it" })).toHaveAttribute(
    "href",
    "/report-key",
  );
  await page.goto("/docs/leaked-keys");
  await expectNoViolations(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "rule to download" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("gitleaks.toml");
  await page.getByRole("link", { name: "Report a key", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Report a key you found" })).toBeVisible();
});
