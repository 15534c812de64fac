import { db } from "./db";
import { once } from "./once";

/** How far this process has come: the database migrated and seeded, the port listening. */
export function progress(): { prepared: boolean; listening: boolean } {
  return once("readiness", () => ({ prepared: false, listening: false }));
}

/** Whether requests can be served now: everything started and the database answering. */
export async function isReady(): Promise<boolean> {
  const { prepared, listening } = progress();
  return prepared && listening && (await isDatabaseAnswering());
}

/** Whether the database answers now. */
export async function isDatabaseAnswering(): Promise<boolean> {
  return db()
    .organization.findFirst({ select: { id: true } })
    .then(
      () => true,
      () => false,
    );
}
