import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import type { Role } from "@/lib/access/roles";
import { createAccount } from "@/lib/auth/accounts";
import { db } from "@/lib/db";

export type Person = { id: string; organizationId: string; email: string; password: string };

/** Makes a person with that role in an organization of the test's own. */
export async function makePerson(role: Role): Promise<Person> {
  const unique = randomUUID();
  const password = `${unique} opens the door`;
  const organization = `E2E ${unique}`;
  if (role !== "admin")
    await createAccount({ email: `admin-${unique}@example.test`, password, organization });
  const email = `${role}-${unique}@example.test`;
  const account = await createAccount({ name: "Robin Example", email, password, organization, role });
  return { id: account.id, organizationId: account.organization.id, email, password };
}

/** Signs a browser context in over HTTP, as next-auth's own client does. */
export async function signIn(context: BrowserContext, { email, password }: Person): Promise<void> {
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const answer = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, callbackUrl: "/", json: "true" },
    headers: { "X-Forwarded-For": anyAddress() },
  });
  if (!answer.ok()) throw new Error(`Sign-in answered ${answer.status()}`);
}

/** Makes the last proof of who a person is one of long ago, on all devices. */
export async function forgetProof({ id }: Person): Promise<void> {
  await db().session.updateMany({ where: { user_id: id }, data: { proven_at: new Date(0) } });
}

/** An address of this call's own, so that attempts of other tests are not counted with it. */
function anyAddress(): string {
  const part = () => Math.floor(Math.random() * 254) + 1;
  return `10.${part()}.${part()}.${part()}`;
}
