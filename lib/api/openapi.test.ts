import { describe, expect, test } from "vitest";
import { isScope } from "@/lib/access/scopes";
import { apiDocument, catalogue } from "@/lib/resources";

type Operation = {
  operationId: string;
  security: { api_key: string[] }[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean };
  responses: Record<string, { headers: object }>;
};

const document = JSON.parse(JSON.stringify(apiDocument()));
const operations: [string, Operation][] = Object.entries<Record<string, Operation>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, it]): [string, Operation] => [`${method} ${path}`, it]),
);
const operation = (name: string) => new Map(operations).get(name) as Operation;

test("it is OpenAPI 3.1, and describes each endpoint once", () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(operations).toHaveLength(catalogue.length);
  expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(catalogue.length);
});

test("every reference leads somewhere", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path]) => path ?? "",
  );
  expect(references.length).toBeGreaterThan(0);
  for (const path of references) {
    const found = path.split("/").reduce((node, name) => node?.[name], document);
    expect(found, path).toBeTypeOf("object");
  }
});

test("the parameters in each path are described", () => {
  for (const [name, { parameters }] of operations) {
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    expect(parameters.filter((it) => it.in === "path").map((it) => it.name)).toEqual(inPath);
  }
});

test("the scopes it names are names that a key can have", () => {
  for (const [, { security }] of operations)
    expect(security.flatMap(({ api_key }) => api_key).every(isScope)).toBe(true);
});

describe("each operation names what it can answer, and nothing else", () => {
  const statuses = (name: string) => Object.keys(operation(name).responses).join(" ");

  test("a list", () => expect(statuses("get /candidates")).toBe("200 401 403 422 429 500 503"));
  test("a create", () =>
    expect(statuses("post /candidates")).toBe("201 400 401 403 409 413 415 422 429 500 503"));
  test("a row", () => expect(statuses("get /candidates/{id}")).toBe("200 401 403 404 422 429 500 503"));
  test("what is open to all, so often", () =>
    expect(statuses("post /api-keys/revoke")).toBe("200 400 413 415 422 429 500 503"));
  test("what must be signed", () =>
    expect(statuses("post /api-keys/leaked")).toBe("200 400 401 413 415 422 429 500 503"));
  test("this document", () => expect(statuses("get /openapi.json")).toBe("200 422 500 503"));
});

test("a number in a query is described as a number, with its bounds and default", () => {
  const limit = operation("get /candidates").parameters.find(({ name }) => name === "limit");
  expect(limit?.schema).toMatchObject({ type: "integer", minimum: 1, maximum: 100, default: 50 });
});

test("a body is required where one of its fields is, or any of them", () => {
  expect(operation("patch /candidates/{id}").requestBody?.required).toBe(true);
  expect(operation("post /candidates").requestBody?.required).toBe(true);
  expect(operation("delete /api-keys/{id}").requestBody?.required).toBe(false);
});
