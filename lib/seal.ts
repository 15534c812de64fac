import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a text with AES-256-GCM (NIST SP 800-38D) under a 32-byte key. What comes out is nonce, ciphertext and tag.
 * @param context is not kept, and must be the same to open it: what is sealed for one row cannot be moved to another
 */
export function sealWith(key: Uint8Array, text: string, context: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  return new Uint8Array(
    Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]),
  );
}

/** Decrypts what `sealWith` made. Throws where key or context is another, or a single bit was changed. */
export function openWith(key: Uint8Array, sealed: Uint8Array, context: string): string {
  const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(-TAG_BYTES)];
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, options).setAAD(Buffer.from(context));
  decipher.setAuthTag(tag);
  const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString();
}
