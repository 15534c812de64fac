import { argon2Sync } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password";

test("a hash is a PHC string at OWASP's cost, another one each time", async () => {
  const [first, second] = [await hashPassword("correct horse"), await hashPassword("correct horse")];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(first).not.toBe(second);
});

test("only the very same password matches", async () => {
  const stored = await hashPassword("correct horse");
  expect(await verifyPassword("correct horse", stored)).toEqual({ matches: true, outdated: false });
  expect(await verifyPassword("correct horse ", stored)).toEqual({ matches: false, outdated: false });
});

test("how an accent is composed does not matter", async () => {
  const stored = await hashPassword("caf\u00e9 au lait");
  expect(await verifyPassword("cafe\u0301 au lait", stored)).toMatchObject({ matches: true });
});

test("without a stored hash nothing matches, not even what the stand-in was made of", async () => {
  expect(await verifyPassword("", null)).toMatchObject({ matches: false });
});

test("a hash of another cost still matches, and is outdated", async () => {
  const salt = Buffer.from("0123456789abcdef");
  const cost = { memory: 8_192, passes: 3, parallelism: 1 };
  const tag = argon2Sync("argon2id", { message: "correct horse", nonce: salt, tagLength: 32, ...cost });
  const plain = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  const stored = `$argon2id$v=19$m=8192,t=3,p=1$${plain(salt)}$${plain(tag)}`;
  expect(await verifyPassword("correct horse", stored)).toEqual({ matches: true, outdated: true });
});

test("a stored hash of another kind is a fault of ours, not a wrong password", async () => {
  await expect(verifyPassword("x", "$2b$10$abc")).rejects.toThrow("not a PHC string");
});
