import { areWithin } from "@/lib/api-keys/addresses";

/** Whether a key's address list, as it is stored, lets a caller in. An unknown address passes no list. */
export function isAllowed(address: string | null, list: readonly string[]): boolean {
  if (list.length === 0) return true;
  return address !== null && areWithin([address], list);
}
