import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { call, type Row } from "@/lib/testing/call";
import { makeKey, makePerson } from "@/lib/testing/seed";
import { signedHeaders } from "@/lib/webhooks/sign";
import { freePort } from "@/scripts/database/server";
import { RECEIVERS, type ReceiverLanguage } from "./receiver-samples";

const PROGRAMS: Record<ReceiverLanguage, [program: string, ...options: string[]]> = {
  JavaScript: [process.execPath, "--input-type=module", "--eval"],
  Python: ["python3", "-c"],
};
/** Only Node.js is sure to be there: Python is tried where the machine has it, 3.9 or later. */
const RUNNABLE = (Object.keys(PROGRAMS) as ReceiverLanguage[]).filter((language) => {
  const [program] = PROGRAMS[language];
  const [, major = 0, minor = 0] =
    /(\d+)\.(\d+)/.exec(spawnSync(program, ["--version"], { encoding: "utf8" }).stdout ?? "") ?? [];
  return Number(major) > 3 || Number(minor) >= 9;
});

describe.each(RUNNABLE)("the receiver in %s", (language) => {
  let key: string;
  let webhook: Row & { secret: string };
  let url: string;
  let receiver: ChildProcess;
  let printed: Promise<string>;

  const post = async (path: string, body?: unknown) =>
    (await call<typeof webhook>(key, path, { method: "POST", body })).body.data;
  const tryOut = () => post(`/webhooks/${webhook.id}/test`);

  /** Has the sample listen where the webhook goes, as its reader would. */
  async function listen(secret: string): Promise<void> {
    const [program, ...options] = PROGRAMS[language];
    const env = { ...process.env, PREPZO_WEBHOOK_SECRET: secret, PORT: new URL(url).port };
    receiver = spawn(program, [...options, RECEIVERS[language]], {
      env,
      stdio: ["ignore", "pipe", "ignore"],
    });
    printed = text(receiver.stdout as NonNullable<typeof receiver.stdout>);
    while (!(await fetch(url).catch(() => null))) await pause(20);
  }

  async function stop(): Promise<string> {
    if (receiver.exitCode === null && receiver.signalCode === null) {
      receiver.kill();
      await once(receiver, "exit");
    }
    return printed;
  }

  beforeEach(async () => {
    key = (await makeKey(await makePerson(), ["*"])).key;
    url = `http://localhost:${await freePort(0)}/`;
    webhook = await post("/webhooks", { url, events: ["candidate.created", "job.closed"] });
  });
  afterEach(stop);

  test("takes what is sent to it, each message once however often it comes", async () => {
    await listen(webhook.secret);
    const first = await tryOut();
    const second = await post(`/webhooks/${webhook.id}/test`, { event: "job.closed" });
    expect([first.status, second.status]).toEqual(["delivered", "delivered"]);

    const body = JSON.stringify({ event: "note.created", data: { id: "7" } });
    const headers = signedHeaders("msg_1", new Date(), body, [webhook.secret]);
    for (let time = 0; time < 2; time++)
      expect((await fetch(url, { method: "POST", headers, body })).status).toBe(204);
    expect(await stop()).toMatch(/^candidate\.created [\w-]{36}\njob\.closed [\w-]{36}\nnote\.created 7\n$/);
  });

  test("takes what is signed with its secret while another takes over, and nothing after that", async () => {
    await listen(webhook.secret);
    await post(`/webhooks/${webhook.id}/rotate`);
    expect(await tryOut()).toMatchObject({ status: "delivered" });
    await post(`/webhooks/${webhook.id}/rotate`, { overlap_seconds: 0 });
    expect(await tryOut()).toMatchObject({ status: "failed", last_status_code: 401 });
  });

  test("refuses what is not ours, was changed, or is old", async () => {
    await listen(webhook.secret);
    const body = JSON.stringify({ event: "note.created", data: { id: "7" } });
    const sign = (at: Date) => signedHeaders("msg_1", at, body, [webhook.secret]);
    const good = sign(new Date());
    const cases: [Record<string, string>, string][] = [
      [{}, body],
      [{ ...good, "webhook-signature": "v1,AAAA" }, body],
      [{ ...good, "webhook-signature": "v2," }, body],
      [{ ...good, "webhook-id": "msg_2" }, body],
      [{ ...good, "webhook-timestamp": "soon" }, body],
      [good, body.replace("7", "8")],
      [sign(new Date(Date.now() - 360_000)), body],
    ];
    for (const [headers, sent] of cases)
      expect((await fetch(url, { method: "POST", headers, body: sent })).status).toBe(401);
    expect(await stop()).toBe("");
  });
});
