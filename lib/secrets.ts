import { env } from "./env";
import { openWith, sealWith } from "./seal";

/** A text that is stored so that only SECRETS_KEY of that version reads it. */
export type Sealed = { sealed: Uint8Array<ArrayBuffer>; version: number };

/** Seals what must be readable again, under the newest key. `context` is the id of the row that holds it. */
export function seal(text: string, context: string): Sealed {
  const version = Math.max(...env().SECRETS_KEY.keys());
  return { sealed: sealWith(keyOf(version), text, context), version };
}

/** Opens what `seal` made for the same row. Throws where it was changed or moved, or its key is no longer configured. */
export function open({ sealed, version }: Sealed, context: string): string {
  return openWith(keyOf(version), sealed, context);
}

function keyOf(version: number): Uint8Array {
  const key = env().SECRETS_KEY.get(version);
  if (key === undefined) throw new Error(`SECRETS_KEY has no version ${version}`);
  return key;
}
