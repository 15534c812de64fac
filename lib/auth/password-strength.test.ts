import { describe, expect, test } from "vitest";
import { requireStrongPassword } from "./password-strength";

const ADA = {
  name: "Ada Lovelace",
  email: "ada.lovelace@analytical.example",
  organization: "Analytical Engines",
};

describe("too easy to guess", () => {
  test.each([
    "password1234",
    "Password123!",
    "P@ssw0rd1234",
    "qwertyuiop12",
    "123456789012",
    "aaaaaaaaaaaa",
    "abcdefghijkl",
    "iloveyou1234",
    "adalovelace1",
    "ada.lovelace1",
    "analyticalengines",
    "a".repeat(128),
    "password".repeat(16),
  ])("%s", (password) => {
    expect(() => requireStrongPassword(password, ADA)).toThrow("password is too easy to guess");
  });
});

describe("good enough", () => {
  test.each([
    "correct horse battery staple",
    "maple-harbour-lantern",
    "xK9#mQ2$vL7p",
    "mein Hund isst Äpfel",
  ])("%s", (password) => {
    expect(() => requireStrongPassword(password, ADA)).not.toThrow();
  });
});
