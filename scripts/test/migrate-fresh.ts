import pg from "pg";
import { migrate } from "../migrate";
import { root } from "../root";

/** Applies all migrations to an empty database. */
export async function migrateFresh(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await migrate(root, url, client).finally(() => client.end());
}
