import * as openapi from "./document";
import { jsonOf, resolve } from "./document";
import { exampleOf, givenExample } from "./example";
import { type Field, fieldOf, fieldsOf } from "./fields";

/** The operations on one kind of thing: one page of the reference. */
export interface Resource {
  /** Its name in the page's address. */
  slug: string;
  title: string;
  description?: string;
  operations: Operation[];
}

export interface Operation {
  id: string;
  method: string;
  /** With the server's part: `/api/v1/candidates/{id}`. */
  path: string;
  summary: string;
  description?: string;
  /** null: no key is needed. Empty: any key will do. */
  scopes: string[] | null;
  parameters: Parameter[];
  body: { required: boolean; fields: Field[]; example: unknown } | null;
  /** The first answer that is a success: what is in its `data`, or in all of it where it has none. */
  success: { status: string; isList: boolean; fields: Field[]; example: unknown };
  responses: { status: string; description: string; headers: string[] }[];
}

export interface Parameter extends Field {
  in: "path" | "query" | "header";
  example: string;
}

const known = new WeakMap<object, Resource[]>();

/** The pages of an OpenAPI 3.1 document's reference, in its own order. Of the same object the same, read once. */
export function readReference(document: object): Resource[] {
  const resources = known.get(document) ?? read(document as openapi.Document);
  known.set(document, resources);
  return resources;
}

function read(document: openapi.Document): Resource[] {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    openapi.VERBS.flatMap((verb) => {
      const operation = item[verb];
      if (!operation) return [];
      const shared = {
        ...operation,
        parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])],
      };
      return [
        { tag: operation.tags?.[0] ?? "other", operation: readOperation(document, verb, path, shared) },
      ];
    }),
  );
  const byTag = Map.groupBy(operations, ({ tag }) => tag);
  return [...byTag].map(([name, members]) => {
    const tag = document.tags?.find((candidate) => candidate.name === name);
    return {
      slug: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      title: tag?.["x-displayName"] ?? titleOf(name),
      description: tag?.description,
      operations: members.map(({ operation }) => operation),
    };
  });
}

/** The headers that most answers carry, and which so say nothing about a single one. */
export function commonHeaders(resources: Resource[]): string[] {
  const answers = resources.flatMap(({ operations }) => operations.flatMap(({ responses }) => responses));
  const counts = Map.groupBy(
    answers.flatMap(({ headers }) => headers),
    (header) => header,
  );
  return [...counts].filter(([, found]) => found.length > answers.length / 2).map(([header]) => header);
}

function readOperation(
  document: openapi.Document,
  verb: string,
  path: string,
  operation: openapi.Operation,
): Operation {
  const base = document.servers?.[0]?.url ?? "";
  const responses = Object.entries(operation.responses).map(([status, response]) => ({
    status,
    ...resolve<openapi.Response>(document, response),
  }));
  return {
    id: operation.operationId,
    method: verb.toUpperCase(),
    path: base + path,
    summary: operation.summary,
    description: operation.description,
    scopes: scopesOf(operation.security),
    parameters: (operation.parameters ?? []).flatMap((parameter) => readParameter(document, parameter)),
    body: readBody(document, operation),
    success: readSuccess(document, responses),
    responses: responses.map(({ status, description, headers }) => ({
      status,
      description,
      headers: Object.keys(headers ?? {}),
    })),
  };
}

function scopesOf(security: openapi.Operation["security"]): string[] | null {
  const [requirement] = security ?? [];
  return requirement ? Object.values(requirement).flat() : null;
}

function readParameter(document: openapi.Document, node: openapi.Ref<openapi.Parameter>): Parameter[] {
  const parameter = resolve<openapi.Parameter>(document, node);
  if (parameter.in === "cookie") return [];
  const { name, schema, description, required = false } = parameter;
  const field = fieldOf(document, name, schema, required);
  const example = givenExample(document, parameter) ?? exampleOf(document, schema, false);
  return [
    { ...field, description: description ?? field.description, in: parameter.in, example: String(example) },
  ];
}

function readBody(document: openapi.Document, { requestBody }: openapi.Operation): Operation["body"] {
  if (!requestBody) return null;
  const { required = false, content } = resolve<{ required?: boolean; content: openapi.Content }>(
    document,
    requestBody,
  );
  const json = jsonOf(content);
  if (!json?.schema) return null;
  return {
    required,
    fields: fieldsOf(document, json.schema),
    example: givenExample(document, json) ?? exampleOf(document, json.schema, false),
  };
}

function readSuccess(
  document: openapi.Document,
  responses: (openapi.Response & { status: string })[],
): Operation["success"] {
  const response = responses.find(({ status }) => status.startsWith("2"));
  const json = jsonOf(response?.content);
  const status = response?.status ?? "200";
  if (!json?.schema) return { status, isList: false, fields: [], example: null };
  const envelope = resolve<openapi.Schema>(document, json.schema);
  const data = envelope.properties?.data ?? json.schema;
  return {
    status,
    isList: resolve<openapi.Schema>(document, data).type === "array",
    fields: fieldsOf(document, data),
    example: givenExample(document, json) ?? exampleOf(document, json.schema, true),
  };
}

const SPELLED: Record<string, string> = { api: "API", openapi: "OpenAPI", json: "JSON" };

/** A tag as a title: "api-keys" becomes "API keys". */
function titleOf(tag: string): string {
  const words = tag.split(/[^A-Za-z0-9]+/).map((word) => SPELLED[word.toLowerCase()] ?? word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
