import { getMigrations } from "better-auth/db/migration";
import { auth } from "./auth.js";

/** Makes better-auth's tables, a person and a key in the database of DATABASE_URL, and prints the key. */
const { runMigrations } = await getMigrations(auth.options);
await runMigrations();
const { user } = await auth.api.signUpEmail({
  body: { name: "Bench", email: "bench@example.test", password: "a password for the bench" },
});
const { key } = await auth.api.createApiKey({ body: { userId: user.id, name: "bench" } });
console.log(key);
process.exit(0);
