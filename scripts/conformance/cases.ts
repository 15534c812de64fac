import fc, { type Arbitrary } from "fast-check";
import type { Operation, Parameter, Schema } from "./document";
import { suspects, wrongBodies, wrongTexts } from "./invalid";
import { valid } from "./valid";

/** One request: what is special about it, and what is sent. */
export type Case = {
  what: string;
  path?: string;
  query?: [string, string][];
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};

type Context = {
  resolve: (schema: Schema) => Schema;
  idsFor: (field: string) => readonly string[];
  allows: (schema: Schema, value: unknown) => boolean;
  seed: number;
};

/** Requests that the document allows; some leave out all that is optional. */
export function validCases(operation: Operation, context: Context): Arbitrary<Case> {
  const inputs = fc.record({
    query: parameters(operation, "query", context),
    headers: parameters(operation, "header", context),
    body: operation.body ? valid(operation.body.schema, context) : fc.constant(undefined),
  });
  return inputs.map(({ query, headers, body }) => ({
    what: `allowed: ${JSON.stringify({ query, headers, body }).slice(0, 600)}`,
    query: Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: body === undefined ? undefined : JSON.stringify(body),
  }));
}

/** Requests that the document forbids, each for one reason. What it turns out to allow is left out. */
export function invalidCases(operation: Operation, context: Context): Case[] {
  const { resolve, allows, seed } = context;
  return [...queryCases(), ...headerCases(), ...pathCases(), ...bodyCases()];

  function queryCases(): Case[] {
    const known = operation.parameters.filter((it) => it.in === "query");
    return [
      { what: "an unknown parameter", query: [["nonsense", "1"]] },
      ...known.flatMap((parameter) => {
        const { name, schema } = parameter;
        const [sound] = fc.sample(valid(schema, context, name), { numRuns: 1, seed });
        const twice: Case = {
          what: `${name} twice`,
          query: [
            [name, String(sound)],
            [name, String(sound)],
          ],
        };
        return [twice, ...suspects(schema, resolve).flatMap((wrong) => queryCase(parameter, wrong.value))];
      }),
    ];
  }

  /** Everything in a query is text; where a number is wanted, text in its form is one. */
  function queryCase({ name, schema }: Parameter, value: unknown): Case[] {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const isNumber = resolve(schema).type === "integer" && /^-?\d+(\.\d+)?$/.test(text);
    if (allows(schema, isNumber ? Number(text) : text)) return [];
    return [{ what: `${name}=${text.slice(0, 50)}`, query: [[name, text]] }];
  }

  function headerCases(): Case[] {
    const { body } = operation;
    const [sound] = body ? fc.sample(valid(body.schema, context), { numRuns: 1, seed }) : [];
    return operation.parameters
      .filter((it) => it.in === "header")
      .flatMap(({ name, schema }) =>
        suspects(schema, resolve)
          .map(({ value }) => value)
          .filter((value) => typeof value === "string" && /^[ -~]+$/.test(value.trim()))
          .map((value) => String(value).trim())
          .filter((value) => !allows(schema, value))
          .map((value) => ({
            what: `${name}: ${value.slice(0, 50)}`,
            headers: { [name]: value },
            body: sound === undefined ? undefined : JSON.stringify(sound),
          })),
      );
  }

  function pathCases(): Case[] {
    if (!operation.path.includes("{")) return [];
    const ids = [
      "1",
      "%00",
      "%F0%9F%98%80",
      "x".repeat(5_000),
      "null",
      "01900000-0000-7000-8000-00000000000g",
    ];
    return [...ids, crypto.randomUUID()].map((id) => ({
      what: `the id ${id.slice(0, 50)}`,
      path: operation.path.replace(/\{\w+\}/g, id),
      body:
        operation.body &&
        JSON.stringify(fc.sample(valid(operation.body.schema, context), { numRuns: 1, seed })[0]),
    }));
  }

  function bodyCases(): Case[] {
    if (!operation.body) {
      return operation.method === "GET" ? [] : [{ what: "an unknown field", body: '{"nonsense":1}' }];
    }
    const { schema, required } = operation.body;
    const [sound] = fc.sample(valid(schema, context), { numRuns: 1, seed }) as [object];
    const wrong = wrongBodies(schema, sound, resolve)
      .filter(({ value }) => !allows(schema, value))
      .map(({ what, value }) => ({ what, body: JSON.stringify(value) }));
    const texts = wrongTexts().map(({ what, body, type }) => ({
      what,
      body,
      ...(type && { headers: { "Content-Type": type } }),
    }));
    return [...(required ? [{ what: "no body" }] : []), ...wrong, ...texts];
  }
}

function parameters(operation: Operation, place: Parameter["in"], context: Context) {
  const all = operation.parameters.filter((it) => it.in === place);
  const arbitraryOf = (some: Parameter[]) =>
    Object.fromEntries(some.map(({ name, schema }) => [name, valid(schema, context, name)]));
  const required = all.filter((it) => it.required);
  const requiredKeys = required.map(({ name }) => name);
  const any: Arbitrary<Record<string, unknown>> = fc.record(arbitraryOf(all), { requiredKeys });
  return fc.oneof(fc.record(arbitraryOf(required)), any);
}
