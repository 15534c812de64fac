import { hash, randomBytes } from "node:crypto";
import { appUrl } from "@/lib/app-url";

const BYTES = 32;

/** A new secret of an invitation, 256 random bits as base64url, and its SHA-256, which alone is stored. */
export function mintInvitationToken(): { token: string; token_hash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(BYTES).toString("base64url");
  return { token, token_hash: hashOfToken(token) };
}

export function hashOfToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash("sha256", token, "buffer"));
}

/** The link that an invited person opens. A fragment is sent to no server: it is in no log and no Referer. */
export function invitationLink(token: string): string {
  return appUrl(`/invitation#${token}`);
}
