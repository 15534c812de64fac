import { expect, test } from "vitest";
import { readFaults } from "./read-faults";

const LABELS = { email: "E-mail", password: "Password" };
const fault = (message: string, field?: string) => ({ code: "validation_error" as const, message, field });

test("the first sentence of each field stands there, under the field's own label", () => {
  const faults = [fault("email is required", "email"), fault("email must be an e-mail address", "email")];
  expect(readFaults(faults, LABELS)).toEqual({ fields: { email: "E-mail is required." }, form: undefined });
});

test("what concerns no field of the form is told as a whole", () => {
  const faults = [fault("Too many attempts."), fault("role is not a known field", "role")];
  expect(readFaults(faults, LABELS)).toEqual({
    fields: {},
    form: "Too many attempts. role is not a known field",
  });
});
