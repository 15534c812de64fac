import type { Chore } from "@/lib/chores";
import { db } from "@/lib/db";

/** Keeps the server under test from doing a chore while a test does it itself. Returns what lets it go on. */
export async function holdChore({ name }: Chore): Promise<() => Promise<void>> {
  const until = async (due_at: Date) => {
    await db().chore.upsert({ where: { name }, create: { name, due_at }, update: { due_at } });
  };
  await until(new Date(Date.now() + 86_400_000));
  return () => until(new Date());
}
