/** Everything that people are told of, in the inbox and by e-mail. */
export const NOTICE_KINDS = [
  "key.created",
  "key.rotated",
  "key.rotated_itself",
  "key.revoked",
  "key.leaked",
  "key.expires_in_7_days",
  "key.expires_in_1_day",
  "key.idle",
  "key.disabled_for_idleness",
  "key.handed_over",
  "webhook.disabled",
  "member.removed",
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** Those that are about one key. */
export type KeyNoticeKind = Extract<NoticeKind, `key.${string}`>;

/** The key that a notice is about, as one recognises it; never its secret. */
export type NoticedKey = { id: string; name: string; key_prefix: string; last_four: string };

/**
 * How the programs of a key go on without it: it is rotated; another key takes its place, where its end was imposed and
 * rotating it is refused; or they move to the key that took over.
 */
export type WayOn = "rotate" | "replace" | "move";

/** Who did what is told, and from where if the reader may know. Nobody where time or a rule did it. */
export type NoticedActor = { kind: string; name: string | null; address?: string | null };

/** A webhook as one recognises it. Never its whole url, whose query may hold what is secret. */
export type NoticedWebhook = { id: string; host: string; description: string | null };

/** Some of a person's keys: how many, and the names of the first few. */
export type NoticedKeys = { count: number; names: string[] };

/** The same of webhooks, each by what it is for, else by its host. */
export type NoticedWebhooks = { count: number; names: string[] };

type OfKey = { key: NoticedKey; by?: NoticedActor | null };

/** What the sentences of each kind are made of. Instants are ISO 8601 text. */
export type NoticeData = {
  /** `expires_at`: when it ends by itself. */
  "key.created": OfKey & { expires_at: string | null };
  /** `key` is the new one; `old` ends at `ends_at`. */
  "key.rotated": OfKey & { old: NoticedKey; ends_at: string };
  "key.rotated_itself": OfKey & { old: NoticedKey; ends_at: string };
  "key.revoked": OfKey & { reason: string | null };
  /** Where it was seen, and what that came to: revoked, about to end at `ends_at`, or nothing but this notice. */
  "key.leaked": OfKey & {
    url?: string | null;
    outcome?: "revoked" | "ends" | "alert" | "dead";
    ends_at?: string | null;
    way_on?: WayOn;
    /** What took over by its own doing from a key that had ended, and still lives. */
    successor?: NoticedKey | null;
    /** How many other keys that it made still live. */
    made?: number;
    /** The webhooks that it made or changed, where there are any. */
    webhooks?: NoticedWebhooks;
  };
  "key.expires_in_7_days": OfKey & { ends_at: string; way_on?: WayOn };
  "key.expires_in_1_day": OfKey & { ends_at: string; way_on?: WayOn };
  /** Unused for `idle_days` days; disabled at the earliest at `disabled_at`. */
  "key.idle": OfKey & { idle_days?: number; disabled_at?: string | null };
  "key.disabled_for_idleness": OfKey & { idle_days?: number; way_on?: WayOn };
  /** From whom the reader took it over, and when it ends. */
  "key.handed_over": OfKey & { from?: string | null; ends_at?: string | null; way_on?: WayOn };
  /** Disabled by the product: its receiver wants no more, or has only failed for days. */
  "webhook.disabled": { webhook: NoticedWebhook; reason: "gone" | "failing" };
  /** Who was removed, or, with `before`, had been before; and what became of what they owned. */
  "member.removed": {
    person: { id: string; name: string };
    by?: NoticedActor | null;
    before: boolean;
    keys: { stopped: NoticedKeys; handed_over: NoticedKeys; ended: NoticedKeys };
    webhooks: { stopped: number; taken_over: number };
  };
};
