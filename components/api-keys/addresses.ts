import type { FieldError, Merge } from "react-hook-form";
import { areWithin, canonicalBlock } from "@/lib/api-keys/addresses";

/** Which of the addresses a list would refuse. An empty list refuses none; nor does one that is not yet right. */
export function lockedOut(addresses: readonly string[], list: readonly string[] | null): string[] {
  const blocks = (list ?? []).map(canonicalBlock);
  const allowed = blocks.filter((block) => block !== null);
  if (allowed.length === 0 || allowed.length < blocks.length) return [];
  return addresses.filter((address) => !areWithin([canonicalBlock(address) ?? ""], allowed));
}

/** What is wrong with a list of addresses, naming the entry at fault. */
export function addressText(
  fault: Merge<FieldError, (FieldError | undefined)[]>,
  entries: readonly string[],
): string {
  const index = entries.findIndex((_, at) => fault[at]);
  if (index === -1) return `The list ${fault.message}.`;
  return `“${entries[index]}” ${fault[index]?.message}.`;
}
