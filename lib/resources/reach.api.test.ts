import { beforeAll, describe, expect, test } from "vitest";
import { NOWHERE, operator, person } from "@/lib/access/actor";
import { call } from "@/lib/testing/call";
import { pipeline } from "@/lib/testing/pipeline";
import { makeKey, makeOrganization, makePerson, type Organization, type Person } from "@/lib/testing/seed";
import { reachOf } from "./reach";

let organization: Organization;
let admin: Person;

beforeAll(async () => {
  organization = await makeOrganization();
  admin = await makePerson("admin", organization);
  const make = pipeline((await makeKey(admin, ["*"])).key);
  await make.candidate();
  await make.candidate();
  await make.job();
});

describe("what a key could reach", () => {
  test("counts the rows of the actor's organization alone", async () => {
    const { rows, bounds } = await reachOf(person(admin, NOWHERE), null);
    expect(rows).toMatchObject({ "candidates:read": 2, "jobs:read": 1, "offers:read": 0 });
    expect(bounds).toEqual(["*"]);
    const stranger = await reachOf(person(await makePerson(), NOWHERE), null);
    expect(stranger.rows).toMatchObject({ "candidates:read": 0, "jobs:read": 0 });
  });

  test("is bounded by the role of the key's owner", async () => {
    const viewer = await makePerson("viewer", organization);
    const { id } = await makeKey(viewer, ["read"]);
    expect((await reachOf(person(admin, NOWHERE), id)).bounds).toEqual(["read"]);
    const stranger = operator((await makePerson()).organization_id);
    await expect(reachOf(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("tells of each endpoint what the guard asks for", async () => {
    const { endpoints } = await reachOf(person(admin, NOWHERE), null);
    const { key } = await makeKey(admin, ["jobs:read"]);
    const reads = endpoints.filter(({ method, path }) => method === "GET" && !path.includes("{"));
    expect(reads.length).toBeGreaterThan(10);
    for (const { path, needs } of reads) {
      const { status } = await call(key, path);
      expect(status === 403, path).toBe(needs !== null && needs !== "jobs:read");
    }
  });
});
