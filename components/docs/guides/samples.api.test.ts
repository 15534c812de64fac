import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { candidateFields, makeKey, makeOrganization, makePerson } from "@/lib/testing/seed";
import type { Samples } from "../samples";
import { patientOf } from "./patient-samples";
import { refusedOf } from "./refusal-samples";
import { walkOf } from "./walk-samples";

const organization = await makeOrganization();
const owner = await makePerson("admin", organization);
const { key } = await makeKey(owner, ["candidates:read", "candidates:write"]);

/** Runs the JavaScript of a sample as its reader would. Returns what it prints. */
async function printed(samplesOf: (origin: string) => Samples): Promise<string> {
  const { JavaScript } = samplesOf(process.env.BASE_URL ?? "");
  const env = { ...process.env, PREPZO_API_KEY: key };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", JavaScript],
    { env },
  );
  return stdout;
}

test("the sample that walks reads every row once", async () => {
  const names = Array.from({ length: 230 }, (_, index) => `Walker ${index}`);
  const rows = names.map((full_name) => candidateFields({ full_name, organization_id: organization.id }));
  await db().candidate.createMany({ data: rows as never });
  const lines = (await printed(walkOf)).trim().split("\n");
  expect(lines.toSorted()).toEqual(names.toSorted());
});

test("the sample that waits shows the answer where it need not", async () => {
  expect(await printed(patientOf)).toMatch(/^200 \{/);
});

test("the sample that is refused names the field at fault, and the request", async () => {
  expect(await printed(refusedOf)).toMatch(/^validation_error email email is required\n422 [0-9a-f-]{36}\n$/);
});
