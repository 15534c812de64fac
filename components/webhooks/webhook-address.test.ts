import { expect, test } from "vitest";
import { listAddress, readWebhooksState } from "./webhook-address";

test.each([
  "/settings/webhooks",
  "/settings/webhooks?page=2",
  "/settings/webhooks?state=failing",
  "/settings/webhooks?state=disabled&search=pay+roll&page=3",
])("%s is read and written alike", (address) => {
  const params = Object.fromEntries(new URL(address, "http://localhost").searchParams);
  const state = readWebhooksState(params);
  expect(listAddress(state, { page: state.page })).toBe(address);
});

test("what an address cannot mean is left out, and another filter starts at the first page", () => {
  expect(readWebhooksState({ state: "odd", search: ["a", "b"], page: "-1" })).toEqual({
    state: null,
    search: "",
    page: 1,
  });
  expect(listAddress({ state: null, search: "pay", page: 4 }, { state: "paused" })).toBe(
    "/settings/webhooks?state=paused&search=pay",
  );
});
