import { describe, expect, test } from "vitest";
import { keptAnswer } from "./kept-answer";

const SIGNATURE = "ab+/cdEF0123456789abcdefghijklmnopqrstuvwx8=";
const START = SIGNATURE.slice(0, 20);
const answer = { statusCode: 500, error: "status" as const, headers: {}, body: null };

describe("what receivers send back of the signature", () => {
  test.each([
    ["as it is", SIGNATURE],
    ["in JSON", JSON.stringify({ signature: `v1,${SIGNATURE}` })],
    ["in JSON that escapes slashes", SIGNATURE.replaceAll("/", "\\/")],
    ["in JSON that escapes more", SIGNATURE.replaceAll("+", "\\u002B").replaceAll("=", "\\u003D")],
    ["in a URL", encodeURIComponent(SIGNATURE)],
    ["without its last sign", SIGNATURE.slice(0, -1)],
    ["in the base64 of URLs", Buffer.from(SIGNATURE, "base64").toString("base64url")],
    ["in JSON in JSON", JSON.stringify(JSON.stringify(SIGNATURE.replaceAll("/", "\\/")))],
    [
      "in JSON in JSON that escapes more",
      JSON.stringify(JSON.stringify({ of: 1 }) + SIGNATURE.replaceAll("+", "\\u002b")),
    ],
    ["in a URL in a URL", encodeURIComponent(encodeURIComponent(SIGNATURE))],
    ["in HTML", SIGNATURE.replaceAll("+", "&#43;").replaceAll("=", "&#x3D;")],
  ])("%s is masked, in the body and in headers", (_, text) => {
    const { response_body, response_headers } = keptAnswer(
      { ...answer, body: `You sent ${text}, twice: ${text}.`, headers: { "x-echo": text } },
      [SIGNATURE],
    );
    for (const kept of [response_body, response_headers["x-echo"]]) {
      expect(kept).not.toContain("cdEF0123456789");
      expect(kept).toContain("…");
    }
  });

  test.each([
    ["a sign", START],
    ["the first twelve", START.slice(0, 12)],
    ["half a sign in a URL", `${encodeURIComponent(START)}%2`],
    ["half a sign in JSON", `${START}\\u00`],
  ])("its beginning is masked where the text was cut behind %s", (_, start) => {
    const body = `You sent v1,${start}`;
    expect(keptAnswer({ ...answer, body }, [`${START}+${SIGNATURE}`]).response_body).toBe("You sent v1,…");
  });

  test.each(["v1,somethingElse=", SIGNATURE.slice(0, 11), `${SIGNATURE.slice(0, 12)} and more`])(
    "what only looks like it stays: %s",
    (body) => {
      expect(keptAnswer({ ...answer, body }, [SIGNATURE]).response_body).toBe(body);
    },
  );
});

test.each([
  ["a success", { statusCode: 204, error: null }, 1_024],
  ["a failure", { statusCode: 500, error: "status" as const }, 16_384],
  ["a success that broke off", { statusCode: 200, error: "timeout" as const }, 16_384],
])("of the answer to %s so much is kept", (_, came, bytes) => {
  const { response_body } = keptAnswer({ ...answer, ...came, body: "x".repeat(16_384) }, []);
  expect(response_body).toHaveLength(bytes);
});

test("it ends with a whole character, and without cookies", () => {
  const came = {
    statusCode: 200,
    error: null,
    headers: { "set-cookie": "a=b", date: "now" },
    body: "é".repeat(999),
  };
  expect(keptAnswer({ ...came, body: `x${came.body}` }, [])).toEqual({
    response_headers: { date: "now" },
    response_body: `x${"é".repeat(511)}`,
  });
});
