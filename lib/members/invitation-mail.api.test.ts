import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { NOWHERE, person } from "@/lib/access/actor";
import { db } from "@/lib/db";
import { startMailServer } from "@/lib/testing/mail-server";
import { makePerson } from "@/lib/testing/seed";
import { invite } from "./invite";

const NOW = new Date();

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer({ refuse: (to) => to.startsWith("refused") });
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "Prepzo <keys@prepzo.test>");
  vi.stubEnv("APP_URL", "https://keys.example.test");
  vi.stubEnv("LOG_LEVEL", "silent");
  const made = (globalThis as unknown as Record<symbol, Map<string, unknown>>)[Symbol.for("prepzo")];
  for (const name of ["env", "log"]) made?.delete(name);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

test("an invitation is sent with its link, which begins with APP_URL; names stay within their line", async () => {
  const admin = await makePerson();
  const name = "Eve\r\n\r\nhttps://evil.test";
  await db().user.update({ where: { id: admin.id }, data: { name } });
  const email = `${randomUUID()}@invited.test`;
  const { link, isMailed } = await invite(person(admin, NOWHERE, NOW), { email, role: "viewer" }, NOW);
  expect(isMailed).toBe(true);
  expect(link).toMatch(/^https:\/\/keys\.example\.test\/invitation#[\w-]{43}$/);
  await expect.poll(() => server.to(email).length).toBe(1);
  const mail = server.to(email)[0]?.mail;
  expect(mail?.subject).toMatch(/^Eve https:\/\/evil\.test invites you to Organization /);
  expect(mail?.text?.split("\n")[0]).toMatch(/^Eve https:\/\/evil\.test invites you to join .* as viewer\.$/);
  expect(mail?.text).toContain(`\n${link}\n`);
});

test("one that the server refuses leaves the link to be handed over", async () => {
  const actor = person(await makePerson(), NOWHERE, NOW);
  const made = await invite(actor, { email: `refused-${randomUUID()}@invited.test`, role: "viewer" }, NOW);
  expect(made.link).toContain("/invitation#");
  expect(await db().invitation.count({ where: { id: made.id, revoked_at: null } })).toBe(1);
});
