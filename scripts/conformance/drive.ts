import fc from "fast-check";
import { checker } from "./answer";
import { type Case, invalidCases, validCases } from "./cases";
import { type Operation, operationsOf, resolver, type Schema } from "./document";

export type Tally = { operation: string; cases: number; accepted: number; failures: string[] };
type Headers = Record<string, string>;
type Options = {
  base: string;
  key: string;
  /** Signs a body, for operations that take only what is signed. */
  sign: (body: string | Uint8Array) => Headers;
  runs: number;
  seed: number;
};

/**
 * Drives a server from its own document: every operation with inputs that the document allows and that it forbids.
 * Rows that it makes serve as what later inputs refer to; nothing that it did not make is changed.
 */
export async function drive({ base, key, sign, runs, seed }: Options): Promise<Tally[]> {
  const document = await (await fetch(`${base}/openapi.json`)).json();
  const resolve = resolver(document);
  const { allows, faultsOf } = checker(document);
  const operations = operationsOf(document);
  const others = TURNS.flatMap((turn) => operations.filter(({ method }) => method === turn));
  const made = new Map<string, string[]>();
  const context = { resolve: (schema: Schema) => resolve(schema), idsFor, allows, seed };
  const tallies: Tally[] = [];
  let turn = 0;
  // What comes later in the document refers to what comes earlier, so it goes first.
  const removals = operations.filter(({ method }) => method === "DELETE").toReversed();
  for (const operation of [...others, ...removals]) tallies.push(await driveOne(operation));
  return tallies;

  async function driveOne(operation: Operation): Promise<Tally> {
    const tally: Tally = { operation: operation.id, cases: 0, accepted: 0, failures: [] };
    const note = async (one: Case, expected: (status: number) => boolean, as = credential(operation)) => {
      tally.cases++;
      const { response, text } = await send(operation, one, await as);
      const faults = faultsOf(operation, response, text);
      if (!expected(response.status)) faults.push(`${response.status} for it: ${text.slice(0, 200)}`);
      if (response.ok) tally.accepted++;
      if (response.ok) remember(operation, one, response.headers.get("Location"), text);
      tally.failures.push(...faults.map((fault) => `${operation.id}, ${one.what}: ${fault}`));
      return response.ok;
    };
    for (const one of fc.sample(validCases(operation, context), { numRuns: runs, seed })) {
      const headers = { ...one.headers, ...signature(operation, one) };
      await note({ ...one, headers, path: pathOf(operation) }, (status) => status < 500);
    }
    for (const one of invalidCases(operation, context)) {
      const headers = { ...signature(operation, one), ...one.headers };
      await note({ path: pathOf(operation), ...one, headers }, (status) => status >= 400 && status < 500);
    }
    if (operation.scopes) {
      const one = { what: "no key", path: pathOf(operation) };
      await note(one, (status) => status === 401, Promise.resolve(null));
      await note({ ...one, what: "a wrong key" }, (status) => status === 401, Promise.resolve("pk_live_x"));
    }
    if (tally.accepted === 0) tally.failures.push(`${operation.id}: no input was accepted`);
    return tally;
  }

  /** What a made-up header cannot be: right for this very body. */
  function signature({ parameters }: Operation, { body = "" }: Case): Headers {
    return parameters.some(({ name }) => /signature$/i.test(name)) ? sign(body) : {};
  }

  /** A key that changes itself is a new one each time: what the document says any key may do. */
  async function credential({ scopes, method }: Operation): Promise<string | null> {
    if (scopes === null) return null;
    if (scopes.length > 0 || method === "GET") return key;
    const body = JSON.stringify({ name: "Conformance", scopes: ["*"] });
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const answer = await fetch(`${base}/api-keys`, { method: "POST", headers, body });
    return (await answer.json()).data.key;
  }

  async function send(operation: Operation, one: Case, credential: string | null) {
    const query = new URLSearchParams(one.query).toString();
    const response = await fetch(`${base}${one.path}${query && `?${query}`}`, {
      method: operation.method,
      redirect: "manual",
      headers: {
        ...(credential !== null && { Authorization: `Bearer ${credential}` }),
        ...(one.body !== undefined && { "Content-Type": "application/json" }),
        ...one.headers,
      },
      body: one.body,
    });
    return { response, text: await response.text() };
  }

  /** The path of a row that was made, by where it is found; of none where there is none. */
  function pathOf({ path }: Operation): string {
    const [, collection, rest = ""] = /^(.*)\/\{\w+\}([^{]*)$/.exec(path) ?? [];
    if (collection === undefined) return path;
    const place = new RegExp(`^${collection.replace(/\{\w+\}/g, "[^/]+")}$`);
    const rows = [...made].flatMap(([at, ids]) => (place.test(at) ? ids.map((id) => `${at}/${id}`) : []));
    const none = `${collection}/{id}`.replace(/\{\w+\}/g, () => crypto.randomUUID());
    return `${rows[turn++ % rows.length] ?? none}${rest}`;
  }

  function remember({ method }: Operation, one: Case, location: string | null, text: string): void {
    const { data } = JSON.parse(text);
    const place = location?.replace(/^\/api\/v1/, "").split("/") ?? [];
    // Some are found in a list only, at which their location points.
    const last = place.pop();
    if (method === "POST" && last !== undefined && last === data?.id) {
      const collection = place.join("/");
      made.set(collection, [...(made.get(collection) ?? []), last]);
    }
    if (method !== "DELETE") return;
    const [collection = "", id] = [one.path?.split("/").slice(0, -1).join("/"), one.path?.split("/").at(-1)];
    made.set(
      collection,
      (made.get(collection) ?? []).filter((each) => each !== id),
    );
  }

  /** `job_id` refers to a row of /jobs. */
  function idsFor(field: string): readonly string[] {
    return made.get(`/${field.replace(/_id$/, "")}s`) ?? [];
  }
}

/** First what makes rows; what removes them comes last. */
const TURNS = ["POST", "GET", "PATCH"];
