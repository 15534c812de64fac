import { type Actor, ownerOf } from "@/lib/access/actor";
import { change } from "@/lib/change";
import { db } from "@/lib/db";
import type { NoticeData, NoticeKind } from "./kinds";
import { type InboxNotice, MOST_UNREAD } from "./notice";
import { noticePath, textOf } from "./texts";

/** One page of the notices of the person who asks, newest first, and how many there are in all. */
export async function listNotices(
  actor: Actor,
  page: { limit: number; offset: number },
): Promise<{ rows: InboxNotice[]; total: number }> {
  const where = own(actor);
  const [rows, total] = await Promise.all([
    db().notice.findMany({ where, orderBy: { id: "desc" }, take: page.limit, skip: page.offset }),
    db().notice.count({ where }),
  ]);
  return {
    rows: rows.map(({ id, kind, data, created_at, read_at }) => ({
      ...wordsOf(kind as NoticeKind, data as NoticeData[NoticeKind]),
      id,
      created_at,
      isUnread: read_at === null,
    })),
    total,
  };
}

/** How many notices the person has not read yet, counted to one more than MOST_UNREAD. */
export function countUnread(actor: Actor): Promise<number> {
  return db().notice.count({ where: { ...own(actor), read_at: null }, take: MOST_UNREAD + 1 });
}

/** Marks as read what the person has been told up to a notice, and nothing that arrived since. */
export async function markRead(actor: Actor, until: string, now: Date): Promise<void> {
  await change(actor, (tx) =>
    tx.notice.updateMany({
      where: { ...own(actor), read_at: null, id: { lte: until } },
      data: { read_at: now },
    }),
  );
}

function own(actor: Actor) {
  return { organization_id: actor.organizationId, user_id: ownerOf(actor) };
}

function wordsOf<Kind extends NoticeKind>(kind: Kind, data: NoticeData[Kind]) {
  return { ...textOf(kind, data), path: noticePath(data) };
}
