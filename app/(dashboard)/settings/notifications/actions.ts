"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action, fieldsOf } from "@/lib/auth/action";
import { requireActor } from "@/lib/auth/session";
import * as feeds from "@/lib/notices/calendar-feed";
import { markRead } from "@/lib/notices/inbox";

const Until = z.strictObject({ until: z.uuid() });

/** Marks as read what the page showed and all before. A form that says something else is none of ours. */
export async function markAllRead(form: FormData): Promise<void> {
  const actor = await requireActor();
  const sent = Until.safeParse(fieldsOf(form));
  if (sent.success) await markRead(actor, sent.data.until, new Date());
  refresh();
}

export const makeCalendarFeed = action({
  input: z.strictObject({}),
  run: async (actor, _, now) => ({ address: await feeds.makeCalendarFeed(actor, now) }),
});

export const revokeCalendarFeed = action({
  input: z.strictObject({}),
  run: async (actor) => {
    await feeds.revokeCalendarFeed(actor);
    return null;
  },
});
