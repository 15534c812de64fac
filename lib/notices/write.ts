import { randomUUIDv7 } from "node:crypto";
import type { Prisma, Tx } from "@/lib/db";
import type { NoticeKind } from "./kinds";
import { mailIsConfigured } from "./mail";

/** A notice for one person; with `once`, not where that was told before. `data` never holds a secret. */
export type NewNotice = {
  organization_id: string;
  user_id: string;
  kind: NoticeKind;
  subject_id: string | null;
  data: Prisma.InputJsonObject;
  once: string | undefined;
};

/**
 * Writes notices within the transaction of what they tell of. The inbox has them as soon as it commits; an e-mail is
 * due from then on, and where none can be sent, the inbox is how they are delivered.
 */
export async function writeNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const now = new Date();
  const way = mailIsConfigured() ? { mail_due_at: now } : { delivered_at: now };
  // Of one millisecond they are in no order by themselves.
  const ids = notices.map(() => randomUUIDv7()).sort();
  const data = notices.map((notice, index) => {
    const id = ids[index] as string;
    return { ...notice, id, once: notice.once ?? id, created_at: now, ...way };
  });
  await tx.notice.createMany({ data, skipDuplicates: true });
}
