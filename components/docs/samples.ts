import type { Operation } from "./reference";

export const LANGUAGES = ["curl", "JavaScript", "Python"] as const;
export type Language = (typeof LANGUAGES)[number];
/** The same call in each language. Each runs as it stands where PREPZO_API_KEY holds a key. */
export type Samples = Record<Language, string>;

/** What a sample sends. */
export interface SampleCall {
  method: string;
  url: string;
  /** Without the key, which is added. */
  headers?: Record<string, string>;
  body?: unknown;
  isPublic?: boolean;
}

/** The call that stands for an operation: required parameters and body by their examples, nothing else. */
export function sampleCall(
  { method, path, parameters, body, scopes }: Operation,
  origin: string,
): SampleCall {
  const needed = parameters.filter(({ required }) => required);
  const url = new URL(origin);
  url.pathname = needed
    .filter((parameter) => parameter.in === "path")
    .reduce((filled, { name, example }) => filled.replace(`{${name}}`, encodeURIComponent(example)), path);
  for (const { name, example } of needed.filter((parameter) => parameter.in === "query"))
    url.searchParams.set(name, example);
  return {
    method,
    url: url.href,
    headers: Object.fromEntries(
      needed.filter((parameter) => parameter.in === "header").map(({ name, example }) => [name, example]),
    ),
    body: body?.required ? body.example : undefined,
    isPublic: scopes === null,
  };
}

/** Writes a call in every language: curl, JavaScript with fetch, Python with its standard library. */
export function samplesOf(call: SampleCall): Samples {
  return { curl: curl(call), JavaScript: javaScript(call), Python: python(call) };
}

function headersOf({ headers, body, isPublic }: SampleCall, key: string): [string, string][] {
  return [
    ...(isPublic ? [] : [["Authorization", `Bearer ${key}`] as [string, string]]),
    ...(body === undefined ? [] : [["Content-Type", "application/json"] as [string, string]]),
    ...Object.entries(headers ?? {}),
  ];
}

function curl(call: SampleCall): string {
  const implied = call.body === undefined ? "GET" : "POST";
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return [
    `curl ${call.method === implied ? "" : `-X ${call.method} `}"${call.url}"`,
    ...headersOf(call, "$PREPZO_API_KEY").map(([name, value]) => `-H "${name}: ${value}"`),
    ...(call.body === undefined ? [] : [`-d ${quoted(JSON.stringify(call.body, null, 2))}`]),
  ].join(" \\\n  ");
}

function javaScript(call: SampleCall): string {
  const headers = headersOf(call, "$" + "{process.env.PREPZO_API_KEY}").map(([name, value]) => {
    const quote = value.includes("$" + "{") ? "`" : '"';
    return `    ${/^\w+$/.test(name) ? name : `"${name}"`}: ${quote}${value}${quote},`;
  });
  const options = [
    ...(call.method === "GET" ? [] : [`  method: "${call.method}",`]),
    ...(headers.length > 0 ? ["  headers: {", ...headers, "  },"] : []),
    ...(call.body === undefined
      ? []
      : [`  body: JSON.stringify(${JSON.stringify(call.body, null, 2).replaceAll("\n", "\n  ")}),`]),
  ];
  const argument = options.length > 0 ? `, {\n${options.join("\n")}\n}` : "";
  return `const response = await fetch("${call.url}"${argument});\n\nconsole.log(response.status, await response.json());`;
}

function python(call: SampleCall): string {
  const key = '{os.environ["PREPZO_API_KEY"]}';
  const headers = headersOf(call, key).map(([name, value]) =>
    value.includes(key) ? `        "${name}": f'${value}',` : `        "${name}": "${value}",`,
  );
  const data =
    call.body === undefined
      ? []
      : [`    data=json.dumps(${pythonLiteral(call.body).replaceAll("\n", "\n    ")}).encode(),`];
  const lines = [
    `    "${call.url}",`,
    ...(call.method === "GET" ? [] : [`    method="${call.method}",`]),
    ...(headers.length > 0 ? ["    headers={", ...headers, "    },"] : []),
    ...data,
  ];
  const request = lines.length > 1 ? `urllib.request.Request(\n${lines.join("\n")}\n)` : `"${call.url}"`;
  return [
    call.isPublic ? "import json, urllib.request" : "import json, os, urllib.request",
    "",
    `request = ${request}`,
    "with urllib.request.urlopen(request) as response:",
    "    print(response.status, json.load(response))",
  ].join("\n");
}

/** JSON as a Python literal: the same but for three words. */
function pythonLiteral(value: unknown): string {
  const WORDS: Record<string, string> = { true: "True", false: "False", null: "None" };
  // Strings are matched first and left alone, so that words within them stay.
  return JSON.stringify(value, null, 4).replace(
    /"(?:[^"\\]|\\.)*"|true|false|null/g,
    (token) => WORDS[token] ?? token,
  );
}
