const LENGTH = 300;

/** A User-Agent header as it may be kept: its beginning, and no key of ours, which some program may have put there. */
export function keptAgent(header: string | null): string | null {
  return header?.replace(/pk_live_[\w-]+/gi, "pk_live_…").slice(0, LENGTH) ?? null;
}
