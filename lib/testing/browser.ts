import { randomInt } from "node:crypto";

const BASE = () => process.env.BASE_URL ?? "http://127.0.0.1:3000";

/** An address that no other test comes from, so that limits never meet. In 198.18.0.0/15, kept for such tests by RFC 2544. */
export function freshAddress(): string {
  return `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(1, 255)}`;
}

type Fields = Record<string, string>;

/** A browser without scripts, as far as the server can tell: it keeps cookies, never follows redirects by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly address = freshAddress(),
    readonly base = BASE(),
  ) {}

  get(path: string, headers: Fields = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  /** Posts a form as `application/x-www-form-urlencoded`. */
  post(path: string, fields: Fields, headers: Fields = {}): Promise<Response> {
    return this.send(path, { method: "POST", body: new URLSearchParams(fields), headers });
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has("x-forwarded-for")) headers.set("x-forwarded-for", this.address);
    headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(new URL(path, this.base), { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  /** Follows redirects on our own origin from an answer, as GETs, and returns the last one. */
  async follow(response: Response, headers: Fields = {}): Promise<Response> {
    let last = response;
    for (let steps = 0; steps < 10; steps += 1) {
      const location = last.headers.get("location");
      if (location === null || new URL(location, this.base).origin !== new URL(this.base).origin) return last;
      last = await this.get(location, headers);
    }
    throw new Error("Too many redirects");
  }

  async csrfToken(): Promise<string> {
    return ((await (await this.get("/api/auth/csrf")).json()) as { csrfToken: string }).csrfToken;
  }

  /** Signs in over next-auth's usual flow. */
  async signIn(email: string, password: string, more: Fields = {}): Promise<Response> {
    const csrfToken = await this.csrfToken();
    return this.post("/api/auth/callback/credentials", { csrfToken, email, password, ...more });
  }

  /** Sends the form of a page that holds the text, with its hidden fields, as a browser without scripts would. */
  async submit(path: string, contains: string, fields: Fields, headers: Fields = {}): Promise<Response> {
    // React separates neighbouring texts by empty comments.
    const html = (await (await this.get(path, headers)).text()).replaceAll("<!-- -->", "");
    const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(contains));
    if (!form) throw new Error(`${path} has no form with "${contains}"`);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...hiddenFields(form), ...fields })) body.set(name, value);
    const own = { origin: new URL(this.base).origin, ...headers };
    return this.send(path, { method: "POST", body, headers: own });
  }

  private keep(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const gone = attributes.some((one) => /^max-age=0$/i.test(one)) || value === "";
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function hiddenFields(form: string): Fields {
  const fields: Fields = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields[plain(name)] = plain(/value="([^"]*)"/.exec(input)?.[1] ?? "");
  }
  return fields;
}

function plain(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}
