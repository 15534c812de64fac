import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

const RETRY_MS = 200;

type Person = { id: number; login: string; name: string | null; email: string; verified: boolean };

/**
 * Plays GitHub at GITHUB_URL's port: its authorization page says yes at once, in the name of whoever `signedIn` is.
 * One at a time: whoever else plays meanwhile is waited for.
 * @returns the server; `signedIn` may be set anew before each visit
 */
export async function playGithub(url: string) {
  const codes = new Map<string, Person>();
  const tokens = new Map<string, Person>();
  const github = { signedIn: null as Person | null, close: async () => {} };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    const json = (body: unknown) => {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(body));
    };
    if (pathname === "/login/oauth/authorize") {
      const code = remember(codes, github.signedIn);
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      response.writeHead(302, { Location: back.href }).end();
      return;
    }
    if (pathname === "/login/oauth/access_token") {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const person = codes.get(new URLSearchParams(body).get("code") ?? "");
        if (!person) return json({ error: "bad_verification_code" });
        json({ access_token: remember(tokens, person), token_type: "bearer", scope: "read:user,user:email" });
      });
      return;
    }
    const person = tokens.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
    if (!person) response.writeHead(401).end();
    else if (pathname === "/api/v3/user")
      json({ id: person.id, login: person.login, name: person.name, email: null });
    else if (pathname === "/api/v3/user/emails") {
      json([{ email: person.email, primary: true, verified: person.verified, visibility: null }]);
    } else response.writeHead(404).end();
  });

  await listen(server, Number(new URL(url).port));
  github.close = () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections());
  return github;
}

/** Tries until the port is free. */
async function listen(server: Server, port: number): Promise<void> {
  for (;;) {
    const isListening = new Promise<boolean>((resolve, reject) => {
      server.once("listening", () => resolve(true));
      server.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" ? resolve(false) : reject(error),
      );
    });
    server.listen(port, "127.0.0.1");
    if (await isListening) return;
    await pause(RETRY_MS);
  }
}

function remember(store: Map<string, Person>, person: Person | null): string {
  const key = randomBytes(12).toString("hex");
  if (person) store.set(key, person);
  return key;
}
