import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clientTypes } from "@/scripts/client-types";
import { checker } from "@/scripts/conformance/answer";
import { apiDocument } from ".";

const SNAPSHOT = "lib/resources/openapi.snapshot.json";
const TYPES = "lib/testing/api-types.ts";

const document = JSON.parse(JSON.stringify(apiDocument()));

test("the public contract is what was reviewed; what changes it is renewed with `npm run openapi`", () => {
  expect(document).toEqual(JSON.parse(readFileSync(SNAPSHOT, "utf8")));
});

test("the client's types are the document's; they are renewed with `npm run client:types`", async () => {
  expect(readFileSync(TYPES, "utf8") === (await clientTypes(JSON.stringify(document)))).toBe(true);
});

type Described = { description?: string; $ref?: string };
type Schema = Described & { properties?: Record<string, Schema>; examples?: unknown[] };
type Operation = {
  operationId: string;
  parameters: (Described & { name: string })[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
};

const operations = Object.values<Record<string, Operation>>(document.paths).flatMap(Object.values<Operation>);

test("every field and every parameter is described", () => {
  const fields = ({ properties = {} }: Schema) => Object.entries<Described>(properties);
  const all: [string, Described][] = [
    ...Object.entries<Schema>(document.components.schemas).flatMap(([name, schema]) =>
      fields(schema).map(([field, it]): [string, Described] => [`${name}.${field}`, it]),
    ),
    ...operations.flatMap(({ operationId, parameters, requestBody }) =>
      [
        ...fields(requestBody?.content["application/json"].schema ?? {}),
        ...parameters.map((it): [string, Described] => [it.name, it]),
      ].map(([field, it]): [string, Described] => [`${operationId}.${field}`, it]),
    ),
  ];
  expect(all.filter(([, it]) => !it.description && !it.$ref).map(([name]) => name)).toEqual([]);
});

test("every example of a row or a body is one", () => {
  const { allows } = checker(document);
  const bodies = operations.flatMap(({ operationId, requestBody }) =>
    requestBody ? [{ operationId, schema: requestBody.content["application/json"].schema }] : [],
  );
  for (const { operationId, schema } of bodies)
    for (const it of schema.examples ?? []) expect(allows(schema, it), operationId).toBe(true);
  const schemas = Object.entries<{ examples?: unknown[] }>(document.components.schemas);
  const examples = schemas.flatMap(([name, { examples = [] }]) => examples.map((it) => ({ name, it })));
  expect(examples.length).toBeGreaterThan(8);
  for (const { name, it } of examples)
    expect(allows({ $ref: `#/components/schemas/${name}` }, it), name).toBe(true);
});
