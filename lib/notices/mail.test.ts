import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startMailServer } from "@/lib/testing/mail-server";
import { mailIsConfigured, sendMail } from "./mail";

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer({ refuse: (to) => to === "refused@mail.test" });
});
afterAll(() => server.stop());

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://x");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(16));
  vi.stubEnv("SECRETS_KEY", `1:${"A".repeat(43)}=`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  Reflect.deleteProperty(globalThis, Symbol.for("prepzo"));
});

function configure(url = server.url): void {
  vi.stubEnv("SMTP_URL", url);
  vi.stubEnv("MAIL_FROM", "Prepzo <keys@prepzo.test>");
}

test("an e-mail arrives with its subject, text and id", async () => {
  configure();
  expect(mailIsConfigured()).toBe(true);
  await sendMail({
    to: "ada@mail.test",
    subject: "Key “Zürich” ends",
    text: "In 7 days.",
    html: "<p>In 7 days.</p>",
    id: "17",
  });
  const [{ mail, raw } = { mail: null, raw: "" }] = server.to("ada@mail.test");
  expect(mail).toMatchObject({
    subject: "Key “Zürich” ends",
    text: "In 7 days.",
    messageId: "<17@prepzo.test>",
  });
  expect(mail?.from?.text).toBe('"Prepzo" <keys@prepzo.test>');
  expect(raw).toContain("Auto-Submitted: auto-generated");
});

test("what is in a subject or an address adds no header and no recipient", async () => {
  configure();
  const before = server.arrived.length;
  await sendMail({ to: "grace@mail.test", subject: "A\r\nBcc: eve@mail.test\r\n\r\nB", text: "C" });
  for (const to of [
    "grace@mail.test, eve@mail.test",
    "grace@mail.test\r\nRCPT TO:<eve@mail.test>",
    "grace@mail.test\r\nBcc: eve@mail.test",
  ]) {
    await sendMail({ to, subject: "A", text: "C" }).catch(() => undefined);
  }
  for (const { to, mail, raw } of server.arrived.slice(before)) {
    expect(to).toHaveLength(1);
    expect(to).not.toContain("eve@mail.test");
    expect(mail.bcc).toBeUndefined();
    expect(raw).not.toMatch(/^Bcc:/m);
  }
  expect(server.to("grace@mail.test")[0]?.mail.subject).toBe("A Bcc: eve@mail.test B");
});

test("it is an error where the server refuses, is not there, or none is configured", async () => {
  const mail = { to: "refused@mail.test", subject: "A", text: "B" };
  expect(mailIsConfigured()).toBe(false);
  await expect(sendMail(mail)).rejects.toThrow("E-mail is not configured");
  Reflect.deleteProperty(globalThis, Symbol.for("prepzo"));
  configure();
  await expect(sendMail(mail)).rejects.toThrow("Try again later");
  Reflect.deleteProperty(globalThis, Symbol.for("prepzo"));
  configure("smtp://user:word-of-mine@127.0.0.1:1");
  const error = await sendMail(mail).catch((thrown: Error) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).not.toContain("word-of-mine");
});
