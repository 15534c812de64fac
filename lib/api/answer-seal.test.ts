import fc from "fast-check";
import { expect, test } from "vitest";
import { openAnswer, sealAnswer } from "./answer-seal";

const KEY = { credential: "pk_live_some", idempotencyKey: "one" };

test("what is sealed opens for the same caller, request and record", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.string(),
      (text, credential, idempotencyKey) => {
        const key = { credential, idempotencyKey };
        expect(openAnswer(sealAnswer(text, key, "record"), key, "record")).toBe(text);
      },
    ),
  );
});

test("it opens for nobody else, and nowhere else", () => {
  const sealed = sealAnswer("secret", KEY, "record");
  const attempts = [
    () => openAnswer(sealed, { ...KEY, credential: "pk_live_other" }, "record"),
    () => openAnswer(sealed, { ...KEY, idempotencyKey: "two" }, "record"),
    () => openAnswer(sealed, { credential: "one", idempotencyKey: "pk_live_some" }, "record"),
    () => openAnswer(sealed, KEY, "another record"),
  ];
  for (const attempt of attempts) expect(attempt).toThrow();
});

test("every bit of it counts", () => {
  const sealed = sealAnswer("secret", KEY, "record");
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = sealed.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(() => openAnswer(changed, KEY, "record")).toThrow();
  }
});

test("the same answer is never sealed alike twice, and shows nothing of itself", () => {
  const [first, second] = [sealAnswer("secret", KEY, "record"), sealAnswer("secret", KEY, "record")];
  expect(Buffer.from(first).equals(second)).toBe(false);
  expect(Buffer.from(first).includes("secret")).toBe(false);
});
