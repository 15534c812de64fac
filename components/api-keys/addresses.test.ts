import { expect, test } from "vitest";
import { addressText, lockedOut } from "./addresses";

const USED = ["203.0.113.7", "2001:db8::1"];

test.each([
  ["no list", null, []],
  ["an empty list", [], []],
  ["a list that holds all", ["203.0.113.0/24", "2001:DB8::/32"], []],
  ["a list without IPv6", ["0.0.0.0/0"], ["2001:db8::1"]],
  ["another address", ["203.0.113.8"], USED],
  ["a list with an entry still being typed", ["203.0.113.8", "203.0."], []],
])("%s locks out %3$j", (_, list, expected) => expect(lockedOut(USED, list)).toEqual(expected));

test("a fault names its entry; one of the whole list the list", () => {
  const at = (index: number) =>
    Object.assign([], { [index]: { type: "x", message: "must be an IP address" } });
  expect(addressText(at(1), ["203.0.113.7", "nowhere"])).toBe("“nowhere” must be an IP address.");
  const whole = { type: "x", message: "must have at most 50 entries" };
  expect(addressText(whole as never, ["203.0.113.7"])).toBe("The list must have at most 50 entries.");
});
