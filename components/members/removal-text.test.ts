import { expect, test } from "vitest";
import type { OwnedKey } from "@/lib/members/member";
import { STOP } from "./decision";
import { removalText } from "./removal-text";

const person = { id: "p", name: "Ada", email: "ada@x.test", role: "viewer", disabled_at: null } as const;
const key = (last_used_at: Date | null) => ({ last_used_at }) as OwnedKey;
const HANDED = { ...STOP, fate: "hand_over" } as const;

test("says what is about to happen, and asks again only where a key in use is stopped", () => {
  const none = removalText({ person, isSelf: false, keys: [], choices: [] });
  expect(none.summary).toBe("Ada will be signed out everywhere, and can no longer sign in.");
  expect(none.question).toBeNull();

  const keys = [key(new Date()), key(null), key(new Date())];
  const stopping = removalText({ person, isSelf: false, keys, choices: [STOP, STOP, HANDED] });
  expect(stopping.summary).toContain("; 2 keys stop, 1 key works on for another owner.");
  expect(stopping.question).toMatch(/^1 key that you stop was used/);
  const keeping = removalText({ person, isSelf: false, keys, choices: [HANDED, STOP, HANDED] });
  expect(keeping.question).toBeNull();
});

test("of somebody who is gone already only keys are settled", () => {
  const former = { ...person, disabled_at: new Date() };
  const text = removalText({ person: former, isSelf: false, keys: [key(null)], choices: [STOP] });
  expect([text.summary, text.submit]).toEqual(["1 key stops.", "Settle keys"]);
});
