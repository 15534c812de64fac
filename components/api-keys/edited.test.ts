import { expect, test } from "vitest";
import { GenerateKey } from "@/lib/api-keys/schema";
import { changesOf } from "./edited";

const KEY = {
  name: "Sync",
  description: null,
  scopes: ["candidates:read", "jobs:read"],
  allowed_ips: ["203.0.113.0/24"],
  rate_limit: null,
  on_leak: "revoke" as const,
};
const typed = (more: object) => GenerateKey.parse({ ...KEY, ...more });

test.each([
  ["nothing", {}, {}],
  [
    "what means the same",
    { description: " ", scopes: ["jobs:read", "candidates:read"], allowed_ips: ["203.0.113.9/24"] },
    {},
  ],
  ["a name", { name: "Sync 2" }, { name: "Sync 2" }],
  ["no address", { allowed_ips: null }, { allowed_ips: null }],
  ["several", { rate_limit: 5, on_leak: "alert" }, { rate_limit: 5, on_leak: "alert" }],
])("%s: only what differs is sent", (_, more, expected) => {
  expect(changesOf(KEY, typed(more))).toEqual(expected);
});
