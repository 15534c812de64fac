import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { csrfToken } from "./csrf";

const SECRET = "a-secret-of-this-installation";

test("without a cookie there is a new token, and the cookie that proves it", () => {
  const { token, newCookie } = csrfToken(undefined, SECRET);
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  const proof = createHash("sha256")
    .update(token + SECRET)
    .digest("hex");
  expect(newCookie).toBe(`${token}|${proof}`);
});

test("a good cookie is kept", () => {
  const { token, newCookie } = csrfToken(undefined, SECRET);
  expect(csrfToken(newCookie ?? "", SECRET)).toEqual({ token, newCookie: null });
});

test.each(["", "|", "token", "token|", `|${createHash("sha256").update(SECRET).digest("hex")}`, "a|b|c"])(
  "the cookie %j proves nothing",
  (cookie) => {
    expect(csrfToken(cookie, SECRET).newCookie).not.toBeNull();
  },
);

test("a cookie of another installation proves nothing", () => {
  const { newCookie } = csrfToken(undefined, "another-secret");
  expect(csrfToken(newCookie ?? "", SECRET).newCookie).not.toBeNull();
});
