import { expect, test } from "vitest";
import { isFromOwnPage } from "./own-origin";

const asked = (origin: string | null, host: string, forwarded?: string) =>
  isFromOwnPage(
    new Headers({
      host,
      ...(origin === null ? {} : { origin }),
      ...(forwarded ? { "x-forwarded-host": forwarded } : {}),
    }),
  );

test.each([
  ["http://localhost:3000", "localhost:3000", undefined],
  ["http://127.0.0.1:3000", "127.0.0.1:3000", undefined],
  ["http://[::1]:3000", "[::1]:3000", undefined],
  ["http://prepzo.lan:3000", "prepzo.lan:3000", "prepzo.lan:3000"],
  ["https://keys.example.com", "10.0.0.7:3000", "keys.example.com"],
  [null, "localhost:3000", undefined],
])("origin %s at host %s, shown as %s, is our own page", (origin, host, forwarded) => {
  expect(asked(origin, host, forwarded)).toBe(true);
});

test.each([
  ["http://evil.example", "localhost:3000"],
  ["http://localhost:3001", "localhost:3000"],
  ["http://localhost.evil.example:3000", "localhost:3000"],
  ["null", "localhost:3000"],
  ["", "localhost:3000"],
  ["file://", "localhost:3000"],
  ["not an origin", "localhost:3000"],
])("origin %s at host %s is nobody's", (origin, host) => {
  expect(asked(origin, host)).toBe(false);
});
