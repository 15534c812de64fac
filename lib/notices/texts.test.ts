import { expect, test } from "vitest";
import { NOTICE_KINDS, type NoticeData, type NoticedKey } from "./kinds";
import { noticePath, textOf } from "./texts";

const key = { id: "1", name: "Nightly import", key_prefix: "pk_live_a1b2", last_four: "wxyz" };
const ends = "2026-12-03T14:05:00.000Z";

const DATA: NoticeData = {
  "key.created": { key, by: { kind: "person", name: "Ada", address: "192.0.2.7" }, expires_at: ends },
  "key.rotated": {
    key,
    by: { kind: "operator", name: null },
    old: { ...key, last_four: "old4" },
    ends_at: ends,
  },
  "key.rotated_itself": { key, old: { ...key, last_four: "old4" }, ends_at: ends },
  "key.revoked": { key, by: { kind: "key", name: "Robot" }, reason: "Leaked" },
  "key.leaked": { key, url: "https://git.test/file", outcome: "revoked" },
  "key.expires_in_7_days": { key, ends_at: ends },
  "key.expires_in_1_day": { key, ends_at: ends },
  "key.idle": { key, idle_days: 83, disabled_at: ends },
  "key.disabled_for_idleness": { key, idle_days: 90 },
  "key.handed_over": { key, by: { kind: "person", name: "Ada" }, from: "Grace", ends_at: ends },
  "webhook.disabled": {
    webhook: { id: "2", host: "hooks.example.com", description: "CRM" },
    reason: "failing",
  },
  "member.removed": {
    person: { id: "2", name: "Grace\nHopper" },
    by: { kind: "person", name: "Ada" },
    before: false,
    keys: {
      stopped: { count: 7, names: ["one", "two", "three", "four", "five"] },
      handed_over: { count: 1, names: ["Nightly import"] },
      ended: { count: 0, names: [] },
    },
    webhooks: { stopped: 2, taken_over: 1 },
  },
};

const OF_KEYS = NOTICE_KINDS.filter((kind) => "key" in DATA[kind]);

test.each(OF_KEYS)("%s names its key and is one line each", (kind) => {
  const { subject, sentences } = textOf(kind, DATA[kind] as never);
  expect(subject).toContain("“Nightly import”");
  for (const line of [subject, ...sentences]) expect(line).toMatch(/^[A-Z][^\n]*[^\s]$/);
  expect(sentences.join(" ")).toContain("pk_live_a1b2…wxyz");
});

test.each([
  [1, "A key that it made still works"],
  [2, "2 keys that it made still work"],
])("of a key that leaked and made %i others: that they work", (made, words) => {
  expect(textOf("key.leaked", { ...DATA["key.leaked"], made }).sentences.at(-1)).toContain(words);
  expect(textOf("key.leaked", DATA["key.leaked"]).sentences.join(" ")).not.toContain("that it made");
});

test.each([
  [{ count: 1, names: ["CRM"] }, "It made or changed a webhook: “CRM”."],
  [{ count: 3, names: ["CRM", "a.example"] }, "changed 3 webhooks: “CRM”, “a.example” and 1 more."],
])("of a key that leaked and made %o: to look at them", (webhooks, words) => {
  expect(textOf("key.leaked", { ...DATA["key.leaked"], webhooks }).sentences.at(-1)).toContain(words);
  expect(textOf("key.leaked", DATA["key.leaked"]).sentences.join(" ")).not.toContain("webhook");
});

test.each([
  ["gone", "its receiver answered that it wants no more (410)."],
  ["failing", "nothing sent there has succeeded for 5 days."],
] as const)("a webhook that was disabled (%s): which, why, and where to go", (reason, why) => {
  const data = { ...DATA["webhook.disabled"], reason };
  const { subject, sentences } = textOf("webhook.disabled", data);
  expect(subject).toBe("The webhook to hooks.example.com was disabled");
  expect(sentences[0]).toContain("“CRM”, which sends to hooks.example.com");
  expect(sentences[0]).toContain(why);
  expect(noticePath(data)).toBe("/settings/webhooks/2");
});

test("says who did it, from where, and when the key ends", () => {
  expect(textOf("key.created", DATA["key.created"]).sentences.slice(0, 2)).toEqual([
    "Ada (from 192.0.2.7) generated the API key “Nightly import” (pk_live_a1b2…wxyz).",
    "It ends on December 3, 2026 at 14:05 UTC.",
  ]);
  const [who] = textOf("key.revoked", DATA["key.revoked"]).sentences;
  expect(who).toMatch(/^A program with the key “Robot” revoked/);
});

test("a removal is told with what became of what they owned, as far as there is any", () => {
  const told = textOf("member.removed", DATA["member.removed"]);
  expect(told).toEqual({
    subject: "Grace Hopper was removed",
    sentences: [
      "Ada removed Grace Hopper from your organization.",
      "7 API keys were stopped: “one”, “two”, “three”, “four”, “five” and 2 more.",
      "The API key “Nightly import” was handed over.",
      "2 webhooks were disabled.",
      "1 webhook was taken over.",
      "Grace Hopper may still know the secret of what works on: rotate it.",
    ],
  });
  const nothing = { count: 0, names: [] };
  const keys = { stopped: nothing, handed_over: nothing, ended: nothing };
  const bare = { ...DATA["member.removed"], before: true, keys, webhooks: { stopped: 0, taken_over: 0 } };
  expect(textOf("member.removed", bare).sentences).toEqual(["Ada decided on what Grace Hopper still owned."]);
});

test("a name breaks no line, turns none around and is no longer than a subject bears", () => {
  const nasty: NoticedKey = { ...key, name: `a\r\nBcc: eve@mail.test\u202e\u2028${"x".repeat(200)}` };
  const { subject, sentences } = textOf("key.expires_in_1_day", { key: nasty, ends_at: ends });
  for (const line of [subject, ...sentences]) expect(line).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
  expect(subject.length).toBeLessThan(120);
});

test.each(["key.expires_in_7_days", "key.handed_over", "key.disabled_for_idleness", "key.leaked"] as const)(
  "%s advises nothing that a key whose end stays would refuse",
  (kind) => {
    for (const way_on of ["replace", "move"] as const) {
      const data = { ...DATA[kind], outcome: "alert", way_on };
      const advice = textOf(kind, data as never).sentences.at(-1);
      expect(advice).toMatch(way_on === "move" ? /took over/ : /another key/);
      expect(advice).not.toMatch(/[Rr]otate (it|the)|Enable/);
    }
  },
);

test("of a dead key that leaked it tells of what took over from it and still works, and leads there", () => {
  const successor = { ...key, id: "2", last_four: "next" };
  const data = { ...DATA["key.leaked"], outcome: "dead" as const };
  expect(textOf("key.leaked", data).sentences.at(-1)).toContain("nothing needs to be done");
  const text = textOf("key.leaked", { ...data, successor });
  expect(text.sentences.at(-1)).toContain("pk_live_a1b2…next still works");
  expect(noticePath(data)).toBe("/settings/api-keys/1");
  expect(noticePath({ ...data, successor })).toBe("/settings/api-keys/2");
});
