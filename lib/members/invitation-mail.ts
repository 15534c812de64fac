import { ROLES, type Role } from "@/lib/access/roles";
import { log } from "@/lib/log";
import { mailIsConfigured, sendMail } from "@/lib/notices/mail";
import { oneLine } from "@/lib/notices/phrases";

type Invited = {
  email: string;
  role: Role;
  organization: string;
  inviter: string;
  expires_at: Date;
  link: string;
};

/**
 * Begins to send an invitation by e-mail, without waiting: whoever invites has the link too, and hands it over where
 * the e-mail does not arrive. Returns whether e-mail is configured.
 */
export function sendInvitation({ email, role, expires_at, link, ...names }: Invited): boolean {
  if (!mailIsConfigured()) return false;
  const [inviter, organization] = [oneLine(names.inviter, 100), oneLine(names.organization, 100)];
  const text = `${inviter} invites you to join ${organization} on Prepzo as ${ROLES[role].label.toLowerCase()}.

Open this link to choose a name and a password:
${link}

It works once, until ${expires_at.toISOString().slice(0, 16).replace("T", " ")} UTC. If you do not know who this is, ignore it.
`;
  sendMail({ to: email, subject: `${inviter} invites you to ${organization}`, text }).catch((error) =>
    log().warn({ err: error }, "invitation not sent"),
  );
  return true;
}
