import { withoutKeys } from "@/lib/api-keys/key-form";

/** Where a key was seen, in the reporter's words: in what (such as `commit`), and under which address, if any. */
export type Place = { type: string; url: string };

/** As long as an address is kept, in bytes: with the rest of its row it must fit into an index. */
const MAX_URL_BYTES = 2_000;

/** A place as it is stored: what is no text is left out, and so is every secret that stands in it. */
export function placeOf(type: string, url: string): Place {
  return { type: stored(type), url: shortened(stored(url)) };
}

function stored(text: string): string {
  return withoutKeys(text.replaceAll("\0", "").toWellFormed());
}

function shortened(url: string): string {
  const bytes = new TextEncoder().encode(url);
  if (bytes.length <= MAX_URL_BYTES) return url;
  // A character that was cut in two is left out.
  return new TextDecoder().decode(bytes.subarray(0, MAX_URL_BYTES)).replace(/\ufffd$/, "");
}
