import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { KEY_PATTERN } from "@/lib/api-keys/key-form";
import { mint } from "@/lib/api-keys/token";

type Rule = {
  regex: string;
  secretGroup: number;
  entropy: number;
  keywords: string[];
  allowlists: { regexes: string[] }[];
};

const [rule] = (parse(readFileSync("public/gitleaks.toml", "utf8")) as unknown as { rules: [Rule] }).rules;

/** What gitleaks reports of a text by the rule: its order of checks, and its measure of randomness. */
function findings(text: string): string[] {
  if (!rule.keywords.some((keyword) => text.toLowerCase().includes(keyword))) return [];
  return [...text.matchAll(new RegExp(rule.regex, "g"))]
    .map((match) => match[rule.secretGroup] as string)
    .filter((secret) => entropyOf(secret) > rule.entropy)
    .filter((secret) =>
      rule.allowlists.every(({ regexes }) => !regexes.some((regex) => new RegExp(regex).test(secret))),
    );
}

/** Shannon's, in bits a character. */
function entropyOf(text: string): number {
  const counts = Map.groupBy(text, (character) => character);
  return [...counts.values()].reduce((sum, { length }) => {
    const share = length / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}

test("every key is found, whatever stands around it", () => {
  for (let round = 0; round < 2_000; round++) {
    const { key } = mint();
    expect(findings(key)).toEqual([key]);
    expect(findings(`PREPZO_API_KEY=${key}\nNEXT=1`)).toEqual([key]);
    expect(findings(`{"Authorization":"Bearer ${key}"}`)).toEqual([key]);
    expect(findings(`https://example.com/?key=${key}&x=1`)).toEqual([key]);
  }
});

test("two keys beside each other are both found", () => {
  const [one, another] = [mint().key, mint().key];
  for (const between of [" ", ",", "\n", '","']) {
    expect(findings(`${one}${between}${another}`)).toEqual([one, another]);
  }
});

test("what is no key is not: other lengths, other prefixes, placeholders, the example of the documentation", () => {
  const { key } = mint();
  for (const text of [
    key.slice(0, -1),
    `${key}A`,
    `${key}_`,
    `${key}-0`,
    `my${key}`,
    key.replace("live", "test"),
    key.toUpperCase(),
    key.replace("_live_", "_live-"),
    `pk_live_${"51HabcDEFghiJKLmnoPQRstu".repeat(4)}`,
    "pk_live_TYooMQauvdEDq54NiTphI7jx",
    `pk_live_${"x".repeat(32)}`,
    `pk_live_${"0123".repeat(8)}`,
    "pk_live_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6",
    "pk_live_…",
    "",
  ]) {
    expect(findings(`key = "${text}"`), text).toEqual([]);
  }
});

test("the rule knows the same form as the server", () => {
  expect(rule.regex).toContain(KEY_PATTERN.source.slice(1, -1));
});
