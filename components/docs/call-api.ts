/** A call that the reader composed. */
export interface ApiCall {
  method: string;
  /** The path as the document has it: `/api/v1/candidates/{id}`. */
  path: string;
  parameters: { name: string; in: "path" | "query" | "header"; value: string }[];
  body: string | null;
  /** null where the operation needs none. */
  apiKey: string | null;
}

export interface ApiAnswer {
  status: number;
  headers: [name: string, value: string][];
  /** Laid out where it is JSON. */
  body: string;
}

/** Makes the call, on our own origin, without cookies and without a trace in any cache. Throws where no answer comes. */
export async function callApi({ method, path, parameters, body, apiKey }: ApiCall): Promise<ApiAnswer> {
  const headers = new Headers();
  if (apiKey) headers.set("Authorization", `Bearer ${apiKey}`);
  if (body) headers.set("Content-Type", "application/json");
  for (const { name, value } of given(parameters, "header")) headers.set(name, value);
  const response = await fetch(addressOf(path, parameters), {
    method,
    headers,
    body: body || undefined,
    credentials: "omit",
    cache: "no-store",
    redirect: "error",
    referrerPolicy: "no-referrer",
  });
  return {
    status: response.status,
    headers: [...response.headers],
    body: laidOut(await response.text()),
  };
}

/** The path and query of a call; parameters that were left empty are left out. */
export function addressOf(path: string, parameters: ApiCall["parameters"]): string {
  const filled = given(parameters, "path").reduce(
    (text, { name, value }) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  const query = new URLSearchParams(given(parameters, "query").map(({ name, value }) => [name, value]));
  return query.size > 0 ? `${filled}?${query}` : filled;
}

function given(parameters: ApiCall["parameters"], place: string) {
  return parameters.filter((parameter) => parameter.in === place && parameter.value !== "");
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
