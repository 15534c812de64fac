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
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
