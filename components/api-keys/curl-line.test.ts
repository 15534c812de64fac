import { expect, test } from "vitest";
import { FINE_SCOPES, leavesOf, type Scope } from "@/lib/access/scopes";
import { catalogue } from "@/lib/resources";
import { curlLine } from "./curl-line";

const pathOf = (scopes: Scope[]) =>
  /^curl -H "Authorization: Bearer K" \\\n {2}http:\/\/o\/api\/v1(\S+)$/.exec(
    curlLine("http://o", { key: "K", scopes }),
  )?.[1];

test.each<[Scope[], string]>([
  [["*"], "/candidates"],
  [["analytics:read"], "/analytics/overview"],
  [["webhooks:read", "jobs:read"], "/jobs"],
  [["candidates:write"], "/api-keys/current"],
])("%j calls %s", (scopes, path) => expect(pathOf(scopes)).toBe(path));

test.each(FINE_SCOPES)("what a key with %s alone is shown, it may call", (scope) => {
  const needs = catalogue.find(({ method, path }) => method === "GET" && path === pathOf([scope]))?.scope;
  expect(["any-key", ...leavesOf([scope])]).toContain(needs);
});
