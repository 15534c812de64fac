import type { NoticeData, NoticedKey, NoticeKind } from "./kinds";
import { capital, day, daysText, described, instant, nameOf, oneLine, shortOf, who } from "./phrases";

/** A notice in words: one line for a list or an e-mail's subject, and sentences that say the rest. */
export type NoticeText = { subject: string; sentences: string[] };

type Texts = { [Kind in NoticeKind]: (data: NoticeData[Kind]) => NoticeText };

const UNEXPECTED = "If you did not expect this, revoke the key.";
const ROTATE = "Rotate the key, or change its end, before programs that use it are refused.";

const TEXTS: Texts = {
  "key.created": ({ key, by, expires_at }) => ({
    subject: `API key ${nameOf(key)} was generated`,
    sentences: [
      `${who(by)} generated ${described(key)}.`,
      expires_at ? `It ends on ${instant(expires_at)}.` : "It never ends by itself.",
      UNEXPECTED,
    ],
  }),
  "key.rotated": (data) => rotated(data, `${who(data.by)} rotated ${described(data.old)}.`),
  "key.rotated_itself": (data) => rotated(data, `The program that uses ${described(data.old)} rotated it.`),
  "key.revoked": ({ key, by, reason }) => ({
    subject: `API key ${nameOf(key)} was revoked`,
    sentences: [
      `${who(by)} revoked ${described(key)}. Calls with it are refused from now on.`,
      ...(reason ? [`Reason given: ${oneLine(reason, 300)}`] : []),
    ],
  }),
  "key.leaked": ({ key, url, outcome, ends_at }) => ({
    subject: `API key ${nameOf(key)} leaked`,
    sentences: [
      `${capital(described(key))} was seen where others can read it${url ? `: ${oneLine(url, 300)}` : "."}`,
      LEAK_OUTCOMES[outcome ?? "alert"](ends_at ?? null),
    ],
  }),
  "key.expires_in_7_days": ({ key, ends_at }) => ending(key, ends_at),
  "key.expires_in_1_day": ({ key, ends_at }) => ending(key, ends_at),
  "key.idle": ({ key, idle_days, disabled_at }) => ({
    subject: `API key ${nameOf(key)} is not used`,
    sentences: [
      `${capital(described(key))} has not been used for ${daysText(idle_days)}.`,
      `By your organization’s policy it is disabled ${disabled_at ? `on ${instant(disabled_at)} at the earliest` : "soon"}, unless it is used before.`,
    ],
  }),
  "key.disabled_for_idleness": ({ key, idle_days }) => ({
    subject: `API key ${nameOf(key)} was disabled`,
    sentences: [
      `${capital(described(key))} was not used for ${daysText(idle_days)}, and was disabled by your organization’s policy.`,
      "Enable it again where it is still needed, or revoke it.",
    ],
  }),
  "key.handed_over": ({ key, by, from, ends_at }) => ({
    subject: `API key ${nameOf(key)} is yours now`,
    sentences: [
      `${who(by)} made you the owner of ${described(key)}${from ? `, which was ${oneLine(from, 100)}’s` : ""}.`,
      ...(ends_at ? [`It ends on ${instant(ends_at)}.`] : []),
      "Others may know its secret: rotate it.",
    ],
  }),
};

const LEAK_OUTCOMES: Record<
  NonNullable<NoticeData["key.leaked"]["outcome"]>,
  (end: string | null) => string
> = {
  revoked: () =>
    "It was revoked: calls with it are refused from now on. Generate another key for its programs.",
  ends: (end) =>
    `It works ${end ? `until ${instant(end)}` : "for a while"}. Give its programs another key before.`,
  alert: () => "It still works: rotate or revoke it now.",
  dead: () => "It had ended before, so nothing needs to be done but to find out how it got there.",
};

/** The words of a notice of one of the kinds, made of the data that it was written with. */
export function textOf<Kind extends NoticeKind>(kind: Kind, data: NoticeData[Kind]): NoticeText {
  return TEXTS[kind](data);
}

/** Where one goes to act on a notice: the page of its key. */
export function noticePath({ key }: NoticeData[NoticeKind]): string {
  return `/settings/api-keys/${key.id}`;
}

function rotated({ key, ends_at }: NoticeData["key.rotated"], first: string): NoticeText {
  return {
    subject: `API key ${nameOf(key)} was rotated`,
    sentences: [
      first,
      `The new key is ${shortOf(key)}. The old one ends on ${instant(ends_at)}.`,
      UNEXPECTED,
    ],
  };
}

function ending(key: NoticedKey, ends_at: string): NoticeText {
  return {
    subject: `API key ${nameOf(key)} ends on ${day(ends_at)}`,
    sentences: [`${capital(described(key))} ends on ${instant(ends_at)}.`, ROTATE],
  };
}
