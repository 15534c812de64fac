import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { addressOf } from "./call-api";
import { samplesOf } from "./samples";

const body = { note: 'It\'s "null" and true', flags: [true, false, null], "with $HOME": "`x` \\ ü" };
const samples = samplesOf({ method: "PATCH", url: "http://127.0.0.1/a", headers: { "X-A": "b" }, body });

test("the shell passes the body of a curl sample on as it is", () => {
  const script = samples.curl.replace(/^curl /, "printf '%s\\n' ");
  const printed = execFileSync("bash", ["-c", script], {
    env: { ...process.env, PREPZO_API_KEY: "k", HOME: "/elsewhere" },
    encoding: "utf8",
  });
  expect(printed).toContain("Authorization: Bearer k\n");
  expect(JSON.parse(printed.slice(printed.indexOf("{")))).toEqual(body);
});

test("a JavaScript sample sends method, headers and body", async () => {
  const sent = await new Promise<RequestInit>((resolve) => {
    const run = new Function("fetch", "process", "console", `return (async () => {${samples.JavaScript}})()`);
    const fetch = async (_: string, options: RequestInit) => {
      resolve(options);
      return new Response("{}");
    };
    run(fetch, { env: { ...process.env, PREPZO_API_KEY: "k" } }, { log: () => {} });
  });
  expect(sent.method).toBe("PATCH");
  expect(sent.headers).toEqual({ Authorization: "Bearer k", "Content-Type": "application/json", "X-A": "b" });
  expect(JSON.parse(sent.body as string)).toEqual(body);
});

test("a Python sample has Python's words, and leaves texts alone", () => {
  expect(samples.Python).toContain("True,\n            False,\n            None");
  expect(samples.Python).toContain(String.raw`"It's \"null\" and true"`);
});

test("a call without body or key asks for neither", () => {
  const open = samplesOf({ method: "GET", url: "http://127.0.0.1/a", isPublic: true });
  expect(open.curl).toBe('curl "http://127.0.0.1/a"');
  for (const text of Object.values(open)) expect(text).not.toContain("PREPZO_API_KEY");
});

test("an address leaves out what is empty and encodes the rest", () => {
  const parameters = [
    { name: "id", in: "path" as const, value: "a/b?" },
    { name: "search", in: "query" as const, value: "R&D" },
    { name: "limit", in: "query" as const, value: "" },
  ];
  expect(addressOf("/api/v1/x/{id}", parameters)).toBe("/api/v1/x/a%2Fb%3F?search=R%26D");
});
