import { withoutKeys } from "@/lib/api-keys/key-form";

/** Where a key was seen, in the reporter's words: in what (such as `commit`), and under which address, if any. */
export type Place = { type: string; url: string };

/** As long as each is kept, in bytes: with the rest of its row it must fit into an index. */
const MAX_BYTES = { type: 100, url: 2_000 };

/** A place as it is stored: what is no text is left out, and so is every secret that stands in it. */
export function placeOf(type: string, url: string): Place {
  return { type: shortened(stored(type), MAX_BYTES.type), url: shortened(stored(url), MAX_BYTES.url) };
}

function stored(text: string): string {
  return withoutKeys(text.replaceAll("\0", "").toWellFormed());
}

function shortened(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return text;
  // A character that was cut in two is left out.
  return new TextDecoder().decode(bytes.subarray(0, most)).replace(/\ufffd$/, "");
}
