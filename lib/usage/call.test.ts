import { expect, test } from "vitest";
import { shortAgent } from "./call";

test.each([
  ["curl/8.5.0", "curl/8"],
  ["python-requests/2.32.3", "python-requests/2"],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36", "Mozilla/5"],
  ["node", "node"],
  ["Go-http-client/v1.1", "Go-http-client/1"],
  [`${"a".repeat(300)}/1`, "a".repeat(40)],
  ["curl/8\u001b[31m\u0007", "curl/8"],
  ["\u0000\u001b<script>", ""],
  ["<b>curl</b>/8", ""],
  ["", ""],
  [null, ""],
])("the program in %j is %j", (userAgent, expected) => {
  expect(shortAgent(userAgent)).toBe(expected);
});
