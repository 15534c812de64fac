import type { Call } from "./call";
import { filling, flushSoon } from "./flush";
import { recordUse } from "./last-use";

/**
 * Notes a call that was made with a key. Touches memory only: a slow or absent database never delays the caller.
 * @param admitted whether the key let its caller in; only then was the key used
 */
export function recordCall(call: Call, admitted: boolean): void {
  if (admitted) recordUse(call.keyId, call.at, call.address);
  filling().add(call);
  flushSoon();
}
