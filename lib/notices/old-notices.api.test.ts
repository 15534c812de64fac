import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { DAY_MS } from "@/lib/api-keys/status";
import { db } from "@/lib/db";
import { makePerson } from "@/lib/testing/seed";
import { sweepNotices } from "./old-notices";

const NOW = new Date();
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

test("what was read goes after 90 days, and all after a year", async () => {
  const reader = await makePerson();
  const { organization_id, id: user_id } = reader;
  const notices = [
    { name: "read lately", age: 89, read_at: ago(1) },
    { name: "read", age: 91, read_at: ago(1) },
    { name: "unread", age: 364, read_at: null },
    { name: "forgotten", age: 366, read_at: null },
  ];
  await db().notice.createMany({
    data: notices.map(({ name, age, read_at }) => {
      const id = randomUUID();
      return {
        id,
        organization_id,
        user_id,
        kind: "key.revoked",
        data: { name },
        once: id,
        created_at: ago(age),
        read_at,
      };
    }),
  });
  await sweepNotices(NOW);
  const left = await db().notice.findMany({ where: { user_id }, orderBy: { created_at: "desc" } });
  expect(left.map(({ data }) => data)).toEqual([{ name: "read lately" }, { name: "unread" }]);
});
