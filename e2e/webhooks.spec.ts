import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { db } from "@/lib/db";
import type { Receiver } from "@/lib/testing/receiver";
import { answerWith, FAILED, seedDeliveries, seedWebhook, test } from "./hooks";
import { expectNoViolations } from "./no-violations";
import { forgetProof } from "./people";
import { expectNoSidewaysScroll } from "./visitor";

async function openWebhooks(page: Page): Promise<void> {
  await page.goto("/settings/webhooks");
  await expect(page.getByRole("heading", { level: 1, name: "Webhooks" })).toBeVisible();
}

async function openWebhook(page: Page, id: string, query = ""): Promise<void> {
  await page.goto(`/settings/webhooks/${id}${query}`);
  await expect(page.getByRole("heading", { name: "Deliveries" })).toBeVisible();
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "Webhooks" }).getByRole("row", { name, exact: true });
const deliveryRows = (page: Page) =>
  page.getByRole("table", { name: "Deliveries" }).locator("tbody").getByRole("row");

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** Fills in the form and submits it; leaves the page at the reveal, and returns its dialog. */
async function create(page: Page, url: string, description: string): Promise<Locator> {
  await page.getByRole("button", { name: "Create webhook" }).click();
  const form = page.getByRole("dialog", { name: "Create webhook" });
  await form.getByLabel("URL").fill(url);
  await form.getByLabel("Description").fill(description);
  await form.getByRole("checkbox", { name: "candidate.created" }).check();
  await form.getByRole("button", { name: "Create webhook" }).click();
  const reveal = page.getByRole("dialog", { name: "Webhook created" });
  await expect(reveal).toBeVisible();
  return reveal;
}

async function shownSecret(reveal: Locator): Promise<string> {
  await reveal.getByRole("button", { name: "Show secret" }).click();
  return (await reveal.getByTestId("secret").textContent()) ?? "";
}

function expectSigned({ received }: Receiver, ...secrets: string[]): void {
  const { headers, body } = received.at(-1) ?? { headers: {}, body: "" };
  const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  for (const secret of secrets) expect(() => new Webhook(secret).verify(body, signed)).not.toThrow();
}

test("a webhook is made, its secret shown this once, and a test event arrives signed with it", async ({
  page,
  receiver,
}) => {
  test.slow();
  await openWebhooks(page);
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  await page.getByRole("button", { name: "Create webhook" }).click();
  const form = page.getByRole("dialog", { name: "Create webhook" });
  await form.getByRole("button", { name: "Create webhook" }).click();
  await expect(form.getByLabel("URL")).toBeFocused();
  await expect(form.getByLabel("URL")).toHaveAccessibleDescription(/^URL is required\./);
  await expect(form.getByRole("group", { name: "Events" })).toHaveAccessibleDescription(
    "Choose at least one event.",
  );
  await form.getByLabel("URL").fill("https://169.254.169.254/");
  await form.getByRole("checkbox", { name: "candidate.created" }).check();
  await form.getByRole("button", { name: "Create webhook" }).click();
  await expect(form.getByLabel("URL")).toHaveAccessibleDescription(
    /^URL must lead to a host on the internet\./,
  );
  await form.getByRole("button", { name: "Cancel" }).click();
  await expect(form).toBeHidden();

  const reveal = await create(page, receiver.url("/hook?token=of-the-receiver"), "Payroll");
  await page.keyboard.press("Escape");
  await expect(reveal.getByTestId("secret")).toHaveText(/^whsec_•{12}.{4}$/);
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(reveal.getByRole("alert")).toContainText("neither copied nor shown");
  const secret = await shownSecret(reveal);
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  await reveal.getByRole("button", { name: /^Close|^Done/ }).click();
  await expect(reveal).toBeHidden();
  await expect(async () => expect(await page.content()).not.toContain(secret)).toPass();
  expect(await (await page.reload())?.text()).not.toContain(secret);

  const row = rowOf(page, "Payroll");
  await expect(row).toContainText(/Payroll.*\/hook\?….*candidate\.created.*Active.*Never/);
  await expect(row).not.toContainText("of-the-receiver");
  await choose(page, "Payroll", "Send a test event");
  const dialog = page.getByRole("dialog", { name: "Send a test event" });
  await dialog.getByRole("button", { name: "Send test event" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "The receiver took it" })).toContainText(
    "It answered 200",
  );
  expectSigned(receiver, secret);
  expect(JSON.parse(receiver.received[0]?.body ?? "")).toMatchObject({ event: "candidate.created" });
  answerWith(receiver, 500);
  await dialog.getByRole("button", { name: "Send another" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "did not take it" })).toContainText("2xx: 500");
  await dialog.getByRole("link", { name: "What was sent and answered" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "candidate.created" })).toBeVisible();
  await expect(page.getByText("Read by the receiver")).toBeVisible();
});

test("all of a thing's events are chosen at once, or all there are", async ({ page }) => {
  await openWebhooks(page);
  await page.getByRole("button", { name: "Create webhook" }).click();
  const form = page.getByRole("dialog", { name: "Create webhook" });
  const box = (name: string) => form.getByRole("checkbox", { name, exact: true });
  await box("Jobs").check();
  for (const event of ["job.created", "job.updated", "job.closed", "job.archived"])
    await expect(box(event)).toBeChecked();
  await box("job.closed").uncheck();
  await expect(box("Jobs")).not.toBeChecked();
  await form.getByRole("checkbox", { name: "All events" }).check();
  await expect(box("offer.accepted")).toBeChecked();
  await expect(box("offer.accepted")).toBeDisabled();
});

test("a webhook is changed, paused, resumed after a proof, and deleted", async ({ page, person }) => {
  test.slow();
  await seedWebhook(person, { description: "Payroll" });
  await openWebhooks(page);
  await choose(page, "Payroll", "Edit");
  const form = page.getByRole("dialog", { name: "Edit webhook" });
  await expect(form.getByLabel("URL")).toHaveValue("https://hooks.example.com/in");
  await form.getByLabel("Description").fill("");
  await form.getByLabel("URL").fill("https://hooks.example.com/other");
  await form.getByRole("checkbox", { name: "job.closed" }).check();
  await form.getByRole("button", { name: "Save changes" }).click();
  const row = rowOf(page, "hooks.example.com");
  await expect(row).toContainText(/hooks\.example\.com\/other.*candidate\.created.*job\.closed/);

  await choose(page, "hooks.example.com", "Pause");
  await page.getByRole("alertdialog").getByRole("button", { name: "Pause webhook" }).click();
  await expect(row).toContainText("Paused");
  await forgetProof(person);
  await choose(page, "hooks.example.com", "Resume");
  const prompt = page.getByRole("dialog", { name: "Confirm it is you" });
  await prompt.getByLabel("Password").fill(person.password);
  await prompt.getByRole("button", { name: "Confirm" }).click();
  await expect(row).toContainText("Active");

  await row.getByRole("link", { name: "hooks.example.com" }).click();
  await expect(page.getByRole("heading", { name: "Details" })).toBeVisible();
  await choose(page, "hooks.example.com", "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete webhook" }).click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  await expect(page).toHaveURL(/\/settings\/webhooks$/);
});

test("a rotated secret signs beside the one before, for as long as was chosen", async ({
  page,
  person,
  receiver,
}) => {
  const { id, secret: before } = await seedWebhook(person, { url: receiver.url(), description: "Payroll" });
  await openWebhook(page, id);
  await choose(page, "Payroll", "Rotate secret");
  await page.getByRole("dialog").getByRole("button", { name: "Rotate secret" }).click();
  const reveal = page.getByRole("dialog", { name: "Signing secret rotated" });
  await expect(reveal.getByText(/^The secret before signs beside it until /)).toBeVisible();
  const secret = await shownSecret(reveal);
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(/^Rotated: the one before signs beside it until /)).toBeVisible();
  await page.getByRole("button", { name: "Send a test event" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send test event" }).click();
  await expect(page.getByText("The receiver took it")).toBeVisible();
  expectSigned(receiver, secret, before);
});

test("deliveries are filtered and paged, and what failed is sent again", async ({
  page,
  person,
  receiver,
}) => {
  test.slow();
  const { id } = await seedWebhook(person, {
    url: receiver.url(),
    events: ["candidate.created", "job.closed"],
  });
  const old = { created_at: new Date("2026-01-02T12:00:00Z") };
  const [waiting] = await seedDeliveries(person, id, [
    { status: "pending", attempts: 0, last_status_code: null, next_attempt_at: new Date(Date.now() + 9e6) },
    FAILED,
    { ...FAILED, event_type: "job.closed" },
    { ...FAILED, status: "pending", next_attempt_at: new Date(Date.now() + 9e6) },
    ...Array.from({ length: 59 }, () => ({})),
    { ...FAILED, ...old },
  ]);
  await openWebhook(page, id);
  await expect(page.getByText("64 deliveries.")).toBeVisible();
  await expect(deliveryRows(page)).toHaveCount(50);
  await expect(deliveryRows(page).first()).toContainText(/candidate\.created.*Waiting.*in 2 hours/);
  await page.getByRole("link", { name: "Older deliveries" }).click();
  await expect(deliveryRows(page)).toHaveCount(14);
  await expect(page.getByRole("heading", { name: "Deliveries" })).toBeInViewport();
  await page.getByRole("link", { name: "Latest deliveries" }).click();
  await page.getByRole("link", { name: "Failed", exact: true }).click();
  await expect(deliveryRows(page)).toHaveCount(3);
  await page.getByLabel("Event").selectOption("job.closed");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(deliveryRows(page)).toHaveCount(1);
  await expect(deliveryRows(page)).toContainText(/job\.closed.*Failed.*503.*10/);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(deliveryRows(page)).toHaveCount(3);
  await page.getByLabel("To (UTC)").fill("2026-01-02");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(deliveryRows(page)).toHaveCount(1);
  await expect(page.getByRole("table", { name: "Deliveries" })).toBeInViewport();
  await page.getByLabel("From (UTC)").fill("2026-01-03");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("“From” is a later day than “To”.")).toBeVisible();

  await openWebhook(page, id, "?status=failed&event=job.closed");
  await page.getByRole("button", { name: "Resend job.closed" }).click();
  await expect(page.getByText("job.closed is on its way again")).toBeVisible();
  await expect.poll(() => receiver.received.length).toBe(1);
  await openWebhook(page, id, "?status=failed");
  await page.getByRole("button", { name: "Resend failed" }).click();
  const dialog = page.getByRole("dialog", { name: "Resend what failed" });
  await dialog.getByLabel("Created in").selectOption("Between two times");
  await dialog.getByRole("button", { name: "Resend failed" }).click();
  await expect(dialog.getByLabel("From")).toHaveAccessibleDescription("Choose when it begins.");
  await expect(dialog.getByLabel("From")).toBeFocused();
  await dialog.getByLabel("Created in").selectOption("The last hour");
  await dialog.getByRole("button", { name: "Resend failed" }).click();
  // The one that was given up, and the one that waits for another attempt.
  await expect(page.getByText("2 deliveries are on their way again")).toBeVisible();
  await expect.poll(() => receiver.received.length).toBe(3);
  await expect.poll(() => db().delivery.count({ where: { webhook_id: id, status: "failed" } })).toBe(1);
  expect(await db().delivery.count({ where: { id: waiting, status: "pending" } })).toBe(1);
});

test("the page of a delivery shows what was sent and answered, without the signature", async ({
  page,
  person,
  receiver,
}) => {
  const { id } = await seedWebhook(person, { url: receiver.url(), description: "Payroll" });
  const [delivery] = await seedDeliveries(person, id, [FAILED]);
  await page.goto(`/settings/webhooks/${id}/deliveries/${delivery}`);
  await expect(page.getByRole("region", { name: "Body" })).toContainText('"full_name": "Ada Lovelace"');
  // The answer comes after the page was drawn anew: what it is must show by itself.
  const underWay = Promise.withResolvers<void>();
  const { answer } = receiver;
  receiver.answer = (message) => underWay.promise.then(() => answer(message));
  await page.getByRole("button", { name: "Resend" }).click();
  await expect(page.getByText("Retrying", { exact: true })).toBeVisible();
  underWay.resolve();
  await expect(page.getByText("Delivered", { exact: true })).toBeVisible();
  expect(receiver.received).toHaveLength(1);
  const attempt = page.getByRole("list", { name: "Attempts" }).getByRole("listitem").first();
  await expect(attempt).toContainText("Sent again by hand");
  await expect(attempt).toContainText("Read by the receiver");
  await attempt.getByText("Request headers").click();
  const headers = attempt.getByRole("region", { name: /^Request headers/ });
  await expect(headers).toContainText(`webhook-id: ${receiver.received[0]?.headers["webhook-id"]}`);
  await expect(headers).toContainText("webhook-signature: ");
  const signature = String(receiver.received[0]?.headers["webhook-signature"]).split(",")[1];
  expect(signature).toMatch(/^[\w+/]{43}=/);
  expect(await page.content()).not.toContain(signature);

  const missing = `/settings/webhooks/${id}/deliveries/${crypto.randomUUID()}`;
  for (const path of [missing, "/settings/webhooks/none", `/settings/webhooks/${crypto.randomUUID()}`])
    expect((await page.goto(path))?.status()).toBe(404);
});

test("one that the product disabled says why, on the list and its page, and is resumed", async ({
  page,
  person,
}) => {
  const disabled = { enabled: false, disabled_at: new Date() };
  await seedWebhook(person, { description: "Gone" }, { ...disabled, disabled_reason: "gone" });
  const { id } = await seedWebhook(
    person,
    { description: "Failing" },
    { ...disabled, disabled_reason: "failing" },
  );
  await openWebhooks(page);
  await expect(page.getByRole("listitem").filter({ hasText: "Gone" })).toContainText("410 Gone");
  await page
    .getByRole("listitem")
    .filter({ hasText: "received for 5 days" })
    .getByRole("link", { name: "Failing" })
    .click();
  await expect(page.getByText("This webhook was disabled")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("This webhook was disabled")).toBeHidden();
  expect(await db().webhook.count({ where: { id, enabled: true } })).toBe(1);
});

test("of many, those that fail are found by state, and each by its name", async ({ page, person }) => {
  const made = Array.from({ length: 51 }, (_, n) => `Receiver ${n + 1}`);
  for (const description of made) await seedWebhook(person, { description });
  await seedWebhook(person, { description: "Payroll" }, { failing_since: new Date() });
  await openWebhooks(page);
  await expect(page.getByRole("navigation", { name: "Pages of webhooks" })).toBeVisible();
  const states = page.getByRole("navigation", { name: "Filter by state" });
  await states.getByRole("link", { name: "Failing 1" }).click();
  await expect(rowOf(page, "Payroll")).toBeVisible();
  const rows = page.getByRole("table", { name: "Webhooks" }).locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(1);
  await states.getByRole("link", { name: "All 52" }).click();
  await expect(rows).toHaveCount(50);
  await page.getByLabel("Search webhooks").fill("receiver 7");
  await page.getByLabel("Search webhooks").press("Enter");
  await expect(page).toHaveURL(/search=receiver\+7/);
  await expect(rowOf(page, "Receiver 7")).toBeVisible();
  await page.getByLabel("Search webhooks").fill("nowhere");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No webhook matches" })).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(/\/settings\/webhooks$/);
});

test("that a former member knows the secret is said until it is rotated", async ({ page, person }) => {
  const { id: former } = await db().user.create({
    data: {
      organization_id: person.organizationId,
      name: "Ada Lovelace",
      email: `${crypto.randomUUID()}@example.test`,
      role: "recruiter",
      disabled_at: new Date(),
    },
  });
  await seedWebhook(person, { description: "Payroll" }, { handed_over_from_id: former });
  await openWebhooks(page);
  await expect(rowOf(page, "Payroll")).toContainText("Secret known");
  await page.getByRole("link", { name: "Payroll" }).click();
  await expect(page.getByText("Ada Lovelace could send its receiver")).toBeVisible();
  await choose(page, "Payroll", "Rotate secret");
  await page.getByRole("dialog").getByLabel("Grace period").selectOption("None");
  await page.getByRole("dialog").getByRole("button", { name: "Rotate secret" }).click();
  const reveal = page.getByRole("dialog", { name: "Signing secret rotated" });
  await expect(reveal.getByText("The secret before does not sign any more.")).toBeVisible();
  await shownSecret(reveal);
  await reveal.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Ada Lovelace could send its receiver")).toBeHidden();
});

test("by keyboard alone: makes a webhook, and sends it a test event", async ({ page, receiver }) => {
  await openWebhooks(page);
  await page.getByRole("button", { name: "Create webhook" }).press("Enter");
  await expect(page.getByLabel("URL")).toBeFocused();
  await page.keyboard.type(receiver.url());
  for (let stops = 0; stops < 4; stops++) await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: "Candidates" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Copy secret" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Done" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.getByRole("button", { name: /^Actions for localhost/ }).press("Enter");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Send a test event" });
  await expect(dialog.getByLabel("Event")).toBeFocused();
  await dialog.getByRole("button", { name: "Send test event" }).press("Enter");
  await expect(dialog.getByText("The receiver took it")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Actions for localhost/ })).toBeFocused();
});

test.describe("for a recruiter", () => {
  test.use({ role: "recruiter" });

  test("events of keys are out of reach, and so are their deliveries", async ({ page, person }) => {
    const { id } = await seedWebhook(person, { description: "Keys", events: ["api_key.leaked"] });
    await seedDeliveries(person, id, [{ event_type: "api_key.leaked" }]);
    await openWebhooks(page);
    await expect(rowOf(page, "Keys")).toContainText("Not shown");
    await page.getByRole("button", { name: "Actions for Keys" }).click();
    await expect(page.getByRole("menuitem")).toHaveText(["Edit…", "Delete…"]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Create webhook" }).click();
    const group = page.getByRole("group", { name: "API keys" });
    await expect(group).toHaveAccessibleDescription("Your role (Recruiter) cannot read these.");
    await expect(group.getByRole("checkbox", { name: "api_key.leaked" })).toBeDisabled();
    await page.keyboard.press("Escape");
    await openWebhook(page, id);
    await expect(page.getByText(/cannot read all of the events/)).toBeVisible();
    await expect(page.getByRole("table", { name: "Deliveries" })).toHaveCount(0);
  });
});

test("one whose owner left says so, and cannot be resumed", async ({ page, person }) => {
  const { organizationId: organization_id } = person;
  const email = `${randomUUID()}@person.test`;
  const left = await db().user.create({
    data: { organization_id, name: "Grace Hopper", email, role: "recruiter", disabled_at: new Date() },
  });
  const { id } = await seedWebhook(person, { description: "Payroll", enabled: false }, { owner_id: left.id });
  await openWebhooks(page);
  await expect(rowOf(page, "Payroll")).toContainText(/Disabled.*Owner left/);
  await openWebhook(page, id);
  await expect(page.getByText("Its owner is no longer a member")).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Resume" })).toHaveCount(0);
});

test.describe("for a viewer", () => {
  test.use({ role: "viewer" });

  test("all is seen, and nothing can be changed", async ({ page, person }) => {
    const { id } = await seedWebhook(person, { description: "Payroll" });
    const [delivery] = await seedDeliveries(person, id, [FAILED]);
    await openWebhooks(page);
    await expect(rowOf(page, "Payroll")).toContainText("100%");
    await expect(rowOf(page, "Payroll")).toContainText("hooks.example.com/…");
    await expect(page.getByRole("main").getByRole("button", { name: /Create|Actions/ })).toHaveCount(0);
    await openWebhook(page, id);
    await expect(deliveryRows(page)).toHaveCount(1);
    const deeds = page.getByRole("main").getByRole("button", { name: /Edit|Resend|test event|Actions/ });
    await expect(deeds).toHaveCount(0);
    await page.goto(`/settings/webhooks/${id}/deliveries/${delivery}`);
    await expect(page.getByRole("heading", { name: "Attempts" })).toBeVisible();
    await expect(deeds).toHaveCount(0);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("the list and its dialogs are accessible, on the narrowest screen too", async ({
      page,
      person,
      receiver,
    }) => {
      test.slow();
      await openWebhooks(page);
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Create webhook" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Create webhook" }).click();
      await expect(page.getByLabel("URL")).toHaveAccessibleDescription(/^URL is required\./);
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      const reveal = await create(page, receiver.url("/hook?token=of-the-receiver"), "Payroll");
      await expectNoViolations(page);
      await reveal.getByRole("button", { name: "Copy secret" }).click();
      await reveal.getByRole("button", { name: "Done" }).click();
      await expect(rowOf(page, "Payroll")).toBeVisible();
      const disabled = { enabled: false, disabled_at: new Date(), disabled_reason: "gone" } as const;
      const events = ["candidate.created", "job.closed", "offer.accepted"] as const;
      await seedWebhook(person, { description: "Gone", events: [...events] }, disabled);
      await page.reload();
      await expectNoViolations(page);
      for (const [item, role] of [
        ["Send a test event", "dialog"],
        ["Edit", "dialog"],
        ["Rotate secret", "dialog"],
        ["Pause", "alertdialog"],
        ["Delete", "alertdialog"],
      ] as const) {
        await choose(page, "Payroll", item);
        await expect(page.getByRole(role)).toBeVisible();
        await expectNoViolations(page);
        await page.keyboard.press("Escape");
      }
      await expectNoSidewaysScroll(page);
    });

    test("a webhook and a delivery are accessible, on the narrowest screen too", async ({
      page,
      person,
      receiver,
    }) => {
      test.slow();
      answerWith(receiver, 500);
      const { id } = await seedWebhook(person, { url: receiver.url() }, { failing_since: new Date() });
      const refused = {
        status: "pending",
        last_status_code: null,
        last_error: "connection_refused",
      } as const;
      await seedDeliveries(person, id, [
        { ...refused, next_attempt_at: new Date(Date.now() + 9e6) },
        FAILED,
        { event_type: "application.stage_changed" },
      ]);
      await openWebhook(page, id);
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Resend failed" }).click();
      await page.getByLabel("Created in").selectOption("Between two times");
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Send a test event" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Send test event" }).click();
      await expect(page.getByText("The receiver did not take it")).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole("link", { name: "What was sent and answered" }).click();
      await expect(page.getByRole("heading", { name: "Attempts" })).toBeVisible();
      await page.getByText("Request headers").click();
      await expectNoViolations(page);
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 1280, height: 720 });
      await openWebhook(page, id);
      await expectNoSidewaysScroll(page);
    });
  });
}
