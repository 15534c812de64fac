import { expect, test } from "vitest";
import { apiDocument, catalogue } from "@/lib/resources";
import type { Document } from "./document";
import { MADE_UP } from "./example";
import { fieldsOf } from "./fields";
import { readReference } from "./reference";

test("the reference has every operation of the catalogue, once", () => {
  const shown = readReference(apiDocument()).flatMap(({ operations }) => operations.map(({ id }) => id));
  expect(shown.toSorted()).toEqual(catalogue.map(({ id }) => id).toSorted());
});

test("addresses of pages and anchors are unique", () => {
  const resources = readReference(apiDocument());
  const slugs = resources.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]+$/);
});

test("answers, bodies and what else a call needs are shown by given examples, not by their types", () => {
  const shown = readReference(apiDocument())
    .flatMap(({ operations }) => operations)
    .map(({ id, parameters, body, success }) => ({
      id,
      needed: parameters.filter(({ required }) => required).map(({ example }) => example),
      body: body?.example,
      answer: success.example,
    }));
  const madeUp = shown.filter((operation) => JSON.stringify(operation).includes(`"${MADE_UP}"`));
  expect(madeUp.map(({ id }) => id)).toEqual([]);
});

const PET = {
  type: "object",
  properties: { name: { type: "string" }, friend: { $ref: "#/components/schemas/Pet" } },
};
const document: Document = {
  servers: [{ url: "/v9" }],
  tags: [{ name: "pets", description: "Animals." }],
  paths: {
    "/pets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
      post: {
        operationId: "pets.rename",
        summary: "Rename a pet",
        tags: ["pets"],
        security: [{ key: ["pets:write"] }],
        requestBody: { $ref: "#/components/requestBodies/Pet" },
        responses: { 200: { $ref: "#/components/responses/Pet" } },
      },
    },
  },
  components: {
    schemas: { Pet: PET },
    requestBodies: {
      Pet: {
        required: true,
        content: { "application/json": { schema: PET, examples: { one: { value: { name: "Rex" } } } } },
      },
    },
    responses: {
      Pet: {
        description: "The pet",
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: { data: { type: "array", items: { $ref: "#/components/schemas/Pet" } } },
            },
          },
        },
      },
    },
  },
};

test("references are followed, shared parameters joined, given examples kept", () => {
  const [pets] = readReference(document);
  expect(pets).toMatchObject({ slug: "pets", title: "Pets", description: "Animals." });
  const [rename] = pets?.operations ?? [];
  expect(rename).toMatchObject({ method: "POST", path: "/v9/pets/{id}", scopes: ["pets:write"] });
  expect(rename?.parameters).toMatchObject([
    { name: "id", in: "path", required: true, type: "string (uuid)" },
  ]);
  expect(rename?.body).toMatchObject({ required: true, example: { name: "Rex" } });
  expect(rename?.success.isList).toBe(true);
});

test("a schema that contains itself ends", () => {
  const [friend] = fieldsOf(document, { $ref: "#/components/schemas/Pet" }).filter(
    ({ name }) => name === "friend",
  );
  expect(friend).toMatchObject({ type: "object", children: [] });
});

test("types and limits are said in words", () => {
  const fields = fieldsOf(document, {
    type: "object",
    required: ["tags"],
    properties: {
      tags: { type: "array", items: { type: "string", enum: ["a", "b"] }, maxItems: 50 },
      words: { type: "array", items: { type: "string", minLength: 1, maxLength: 9 } },
      ends: { anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] },
      count: { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER, default: 5 },
      either: { anyOf: [{ type: "string", format: "date" }, { type: "integer" }] },
    },
  });
  expect(
    fields.map(({ name, type, notes, values, required }) => ({ name, type, notes, values, required })),
  ).toEqual([
    {
      name: "tags",
      type: "array of strings",
      notes: ["at most 50 entries"],
      values: ["a", "b"],
      required: true,
    },
    {
      name: "words",
      type: "array of strings",
      notes: ["each 1 to 9 characters"],
      values: [],
      required: false,
    },
    { name: "ends", type: "string (date-time) or null", notes: [], values: [], required: false },
    { name: "count", type: "integer", notes: ["at least 1", "default 5"], values: [], required: false },
    { name: "either", type: "string (date) or integer", notes: [], values: [], required: false },
  ]);
});
