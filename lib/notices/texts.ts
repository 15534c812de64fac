import type { NoticeData, NoticedKey, NoticedKeys, NoticedWebhooks, NoticeKind, WayOn } from "./kinds";
import { capital, day, daysText, described, instant, nameOf, oneLine, shortOf, who } from "./phrases";

/** A notice in words: one line for a list or an e-mail's subject, and sentences that say the rest. */
export type NoticeText = { subject: string; sentences: string[] };

type Texts = { [Kind in NoticeKind]: (data: NoticeData[Kind]) => NoticeText };

const UNEXPECTED = "If you did not expect this, revoke the key.";

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
  "key.leaked": ({
    key,
    url,
    outcome,
    ends_at,
    way_on = "rotate",
    successor = null,
    made = 0,
    webhooks,
  }) => ({
    subject: `API key ${nameOf(key)} leaked`,
    sentences: [
      `${capital(described(key))} was seen where others can read it${url ? `: ${oneLine(url, 300)}` : "."}`,
      LEAK_OUTCOMES[outcome ?? "alert"]({ ends_at: ends_at ?? null, way_on, successor }),
      ...(made > 0 ? [madeText(made)] : []),
      ...(webhooks ? [touchedText(webhooks)] : []),
    ],
  }),
  "key.expires_in_7_days": ending,
  "key.expires_in_1_day": ending,
  "key.idle": ({ key, idle_days, disabled_at }) => ({
    subject: `API key ${nameOf(key)} is not used`,
    sentences: [
      `${capital(described(key))} has not been used for ${daysText(idle_days)}.`,
      `By your organization’s policy it is disabled ${disabled_at ? `on ${instant(disabled_at)} at the earliest` : "soon"}, unless it is used before.`,
    ],
  }),
  "key.disabled_for_idleness": ({ key, idle_days, way_on = "rotate" }) => ({
    subject: `API key ${nameOf(key)} was disabled`,
    sentences: [
      `${capital(described(key))} was not used for ${daysText(idle_days)}, and was disabled by your organization’s policy.`,
      way_on === "rotate"
        ? "Enable it again where it is still needed, or revoke it."
        : `Where it is still needed, ${ANOTHER[way_on]}. It cannot be enabled again, since its end was set for it.`,
    ],
  }),
  "key.handed_over": ({ key, by, from, ends_at, way_on = "rotate" }) => ({
    subject: `API key ${nameOf(key)} is yours now`,
    sentences: [
      `${who(by)} made you the owner of ${described(key)}${from ? `, which was ${oneLine(from, 100)}’s` : ""}.`,
      ...(ends_at ? [`It ends on ${instant(ends_at)}.`] : []),
      way_on === "rotate"
        ? "Others may know its secret: rotate it."
        : `Others may know its secret, and it cannot be rotated: ${ANOTHER[way_on]}, then revoke it.`,
    ],
  }),
  "webhook.disabled": ({ webhook: { host, description }, reason }) => ({
    subject: `The webhook to ${oneLine(host, 80)} was disabled`,
    sentences: [
      `${description ? `The webhook “${oneLine(description, 60)}”` : "A webhook"}, which sends to ${oneLine(host, 80)}, was disabled because ${DISABLED_BECAUSE[reason]}.`,
      "What happens from now on is not sent there. Enable it again when its receiver is well: what waited is sent then.",
    ],
  }),
  "member.removed": ({ person, by, before, keys, webhooks }) => {
    const name = oneLine(person.name, 100);
    return {
      subject: before ? `What ${name} left behind is settled` : `${name} was removed`,
      sentences: [
        before
          ? `${who(by)} decided on what ${name} still owned.`
          : `${who(by)} removed ${name} from your organization.`,
        ...keysText(keys.stopped, ["was stopped", "were stopped"]),
        ...keysText(keys.handed_over, ["was handed over", "were handed over"]),
        ...keysText(keys.ended, ["works on until a date", "work on until a date"]),
        ...webhooksText(webhooks.stopped, ["was disabled", "were disabled"]),
        ...webhooksText(webhooks.taken_over, ["was taken over", "were taken over"]),
        ...(keys.handed_over.count + keys.ended.count > 0
          ? [`${name} may still know the secret of what works on: rotate it.`]
          : []),
      ],
    };
  },
};

type Verbs = [one: string, several: string];

function keysText({ count, names }: NoticedKeys, [one, several]: Verbs): string[] {
  if (count === 0) return [];
  if (count === 1) return [`The API key ${namesText({ count, names })} ${one}.`];
  return [`${count} API keys ${several}: ${namesText({ count, names })}.`];
}

function namesText({ count, names }: { count: number; names: string[] }): string {
  const more = count - names.length;
  return `${names.map((name) => nameOf({ name })).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function webhooksText(count: number, [one, several]: Verbs): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? "1 webhook" : `${count} webhooks`} ${count === 1 ? one : several}.`];
}

const DISABLED_BECAUSE: Record<NoticeData["webhook.disabled"]["reason"], string> = {
  gone: "its receiver answered that it wants no more (410)",
  failing: "nothing sent there has succeeded for 5 days",
};

/** What to do where a key cannot be rotated. */
const ANOTHER: Record<Exclude<WayOn, "rotate">, string> = {
  replace: "give its programs another key",
  move: "move its programs to the key that took over",
};

type Leak = { ends_at: string | null; way_on: WayOn; successor: NoticedKey | null };

const LEAK_OUTCOMES: Record<NonNullable<NoticeData["key.leaked"]["outcome"]>, (leak: Leak) => string> = {
  revoked: () =>
    "It was revoked: calls with it are refused from now on. Generate another key for its programs.",
  ends: ({ ends_at, way_on }) =>
    `It works ${ends_at ? `until ${instant(ends_at)}` : "for a while"}. ${capital(ANOTHER[way_on === "move" ? "move" : "replace"])} before.`,
  alert: ({ way_on }) =>
    way_on === "rotate"
      ? "It still works: rotate or revoke it now."
      : `It still works, and cannot be rotated: ${ANOTHER[way_on]}, then revoke it.`,
  dead: ({ successor }) =>
    successor
      ? `It had ended before, but whoever had it may have made the key that took over from it: ${shortOf(successor)} still works. Revoke that one, unless you know that nobody else has it.`
      : "It had ended before, so nothing needs to be done but to find out how it got there.",
};

function madeText(made: number): string {
  const which = made === 1 ? "A key that it made still works" : `${made} keys that it made still work`;
  return `${which}, and whoever had it may have them: its page names them. Revoke what you do not know.`;
}

function touchedText(webhooks: NoticedWebhooks): string {
  const which = webhooks.count === 1 ? "a webhook" : `${webhooks.count} webhooks`;
  return `It made or changed ${which}: ${namesText(webhooks)}. What is sent there may reach whoever had it: delete what you do not know, and rotate the secrets of the others.`;
}

/** The words of a notice of one of the kinds, made of the data that it was written with. */
export function textOf<Kind extends NoticeKind>(kind: Kind, data: NoticeData[Kind]): NoticeText {
  return TEXTS[kind](data);
}

type Subject = { key: Pick<NoticedKey, "id">; successor?: Pick<NoticedKey, "id"> | null };

/**
 * Where one goes to act on a notice: to those who left, or the page of its webhook, of its key, or of the one that took
 * over and is to be dealt with.
 */
export function noticePath(
  about: Subject | NoticeData["webhook.disabled"] | NoticeData["member.removed"],
): string {
  if ("person" in about) return "/settings/members?show=former";
  if ("webhook" in about) return `/settings/webhooks/${about.webhook.id}`;
  return `/settings/api-keys/${(about.successor ?? about.key).id}`;
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

const WAYS_ON: Record<WayOn, string> = {
  rotate: "Rotate the key, or change its end, before programs that use it are refused.",
  replace:
    "Its end was set for it and stays, so it cannot be rotated: give its programs another key before they are refused.",
  move: "Another key took over from it: move the programs that still use it before they are refused.",
};

function ending({ key, ends_at, way_on = "rotate" }: NoticeData["key.expires_in_1_day"]): NoticeText {
  return {
    subject: `API key ${nameOf(key)} ends on ${day(ends_at)}`,
    sentences: [`${capital(described(key))} ends on ${instant(ends_at)}.`, WAYS_ON[way_on]],
  };
}
