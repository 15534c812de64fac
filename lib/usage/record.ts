import type { Call } from "./call";
import { filling, flushSoon } from "./flush";
import { recordUse } from "./last-use";

/** Notes a call that was made with a key. Touches memory only: a slow or absent database never delays the caller. */
export function recordCall(call: Call): void {
  if (call.admitted) recordUse(call.keyId, call.at, call.address);
  filling().add(call);
  flushSoon();
}
