import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { DAY_MS } from "@/lib/api-keys/status";
import { db, type Prisma } from "@/lib/db";
import { openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";
import type { Person } from "./people";
import { expectNoSidewaysScroll } from "./visitor";

const soon = () => new Date(Date.now() + DAY_MS);

/** A key whose end was imposed. */
async function seedEnding(person: Person, name: string, columns: Prisma.ApiKeyUncheckedUpdateInput = {}) {
  const { id } = await seedKey(person, name, ["jobs:read", "jobs:write"]);
  await db().apiKey.update({ where: { id }, data: { ends_at: soon(), ...columns } });
  return id;
}

const menuOf = async (page: Page, name: string) => {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  return page.getByRole("menuitem");
};

test("a key that leaked and has a day left is replaced, with its settings, and then revoked", async ({
  page,
  person,
}) => {
  const id = await seedEnding(person, "Careers site", {
    on_leak: "revoke_after_24h",
    leaked_at: new Date(),
    allowed_ips: ["203.0.113.0/24"],
    rate_limit: 40,
  });
  await page.goto(`/settings/api-keys/${id}`);
  await expect(page.getByText(/since it leaked\. It cannot be rotated, edited or enabled/)).toBeVisible();
  for (const name of ["Rotate", "Edit", "Enable"])
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  await expect(await menuOf(page, "Careers site")).toHaveText([
    "Replace…",
    "Disable…",
    "Change expiration…",
    "Revoke…",
  ]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Replace" }).click();
  const form = page.getByRole("dialog", { name: "Replace key" });
  await expect(form).toContainText("This key cannot be rotated or changed any more");
  await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue("Careers site");
  await expect(form.getByRole("checkbox", { name: "jobs:read", exact: true })).toBeChecked();
  await expect(form.getByRole("checkbox", { name: "jobs:write", exact: true })).toBeChecked();
  await expect(form.getByRole("checkbox", { name: "offers:read", exact: true })).not.toBeChecked();
  await expectNoViolations(page);
  await form.getByRole("button", { name: "Generate key" }).click();
  const reveal = page.getByRole("dialog", { name: "API key created" });
  await expect(reveal).toContainText("Revoke it as soon as its programs have this one");
  await reveal.getByRole("button", { name: "Copy key" }).click();
  await reveal.getByRole("button", { name: "Done" }).click();

  const made = await db().apiKey.findFirstOrThrow({
    where: { organization_id: person.organizationId, id: { not: id } },
  });
  expect(made).toMatchObject({
    name: "Careers site",
    scopes: ["jobs:read", "jobs:write"],
    allowed_ips: ["203.0.113.0/24"],
    rate_limit: 40,
    on_leak: "revoke_after_24h",
    ends_at: null,
  });
});

test("the banner of ending keys offers what works, and its end can only come sooner", async ({
  page,
  person,
}) => {
  await seedEnding(person, "Short");
  await openKeys(page);
  const banner = page.getByRole("list", { name: "Keys that end soon" });
  await expect(banner.getByRole("button", { name: / Short$/ })).toHaveText(["Replace", "Revoke"]);
  await (await menuOf(page, "Short")).filter({ hasText: "Change expiration" }).click();
  const dialog = page.getByRole("dialog", { name: /Change expiration/ });
  await expect(dialog.getByLabel("Expiration").getByRole("option")).toHaveText(["Choose…", "On a date"]);
  await expect(dialog).toContainText("The key can only end sooner, on");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await rowOf(page, "Short").getByRole("button", { name: "Actions for Short" }).click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(banner).toHaveCount(0);
});

test("what a former member knows and has an end is replaced from the findings, and the new one is one's own", async ({
  page,
  person,
}) => {
  const former = await db().user.create({
    data: {
      organization_id: person.organizationId,
      name: "Casey Former",
      email: `${randomUUID()}@example.test`,
      role: "recruiter",
    },
  });
  await seedEnding(person, "Handed over", { handed_over_from_id: former.id, on_leak: "alert" });
  await seedEnding(person, "Stays", { handed_over_from_id: former.id, ends_at: null });
  await db().user.update({ where: { id: former.id }, data: { disabled_at: new Date() } });
  await page.goto("/settings/security?finding=former_member");
  await expect(page.getByRole("row", { name: "Stays" })).toContainText("Casey Former");
  await expect(page.getByRole("button", { name: "Rotate: Stays" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Rotate: Handed over" })).toHaveCount(0);
  await page.getByRole("button", { name: "Replace: Handed over" }).click();
  const form = page.getByRole("dialog", { name: "Replace key" });
  await expect(form).toContainText("since its owner of then left");
  await form.getByRole("button", { name: "Cancel" }).click();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
});
