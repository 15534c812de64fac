"use server";

import { z } from "zod";
import * as changing from "@/lib/api-keys/change-key";
import * as revocation from "@/lib/api-keys/revoke";
import * as rotation from "@/lib/api-keys/rotate";
import { GenerateKey, ChangeKey as Patch, RevokeKey, RotateKey } from "@/lib/api-keys/schema";
import * as keys from "@/lib/api-keys/service";
import { action } from "@/lib/auth/action";
import * as reach from "@/lib/resources/reach";
import * as callers from "@/lib/usage/callers";
import { latestUse } from "@/lib/usage/last-use";

const Id = z.strictObject({ id: z.uuid() });
const Ids = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });

export const generate = action({
  input: GenerateKey,
  run: async (actor, input, now) => {
    const { id, name, key, scopes } = await keys.generateKey(actor, input, now);
    return { id, name, key, scopes };
  },
});

export const rotate = action({
  input: Id.extend(RotateKey.shape),
  run: async (actor, { id, ...how }, now) => {
    const { id: newId, name, key, scopes } = await rotation.rotateKey(actor, id, how, now);
    return { id: newId, name, key, scopes };
  },
});

export const predecessorEnd = action({
  input: Id,
  run: (actor, { id }, now) => rotation.predecessorEnd(actor, id, now),
});

export const confirmShown = action({
  input: Id,
  run: async (actor, { id }, now) => {
    await keys.confirmShown(actor, id, now);
    return null;
  },
});

export const change = action({
  input: Id.extend({ patch: Patch }),
  run: async (actor, { id, patch }, now) => {
    await changing.changeKey(actor, id, patch, now);
    return null;
  },
});

export const lastUseOf = action({
  input: Id,
  run: async (actor, { id }, now) => latestUse(await keys.getKey(actor, id, now)),
});

export const descendantsOf = action({
  input: Ids,
  run: (actor, { ids }, now) => revocation.descendantsOf(actor, ids, now),
});

export const reachOf = action({
  input: z.strictObject({ id: z.uuid().nullable() }),
  run: (actor, { id }) => reach.reachOf(actor, id),
});

export const addressesOfWeek = action({
  input: Id,
  run: (actor, { id }, now) => callers.addressesOfWeek(actor, id, now),
});

export const revoke = action({
  input: Id.extend(RevokeKey.shape),
  run: async (actor, { id, ...how }, now) => {
    await revocation.revokeKey(actor, id, how, now);
    return null;
  },
});

export const revokeMany = action({
  input: Ids.extend(RevokeKey.shape),
  run: async (actor, { ids, ...how }, now) => ({
    revoked: await revocation.revokeKeys(actor, ids, how, now),
  }),
});
