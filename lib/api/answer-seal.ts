import { hkdfSync } from "node:crypto";
import { openWith, sealWith } from "@/lib/seal";

/** What an answer is sealed under: two things that only the caller has together, neither of which is stored. */
export type AnswerKey = { credential: string; idempotencyKey: string };

/** Seals an answer that shows a secret, so that nobody but its caller can make it readable again. */
export function sealAnswer(answer: string, key: AnswerKey, context: string): Uint8Array<ArrayBuffer> {
  return sealWith(derive(key), answer, context);
}

/** Opens what `sealAnswer` made. Throws where a part of the key or the context is another, or a bit was changed. */
export function openAnswer(sealed: Uint8Array, key: AnswerKey, context: string): string {
  return openWith(derive(key), sealed, context);
}

/** HKDF (RFC 5869). A fast derivation is right: an API key has 160 random bits. */
function derive({ credential, idempotencyKey }: AnswerKey): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", credential, idempotencyKey, "prepzo/idempotent-answer", 32));
}
