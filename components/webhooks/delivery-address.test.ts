import { expect, test } from "vitest";
import { deliveriesAddress, filterOf, readDeliveriesState } from "./delivery-address";

const webhook = "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f11";
const none = { status: null, event: null, from: null, to: null, after: null };
const all = {
  status: "failed",
  event: "job.closed",
  from: "2026-11-01",
  to: "2026-11-25",
  after: { created_at: new Date("2026-11-20T10:00:00.123Z"), id: "01983a5c-7d42-7b8e-9c1f-2a6b4d8e0f12" },
} as const;

test("what stands in an address is read as it was written", () => {
  const { search, pathname } = new URL(deliveriesAddress(webhook, all, { after: all.after }), "http://x");
  expect(pathname).toBe(`/settings/webhooks/${webhook}`);
  expect(readDeliveriesState(Object.fromEntries(new URLSearchParams(search)))).toEqual(all);
});

test("what is not chosen is left out, and another choice begins at the first page", () => {
  expect(deliveriesAddress(webhook, none)).toBe(`/settings/webhooks/${webhook}`);
  expect(deliveriesAddress(webhook, { ...none, after: all.after }, { status: "failed" })).toBe(
    `/settings/webhooks/${webhook}?status=failed`,
  );
});

test("what an address does not say right is as if it were not there", () => {
  const wrong = { status: "lost", event: "*", from: "2026-02-30", to: ["a", "b"], after: "1.2" };
  expect(readDeliveriesState(wrong)).toEqual(none);
});

test("a last day is within the period", () => {
  expect(filterOf(all)).toEqual({
    status: "failed",
    event_type: "job.closed",
    from: new Date("2026-11-01T00:00:00Z"),
    to: new Date("2026-11-26T00:00:00Z"),
  });
});
