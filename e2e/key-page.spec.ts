import { expect, type Page } from "@playwright/test";
import { operator } from "@/lib/access/actor";
import { changeKey } from "@/lib/api-keys/change-key";
import { revokeKey } from "@/lib/api-keys/revoke";
import { rotateKey } from "@/lib/api-keys/rotate";
import { db } from "@/lib/db";
import { callApi, openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import { makePerson, type Person } from "./people";

const DAY = 86_400_000;

async function openKey(page: Page, id: string, query = ""): Promise<void> {
  await page.goto(`/settings/api-keys/${id}${query}`);
  await expect(page.getByRole("heading", { level: 2, name: "Details" })).toBeVisible();
}

/** Makes a key old enough that what it never used says something. */
async function ageKey(id: string, days: number): Promise<void> {
  await db().apiKey.update({ where: { id }, data: { created_at: new Date(Date.now() - days * DAY) } });
}

/** Puts requests into the log of a key, as if they had been made, the latest first. */
async function logRequests(person: Person, key_id: string, count: number): Promise<void> {
  const now = Date.now();
  await db().keyRequest.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      // The latest has the greatest id, and no two keys share one.
      id: requestId(key_id, index),
      organization_id: person.organizationId,
      key_id,
      at: new Date(now - index * 1_000),
      method: "GET",
      path: "/candidates/{id}",
      status: index % 10 === 0 ? 404 : 200,
      duration_ms: 3,
      address: "203.0.113.7",
      user_agent: "curl/8",
      dead: false,
    })),
  });
}

/** So many callers of today, and so many entries of the trail, each a minute older than the one before. */
async function logCallersAndEntries(person: Person, key_id: string, count: number): Promise<void> {
  const { organizationId: organization_id } = person;
  const [now, numbers] = [Date.now(), Array.from({ length: count }, (_, index) => index)];
  await db().keyAddress.createMany({
    data: numbers.map((index) => ({
      organization_id,
      key_id,
      date: new Date(now),
      dead: false,
      address: `10.1.${index >> 8}.${index & 255}`,
      user_agent: "curl/8",
      calls: count - index,
      last_seen: new Date(now),
    })),
  });
  await db().auditEntry.createMany({
    data: numbers.map((index) => ({
      id: requestId(key_id, index),
      organization_id,
      actor_kind: "operator" as const,
      action: "api_key.changed",
      target_type: "api_key",
      target_id: key_id,
      changes: { description: { from: `Text ${index + 1}`, to: `Text ${index}` } },
      created_at: new Date(now - index * 60_000),
    })),
  });
}

function requestId(key_id: string, index: number): string {
  return `${key_id.slice(0, 24)}${String(999_999 - index).padStart(12, "0")}`;
}

test("from the list to a key that was never used, and what it can be called with", async ({
  page,
  person,
}) => {
  const { id } = await seedKey(person, "Careers site");
  await openKeys(page);
  await rowOf(page, "Careers site").getByRole("link", { name: "Careers site" }).click();
  await expect(page).toHaveURL(`/settings/api-keys/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "Careers site" })).toBeVisible();
  await expect(page.getByText("0 in the last 30 days")).toBeVisible();
  await expect(page.getByText("Nobody called.")).toBeVisible();
  const line = page.getByRole("region", { name: "A first call" });
  await expect(line).toContainText(/Bearer pk_live_.{4}….{4}"/);
  await expect(line).toContainText(`${process.env.BASE_URL}/api/v1/candidates`);
  await expect(page.getByText("An operator made it")).toBeVisible();
});

test("what can be done from the page: rename, disable and enable, rotate, revoke", async ({
  page,
  person,
}) => {
  const { id, key } = await seedKey(person, "Sync");
  await openKey(page, id);
  await page.getByRole("button", { name: "Edit" }).click();
  const edit = page.getByRole("dialog", { name: "Edit key" });
  await edit.getByRole("textbox", { name: "Name" }).fill("Sync, both ways");
  await edit.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sync, both ways" })).toBeVisible();
  await expect(page.getByText("Name: Sync → Sync, both ways")).toBeVisible();

  const choose = async (item: string) => {
    await page.getByRole("button", { name: "Actions for Sync, both ways" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await choose("Disable");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable key" }).click();
  await expect(page.getByRole("button", { name: "Rotate" })).toBeHidden();
  expect((await callApi(key)).status).toBe(401);
  await page.getByRole("button", { name: "Enable" }).click();
  await page.getByRole("button", { name: "Rotate" }).click();
  await page.getByRole("dialog", { name: "Rotate key" }).getByRole("button", { name: "Rotate key" }).click();
  const reveal = page.getByRole("dialog", { name: "API key rotated" });
  await reveal.getByRole("button", { name: "Show key" }).click();
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("region", { name: "Old key" })).toContainText("(this key)");

  await choose("Revoke");
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Robin Example revoked it")).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit" })).toBeHidden();
  await expect(page.locator("#content")).toBeFocused();
  expect((await callApi(key)).status).toBe(401);
});

test("a call shows within seconds: in the chart, its scope, endpoint, caller and request", async ({
  page,
  person,
}) => {
  const { id, key } = await seedKey(person, "Busy", ["candidates:read", "jobs:read"]);
  await callApi(key, "/candidates");
  await callApi(key, "/offers");
  await expect(async () => {
    await openKey(page, id);
    await expect(page.getByText("2 in the last 30 days")).toBeVisible({ timeout: 1_000 });
    // The tables are read one after the other, and a flush may come between them.
    await expect(page.getByRole("table", { name: "Latest requests" }).getByRole("row")).toHaveCount(3, {
      timeout: 1_000,
    });
  }).toPass();
  await expect(page.getByRole("toolbar").getByRole("button").last()).toHaveAccessibleName(
    /: 2 requests \(1 OK, 1 client error\)$/,
  );
  const scopes = page.getByRole("table", { name: "Scopes" });
  const endpoints = page.getByRole("table", { name: "Endpoints" });
  await expect(scopes.getByRole("row", { name: "candidates:read" })).not.toContainText("Never");
  await expect(scopes.getByRole("row", { name: "jobs:read" })).toContainText("Never");
  await expect(endpoints.getByRole("row", { name: "GET /candidates" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Callers" }).getByRole("row")).toHaveCount(2);
  await page
    .getByRole("navigation", { name: "Outcome" })
    .getByRole("link", { name: "Client errors" })
    .click();
  const requests = page.getByRole("table", { name: "Latest requests" });
  await expect(requests.getByRole("row")).toHaveCount(2);
  await expect(requests.getByRole("row", { name: "GET /offers" })).toContainText("403");
});

test("the chart by keyboard, and as a table; another window stands in the address", async ({
  page,
  person,
}) => {
  const { id } = await seedKey(person, "Chart");
  const date = new Date(new Date().toISOString().slice(0, 10));
  const none = { ok: 0, client_error: 0, server_error: 0, rate_limited: 0, after_death: 0 };
  const day = { ...none, organization_id: person.organizationId, key_id: id };
  await db().keyDay.createMany({
    data: [
      { ...day, date, ok: 12, server_error: 1 },
      { ...day, date: new Date(date.getTime() - DAY), rate_limited: 3 },
    ],
  });
  await openKey(page, id);
  await page.getByRole("navigation", { name: "Days shown" }).getByRole("link", { name: "7 days" }).click();
  await expect(page).toHaveURL(/\?days=7$/);
  const bars = page.getByRole("toolbar", { name: /Requests by day/ }).getByRole("button");
  await expect(bars).toHaveCount(7);
  await bars.last().focus();
  await expect(bars.last()).toHaveAccessibleName(/13 requests \(12 OK, 1 server error\)/);
  await page.keyboard.press("ArrowLeft");
  await expect(bars.nth(5)).toBeFocused();
  await expect(page.getByText("3 requests (3 rate limited)")).toBeVisible();
  await page.keyboard.press("Home");
  await expect(bars.first()).toBeFocused();
  await page.getByText("As a table").click();
  await expect(page.getByRole("table", { name: "Requests by day" }).getByRole("row")).toHaveCount(8);
});

test("scopes that were not used for 60 days are dropped after one question", async ({ page, person }) => {
  const { id, key } = await seedKey(person, "Wide", ["candidates:read", "read"]);
  await openKey(page, id);
  await expect(page.getByText("Once the key is 60 days old")).toBeVisible();
  await ageKey(id, 61);
  await callApi(key, "/candidates");
  await expect(async () => {
    await openKey(page, id);
    await expect(page.getByRole("button", { name: "Drop 6 unused" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("button", { name: "Drop 6 unused" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Drop 6 unused scopes?" });
  await expect(dialog.getByRole("list").first().getByRole("listitem")).toHaveCount(6);
  await expect(dialog.getByRole("list").last()).toHaveText("candidates:read");
  await expect(dialog).toContainText("and keep, in place of read");
  await dialog.getByRole("button", { name: "Drop scopes" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Every scope was used")).toBeVisible();
  await expect(page.locator("#content")).toBeFocused();
  expect((await callApi(key, "/candidates")).status).toBe(200);
  expect((await callApi(key, "/jobs")).status).toBe(403);
});

test("both halves of a rotation; the old one is ended when it is silent", async ({ page, person }) => {
  const actor = operator(person.organizationId);
  const old = await seedKey(person, "Sync");
  const next = await rotateKey(actor, old.id, { grace_period_seconds: 86_400 }, new Date());
  await callApi(old.key, "/candidates");
  await callApi(next.key, "/candidates");
  await expect(async () => {
    await openKey(page, next.id);
    await expect(page.getByText("The old key is still used by")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("region", { name: "Old key" })).toContainText("1 call in the last hour");
  await expect(page.getByRole("region", { name: "Old key" })).toContainText("Last used just now from");
  await page.getByRole("button", { name: "Finish now" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Press again" })).toContainText("still used by");
  await db().keyMinute.deleteMany({ where: { key_id: old.id } });
  await page.reload();
  await expect(page.getByText("Too early to tell")).toBeVisible();
  await ageKey(next.id, 1);
  await page.reload();
  await expect(page.getByText("The old key has been silent for an hour")).toBeVisible();
  // A browser whose clock is ahead ends it now all the same.
  await page.clock.setFixedTime(Date.now() + 3_600_000);
  await callApi(old.key, "/candidates");
  await page.getByRole("button", { name: "Finish now" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Press again" })).toContainText("was used just now");
  await page.getByRole("button", { name: "Yes, end the old key" }).click();
  await expect(page.getByText("The old key has ended; the new one took over.")).toBeVisible();
  await expect(page.locator("#content")).toBeFocused();
  expect((await callApi(old.key)).status).toBe(401);
  expect((await callApi(next.key)).status).toBe(200);
});

test("an old key is not to be finished while the new one does not work", async ({ page, person }) => {
  const actor = operator(person.organizationId);
  const old = await seedKey(person, "Sync");
  const next = await rotateKey(actor, old.id, { grace_period_seconds: 86_400 }, new Date());
  await revokeKey(actor, next.id, { reason: null, descendants: false }, new Date());
  await openKey(page, old.id);
  await expect(page.getByText("Only the old key works, until")).toBeVisible();
  await expect(page.getByText("The new key is revoked.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Finish now" })).toBeHidden();
  await changeKey(actor, old.id, { enabled: false }, new Date());
  await page.reload();
  await expect(page.getByText("The old key is disabled, and ends on")).toBeVisible();
});

test("a dead key that is still used raises the alarm, here and on the list, and keeps its evidence", async ({
  page,
  person,
}) => {
  const { id, key } = await seedKey(person, "Forgotten");
  await callApi(key, "/candidates");
  const how = { reason: "Not needed", descendants: false };
  await revokeKey(operator(person.organizationId), id, how, new Date());
  // The server hears of it within a second, since it was done elsewhere.
  await expect.poll(async () => (await callApi(key, "/candidates")).status).toBe(401);
  await expect(async () => {
    await openKey(page, id);
    await expect(page.getByText(/^By .*, (once|\d+ times since yesterday)/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText("This key is still used")).toBeVisible();
  await expect(page.getByText(/^\d+ and \d+ after its end in the last 30 days/)).toBeVisible();
  await expect(page.getByRole("toolbar").getByRole("button").last()).toHaveAccessibleName(
    /, \d+ after its end\)$/,
  );
  await expect(page.getByText("by an operator: Not needed")).toBeVisible();
  await expect(page.getByRole("table", { name: "Endpoints" })).toContainText("GET /candidates");
  await expect(page.getByRole("button", { name: "Edit" })).toBeHidden();
  await openKeys(page);
  await expect(page.getByText("Keys that do not work are still used")).toBeVisible();
  await expect(page.getByText(/^Forgotten \(….{4}\) by .*, (once|\d+ times since yesterday)/)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Forgotten" }).first().click();
  await expect(page).toHaveURL(`/settings/api-keys/${id}`);
});

test("many requests are paged, and their history tells old and new", async ({ page, person }) => {
  const { id } = await seedKey(person, "Long");
  await logRequests(person, id, 10_000);
  const end = new Date(Date.UTC(2099, 11, 24, 12));
  await changeKey(operator(person.organizationId), id, { rate_limit: 50, expires_at: end }, new Date());
  await openKey(page, id);
  await expect(page.getByText("Limit: none → 50")).toBeVisible();
  await expect(page.getByText("Expiry: none → Dec 24, 2099")).toBeVisible();
  await expect(page.getByText("50 requests a minute of its own; the plan allows")).toBeVisible();
  const requests = page.getByRole("table", { name: "Latest requests" }).getByRole("row");
  await expect(requests).toHaveCount(16);
  await page.getByRole("link", { name: "Older requests" }).click();
  await expect(page).toHaveURL(/before=/);
  await expect(requests.nth(1)).not.toContainText("404");
  await expect(requests).toHaveCount(16);
  await openKey(page, id, `?before=${requestId(id, 9_989)}`);
  await expect(requests).toHaveCount(11);
  await expect(page.getByRole("link", { name: "Older requests" })).toBeHidden();
  await page.getByRole("link", { name: "Latest requests" }).click();
  await expect(requests).toHaveCount(16);
});

test("of many callers the busiest are listed, and a long history is paged", async ({ page, person }) => {
  const { id } = await seedKey(person, "Everywhere");
  await logCallersAndEntries(person, id, 10_000);
  await openKey(page, id);
  const callers = page.getByRole("table", { name: "Callers" }).getByRole("row");
  await expect(callers.nth(1)).toContainText("10.1.0.0");
  await expect(callers).toHaveCount(21);
  await expect(page.getByText("and others, who called less")).toBeVisible();
  const history = page.locator("section", { has: page.getByRole("heading", { name: "History" }) });
  await expect(history.getByText("An operator made it")).toBeVisible();
  await expect(history.getByText("Description:")).toHaveCount(19);
  await history.getByRole("link", { name: "Older entries" }).click();
  await expect(page).toHaveURL(/trail_before=/);
  await expect(history.getByText("Description: Text 20 → Text 19", { exact: true })).toBeVisible();
  await expect(history.getByText("Description:")).toHaveCount(20);
  await history.getByRole("link", { name: "Latest entries" }).click();
  await expect(history.getByText("Description: Text 1 → Text 0", { exact: true })).toBeVisible();
});

test.describe("for somebody who is no admin", () => {
  test.use({ role: "recruiter" });

  test("keys of others and of other organizations are not found, as if there were none", async ({
    page,
    person,
  }) => {
    const own = await seedKey(person, "Mine");
    await openKey(page, own.id);
    const stranger = await seedKey(await makePerson("admin"), "Theirs");
    for (const id of [stranger.id, "01900000-0000-7000-8000-000000000000", "nonsense"]) {
      const answer = await page.goto(`/settings/api-keys/${id}`);
      expect(answer?.status()).toBe(404);
      await expect(page.getByText("Theirs")).toBeHidden();
    }
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the page is accessible, empty and full, on the narrowest screen too", async ({ page, person }) => {
      const actor = operator(person.organizationId);
      const old = await seedKey(person, "Audited", ["read", "candidates:write"]);
      await openKey(page, old.id);
      await expectNoViolations(page);
      await ageKey(old.id, 90);
      const none = { ok: 0, client_error: 0, server_error: 0, rate_limited: 0, after_death: 0 };
      const of = { organization_id: person.organizationId, key_id: old.id };
      await db().keyDay.create({
        data: { ...none, ...of, date: new Date(), ok: 40, client_error: 4, after_death: 40 },
      });
      await logRequests(person, old.id, 40);
      const seen = { last_seen: new Date(), address: "2001:db8:85a3::8a2e:370:7334", user_agent: "curl/8" };
      await db().keyAddress.create({ data: { ...of, ...seen, date: new Date(), dead: true, calls: 40 } });
      await rotateKey(actor, old.id, { grace_period_seconds: 86_400 }, new Date());
      await openKey(page, old.id);
      await page.getByText("As a table").click();
      await expectNoViolations(page);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoViolations(page);
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(overflow)).toBe(0);
    });
  });
}
