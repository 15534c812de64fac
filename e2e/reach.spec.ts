import { expect } from "@playwright/test";
import { db } from "@/lib/db";
import { openKeys, rowOf, seedKey, test } from "./keys";
import { expectNoViolations } from "./no-violations";

test("what a key would reach follows the picker, for a new key and for one that is edited", async ({
  page,
  person,
}) => {
  const { organizationId: organization_id } = person;
  const candidate = (name: string) => ({ organization_id, full_name: name, email: `${name}@example.test` });
  await db().candidate.createMany({ data: [candidate("ada"), candidate("grace")] });
  await db().job.create({ data: { organization_id, title: "Engineer" } });
  await seedKey(person, "Reader", ["jobs:read"]);
  await openKeys(page);
  await page.getByRole("button", { name: "Generate New Key" }).click();
  const form = page.getByRole("dialog", { name: "Generate new key" });
  const reach = form.getByRole("region", { name: "Reach" });
  await form.getByRole("checkbox", { name: "candidates:read", exact: true }).check();
  await expect(form.getByText("Reads 2 candidates.")).toBeInViewport({ ratio: 1 });
  await reach.getByText(/endpoints answer/).click();
  await expect(reach.getByRole("region", { name: "Answer" })).toContainText("GET /candidates/{id}");
  await expect(reach.getByRole("region", { name: "Refuse with 403" })).toContainText("POST /candidates");
  const hidden = () => reach.evaluate((section) => section.scrollHeight - section.clientHeight);
  expect(await hidden(), "what is folded out has its own room").toBe(0);
  await expectNoViolations(page);
  await form.getByRole("checkbox", { name: "candidates:write", exact: true }).check();
  await expect(reach.getByRole("region", { name: "Answer" })).toContainText("POST /candidates");
  await expect(form.getByText("Reads 2 candidates. Writes candidates.")).toBeInViewport({ ratio: 1 });
  await form.getByRole("button", { name: "Cancel" }).click();

  await rowOf(page, "Reader").getByRole("button", { name: "Actions for Reader" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const edit = page.getByRole("dialog", { name: "Edit key" });
  await expect(edit.getByText("Reads 1 job.")).toBeInViewport({ ratio: 1 });
});
