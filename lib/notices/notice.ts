import type { NoticeText } from "./texts";

/** A notice as its reader sees it. `path` is where one acts on it. */
export type InboxNotice = NoticeText & { id: string; path: string; created_at: Date; isUnread: boolean };

/** More than so many unread ones are not counted. */
export const MOST_UNREAD = 99;
