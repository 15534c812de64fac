import { randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { migrateFresh } from "@/scripts/test/migrate-fresh";
import { type ThrowAway, throwAwayDatabase } from "@/scripts/test/throw-away-database";

/**
 * Gives a test file a database that nobody else uses and no server serves, and the environment that goes with it. To be
 * called before anything asks for the database; `remove` is for its end.
 */
export async function ownDatabase(): Promise<ThrowAway> {
  const database = await throwAwayDatabase();
  await migrateFresh(database.url);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    SECRETS_KEY: `1:${randomBytes(32).toString("base64")}`,
    WEBHOOK_ALLOWED_HOSTS: "localhost",
  });
  return {
    ...database,
    async remove() {
      await db().$disconnect();
      await database.remove();
    },
  };
}
