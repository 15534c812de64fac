import { expect, test } from "vitest";
import { membersAddress, readMembersState } from "./members-address";

const PRESENT = { show: "present", search: "", page: 1 } as const;

test("what an address does not say, or says wrongly, is at its default", () => {
  expect(readMembersState({})).toEqual(PRESENT);
  expect(readMembersState({ show: "all", search: ["a", "b"], page: "-1" })).toEqual(PRESENT);
  expect(readMembersState({ page: "2.5" })).toEqual(PRESENT);
});

test("an address carries its state there and back", () => {
  const state = { show: "former", search: "ada & co", page: 3 } as const;
  const address = membersAddress(PRESENT, state);
  expect(readMembersState(Object.fromEntries(new URL(address, "http://x").searchParams))).toEqual(state);
});

test("another list, or another search, begins at its first page", () => {
  expect(membersAddress({ ...PRESENT, page: 3 }, { show: "invitations" })).toBe(
    "/settings/members?show=invitations",
  );
  expect(membersAddress({ ...PRESENT, page: 3 }, { search: "a" })).toBe("/settings/members?search=a");
});
