import pg from "pg";

/** Runs something in this process and returns how many statements were sent to the database meanwhile. */
export async function countStatements(run: () => Promise<unknown>): Promise<number> {
  const { prototype } = pg.Client;
  const { query } = prototype;
  let count = 0;
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    count++;
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await run();
    return count;
  } finally {
    prototype.query = query;
  }
}
