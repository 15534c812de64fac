import { expect, test } from "vitest";
import { checker } from "./answer";
import type { Operation } from "./document";

const Row = { type: "object", properties: { id: { type: "string", format: "uuid" } }, required: ["id"] };
const count = { required: true, schema: { type: "integer", minimum: 0 } };
const operation: Operation = {
  id: "rows.get",
  method: "GET",
  path: "/rows",
  scopes: null,
  parameters: [],
  responses: { 200: { headers: { "x-count": count }, schema: { $ref: "#/components/schemas/Row" } } },
};
const { faultsOf } = checker({ components: { schemas: { Row } } });

const GOOD = '{"id":"01900000-0000-7000-8000-000000000000"}';
const headers = { "Content-Type": "application/json", "X-Count": "1" };
const judge = (body = GOOD, init: ResponseInit = {}) =>
  faultsOf(operation, new Response(body, { headers, ...init }), body);

test("an answer as documented has no fault", () => expect(judge()).toEqual([]));

test.each([
  ["an undocumented status", judge(GOOD, { status: 404, headers })],
  ["an undocumented header", judge(GOOD, { headers: { ...headers, "X-New": "1" } })],
  ["a header of another form", judge(GOOD, { headers: { ...headers, "X-Count": "many" } })],
  ["a required header that is missing", judge(GOOD, { headers: { "Content-Type": "application/json" } })],
  ["another media type", judge(GOOD, { headers: { ...headers, "Content-Type": "text/html" } })],
  ["a field of another form", judge('{"id":"1"}')],
  ["a field that is missing", judge("{}")],
  ["a field that is not declared", judge(GOOD.replace("}", ',"hash":"x"}'))],
])("%s is one", (_, faults) => expect(faults).toHaveLength(1));
