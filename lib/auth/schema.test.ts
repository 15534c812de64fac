import { describe, expect, test } from "vitest";
import { parse } from "@/lib/faults";
import { NewAccount, SignIn, SignUp } from "./schema";

const ADA = {
  name: "Ada",
  email: "ada@example.test",
  password: "maple-harbour-lantern",
  organization: "Engines",
};

function faultsOf(more: Record<string, unknown>): string[] {
  const input = parse(SignUp, { ...ADA, ...more });
  return input.ok ? [] : input.faults.map((fault) => fault.message);
}

describe("signing up", () => {
  test("e-mails are stored in one spelling", () => {
    expect(parse(SignUp, { ...ADA, email: "  Ada@Example.TEST " })).toMatchObject({
      ok: true,
      data: { email: "ada@example.test" },
    });
  });

  test("names every field that is missing", () => {
    const input = parse(SignUp, {});
    expect(input.ok ? [] : input.faults.map((fault) => fault.message)).toEqual([
      "name is required",
      "email is required",
      "password is required",
      "organization is required",
    ]);
  });

  test.each([
    [{ password: "x".repeat(11) }, "password must be at least 12 characters"],
    [{ password: "x".repeat(129) }, "password must be at most 128 characters"],
    [{ password: "\ud800".repeat(12) }, "password contains characters that cannot be stored"],
    [{ email: "ada" }, "email must be an e-mail address"],
    [{ email: "" }, "email is required"],
    [{ name: "   " }, "name is required"],
    [{ name: "A\u0000da" }, "name contains characters that cannot be stored"],
    [{ organization: "x".repeat(101) }, "organization must be at most 100 characters"],
    [{ role: "admin" }, "role is not a known field"],
  ])("refuses %j", (more, message) => {
    expect(faultsOf(more)).toContain(message);
  });

  test("counts characters, not code units; spaces are part of a password", () => {
    expect(faultsOf({ password: "🙂".repeat(11) })).not.toEqual([]);
    expect(faultsOf({ password: "🙂".repeat(128) })).toEqual([]);
    expect(parse(SignUp, { ...ADA, password: "  spaces at both ends  " })).toMatchObject({
      data: { password: "  spaces at both ends  " },
    });
  });
});

test("signing in asks for no form of the e-mail beyond what can be stored", () => {
  expect(parse(SignIn, { email: "Nobody", password: "x" })).toMatchObject({
    ok: true,
    data: { email: "nobody" },
  });
  expect(parse(SignIn, { email: "a\u0000", password: "x" }).ok).toBe(false);
  expect(parse(SignIn, { email: { contains: "a" }, password: ["x"] }).ok).toBe(false);
});

test("an operator's role is one of the table", () => {
  const input = parse(NewAccount, { ...ADA, role: "owner" });
  expect(input.ok ? "" : input.faults[0]?.message).toContain("role must be one of admin");
});
