import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Documented, Operation, Schema } from "./document";

/** What every HTTP answer may carry, and a browser's policies, which are no part of the contract. */
const TRANSPORT = ["connection", "content-length", "content-type", "date", "keep-alive", "transfer-encoding"];

/** Checks values and answers against the schemas of a document. */
export function checker(document: object) {
  const components = (document as { components: { schemas: Record<string, Schema> } }).components;
  const open = compiler(components);
  const closed = compiler(close(components));

  return {
    /** Whether a value is what a schema of the document allows. */
    allows: (schema: Schema, value: unknown): boolean => open(schema)(value) as boolean,

    /** What is wrong with an answer: nothing, or one sentence for each fault. */
    faultsOf({ responses }: Operation, response: Response, text: string): string[] {
      const documented = responses[response.status];
      if (!documented) return [`${response.status} is not documented`];
      return [...headerFaults(documented, response.headers), ...bodyFaults(documented, response, text)];
    },
  };

  function headerFaults({ headers }: Documented, given: Headers): string[] {
    const undocumented = [...given.keys()].filter((name) => !TRANSPORT.includes(name) && !(name in headers));
    const wrong = Object.entries(headers).filter(([name, { required, schema }]) => {
      const value = given.get(name);
      if (value === null) return required;
      return !open(schema)(schema.type === "integer" ? Number(value) : value);
    });
    return [
      ...undocumented.map((name) => `the header ${name} is not documented`),
      ...wrong.map(([name]) => `the header ${name} is not as documented: ${given.get(name)}`),
    ];
  }

  function bodyFaults({ schema }: Documented, { headers }: Response, text: string): string[] {
    if (headers.get("content-type") !== "application/json") return ["the answer is not application/json"];
    const validate = closed(close(schema));
    if (validate(JSON.parse(text))) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `the answer at ${instancePath} ${message}`,
    );
  }
}

function compiler(components: object): (schema: Schema) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: true });
  formats.default(ajv);
  ajv.addFormat("uri-reference", true);
  ajv.addSchema({ $id: "https://document/", components }, "document");
  const known = new WeakMap<Schema, ValidateFunction>();
  return (schema) => {
    const found = known.get(schema) ?? ajv.compile(absolute(schema));
    known.set(schema, found);
    return found;
  };
}

function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"https://document/#/components/'));
}

const closedSchemas = new WeakMap<object, object>();

/** The same where nothing may come that is not named: answers show what is declared, and nothing else. */
function close<T extends object>(node: T): T {
  const found = closedSchemas.get(node);
  if (found) return found as T;
  const copy = JSON.parse(JSON.stringify(node), (_, value) =>
    value?.properties && value.additionalProperties === undefined && value.type === "object"
      ? { ...value, additionalProperties: false }
      : value,
  );
  closedSchemas.set(node, copy);
  return copy;
}
