import { describe, expect, test } from "vitest";
import { keptAnswer } from "./kept-answer";

const SIGNATURE = "ab+/cdEF0123456789abcdefghijklmnopqrstuvwx=";
const answer = { statusCode: 500, error: "status" as const, headers: {}, body: null };

describe("what receivers send back of the signature", () => {
  test.each([
    ["as it is", SIGNATURE],
    ["in JSON", JSON.stringify({ signature: `v1,${SIGNATURE}` })],
    ["in JSON that escapes slashes", SIGNATURE.replaceAll("/", "\\/")],
    ["in JSON that escapes more", SIGNATURE.replaceAll("+", "\\u002B").replaceAll("=", "\\u003D")],
    ["in a URL", encodeURIComponent(SIGNATURE)],
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

  test("what only looks like it stays", () => {
    const body = "v1,somethingElse=";
    expect(keptAnswer({ ...answer, body }, [SIGNATURE]).response_body).toBe(body);
  });
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
