import { appUrl } from "@/lib/app-url";
import type { Chore } from "@/lib/chores";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import type { NoticeData, NoticeKind } from "./kinds";
import { MAIL_TIMEOUT_MS, mailIsConfigured, sendMail } from "./mail";
import { oneLine } from "./phrases";
import { noticePath, textOf } from "./texts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long after each failure an e-mail is tried again. After the last, it is in the inbox only. */
const RETRY_AFTER_MS = [1, 5, 20, 60, 4 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * MINUTE_MS);
/** For so long an e-mail belongs to whoever sends it: longer than sending may take. */
const LEASE_MS = MAIL_TIMEOUT_MS + 2 * MINUTE_MS;
const AT_ONCE = 10;
/** New e-mails are begun for so long in one round, so that other chores get their turn. */
const ROUND_MS = 8 * SECOND_MS;

/** Sends the e-mails that are due. */
export const mailDelivery: Chore = { name: "notices.deliver", every: 10 * SECOND_MS, run: deliverMails };

type Due = {
  id: string;
  kind: NoticeKind;
  data: NoticeData[NoticeKind];
  mail_attempts: number;
  mail_due_at: Date;
  email: string;
  name: string;
  organization: string;
  is_disabled: boolean;
};

/**
 * Sends what is due at `now`, each once however many do so at the same time: whoever moves its time on, sends it. Where
 * that one ends between sending and noting it, it is sent again after the lease, under the same Message-ID, by which
 * mailboxes know it. Disabled people are sent nothing. Where e-mail is not configured any more, the inbox counts.
 */
export async function deliverMails(now: Date): Promise<void> {
  if (!mailIsConfigured()) return deliverToInboxOnly(now);
  const end = performance.now() + ROUND_MS;
  while (performance.now() < end) {
    const mails = await claim(now);
    if (mails.length === 0) return;
    await Promise.all(mails.map((mail) => deliver(mail, now)));
  }
}

async function claim(now: Date): Promise<Due[]> {
  return db().$queryRaw<Due[]>`
    WITH due AS MATERIALIZED (
      SELECT id FROM notices WHERE mail_due_at <= ${now}
       ORDER BY mail_due_at, id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    )
    UPDATE notices n SET mail_due_at = ${new Date(now.getTime() + LEASE_MS)}, mail_attempts = n.mail_attempts + 1
      FROM due, users u JOIN organizations o ON o.id = u.organization_id
     WHERE n.id = due.id AND u.organization_id = n.organization_id AND u.id = n.user_id
    RETURNING n.id, n.kind, n.data, n.mail_attempts, n.mail_due_at, u.email, u.name, o.name AS organization,
              u.disabled_at IS NOT NULL AS is_disabled`;
}

async function deliver(mail: Due, now: Date): Promise<void> {
  if (mail.is_disabled) return settle(mail, { mail_due_at: null });
  try {
    await sendMail({ to: mail.email, id: mail.id, ...wordsOf(mail) });
  } catch (error) {
    const wait = RETRY_AFTER_MS[mail.mail_attempts - 1];
    log().warn(
      { err: error, notice: mail.id, attempt: mail.mail_attempts, last: wait === undefined },
      "e-mail not sent",
    );
    return settle(mail, { mail_due_at: wait === undefined ? null : new Date(now.getTime() + wait) });
  }
  await settle(mail, { mail_due_at: null, delivered_at: now });
}

/** Notes what came of it, unless the lease ran out and it is somebody else's now. */
async function settle(
  { id, mail_due_at }: Due,
  data: { mail_due_at: Date | null; delivered_at?: Date },
): Promise<void> {
  await db().notice.updateMany({ where: { id, mail_due_at }, data });
}

async function deliverToInboxOnly(now: Date): Promise<void> {
  const where = { mail_due_at: { lte: now } };
  await db().notice.updateMany({ where, data: { mail_due_at: null, delivered_at: now } });
}

function wordsOf({ kind, data, name, organization }: Due): { subject: string; text: string } {
  const { subject, sentences } = textOf(kind, data);
  const text = [
    `Hello ${oneLine(name, 100)},`,
    sentences.join("\n"),
    appUrl(noticePath(data)),
    `You get this as a member of ${oneLine(organization, 100)} on Prepzo. All notices: ${appUrl("/settings/notifications")}`,
  ];
  return { subject, text: `${text.join("\n\n")}\n` };
}
