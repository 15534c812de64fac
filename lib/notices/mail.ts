import { createTransport } from "nodemailer";
import { env } from "@/lib/env";

/** An e-mail to one address. With an `id`, all that are sent with the same one are one and the same to a mailbox. */
export type Mail = { to: string; subject: string; text: string; html?: string; id?: string };

/** Milliseconds after which an e-mail that the server has not taken counts as not sent. */
export const MAIL_TIMEOUT_MS = 15_000;
const WAITING = {
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 10_000,
  dnsTimeout: 5_000,
};

/** Whether e-mail can be sent at all. Without it people are told in the inbox only. */
export function mailIsConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Sends an e-mail and returns when the server at SMTP_URL took it. `Auto-Submitted` (RFC 3834) keeps automatic replies
 * away. Throws where it did not within MAIL_TIMEOUT_MS, or where e-mail is not configured.
 */
export async function sendMail({ to, subject, text, html, id }: Mail): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (url === undefined || from === undefined)
    throw new Error("E-mail is not configured: set SMTP_URL and MAIL_FROM");
  const transport = createTransport({ url, ...WAITING });
  try {
    await transport.sendMail({
      from,
      // As an object it is one address, whatever is in it.
      to: { name: "", address: to },
      subject: subject.replace(/\p{Cc}+/gu, " "),
      text,
      html,
      messageId: id && `<${id}@${hostOf(from)}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(MAIL_TIMEOUT_MS),
    });
  } finally {
    transport.close();
  }
}

function hostOf(from: string): string {
  return from.trim().replace(/^.*@|>$/gs, "");
}
