import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { operator } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { makeOrganization } from "@/lib/testing/seed";

function check(organization: string) {
  const args = ["scripts/run.mjs", "audit-verify", "--organization", organization];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("one organization's trail is checked alone", async () => {
  const { id } = await makeOrganization();
  await change(operator(id), async (_, record) => record.audit("organization.created", "organization", id));
  const stdout = `${id}\t1 entries\nEvery entry is as it was written.\n`;
  expect(check(id)).toEqual({ status: 0, stdout, stderr: "" });
});

test.each([randomUUID(), "northwind"])("what is no organization's does not pass for checked: %s", (id) => {
  expect(check(id)).toEqual({ status: 2, stdout: "", stderr: `${id} has no audit trail.\n` });
});
