import type { Actor, Origin } from "@/lib/access/actor";
import type { VerifiedKey } from "@/lib/api-keys/verify";

/** A key as the one who acts, with what verification knows of it. */
export type KeyActor = Actor & { id: string; key: VerifiedKey };

/** Makes a key the one who acts, from somewhere. */
export function keyActor(key: VerifiedKey, origin: Origin): KeyActor {
  const { id, ownerId, organizationId, scopes, leaves } = key;
  return {
    kind: "key",
    id,
    ownerId,
    organizationId,
    scopes,
    leaves,
    bounds: key,
    used: new Set(),
    provenAt: null,
    origin,
    key,
  };
}
