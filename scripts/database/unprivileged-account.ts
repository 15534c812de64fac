import { runCommand } from "../run-command";
import { UserError } from "../user-error";

/** Whom a program runs as. */
export type Account = { uid: number; gid: number };

/** The operating system's account `postgres`, made where it is missing. Only root may ask. */
export async function unprivilegedAccount(): Promise<Account> {
  return look().catch(async () => {
    await runCommand("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]).catch(refuse);
    return look();
  });
}

async function look(): Promise<Account> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => runCommand("id", [flag, "postgres"])));
  return { uid: Number(uid), gid: Number(gid) };
}

function refuse(): never {
  throw new UserError(
    "PostgreSQL refuses to run as root, and the account `postgres` could not be made. " +
      "Start this as another user, or set DATABASE_URL to a database of your own.",
  );
}
