import type { Chore } from "@/lib/chores";
import { db } from "@/lib/db";

/** Keeps the server under test from doing a chore while a test does it itself. Returns what lets it go on. */
export async function holdChore({ name, every }: Chore): Promise<() => Promise<void>> {
  const putOff = (ms: number) => db().$executeRaw`
    INSERT INTO chores (name, due_at) VALUES (${name}, now() + ${ms} * interval '1 ms')
    ON CONFLICT (name) DO UPDATE SET due_at = excluded.due_at`;
  await putOff(every);
  // Again and again: a time further ahead counts for nothing.
  const renewal = setInterval(() => putOff(every), every / 4);
  return async () => {
    clearInterval(renewal);
    await putOff(0);
  };
}
