import { expect, test } from "vitest";
import { findingAddress, readSecurityState } from "./security-address";

const read = (address: string) =>
  readSecurityState(Object.fromEntries(new URL(address, "http://x.test").searchParams));

test("a state is read back from its address", () => {
  expect(read(findingAddress())).toEqual({ tab: "findings", finding: null, page: 1 });
  expect(read(findingAddress("idle", 3))).toEqual({ tab: "findings", finding: "idle", page: 3 });
});

test.each(["finding=nothing", "page=0", "page=1.5", "page=-1", "page=x", "page=99999999", "tab=other"])(
  "%s falls back to the default",
  (query) => expect(read(`/?${query}`)).toEqual({ tab: "findings", finding: null, page: 1 }),
);
