import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { candidateFields, makeKey, makePerson } from "@/lib/testing/seed";
import { startTestServer } from "@/scripts/test/test-server";

const LONG_MS = 60_000;

test(
  "a server that is told to stop takes no more, answers what is under way, and writes what waits in memory",
  async () => {
    const server = await startTestServer(process.env.DATABASE_URL as string, { name: "stopping" });
    const base = server.env.BASE_URL as string;
    const { id, key } = await makeKey(await makePerson(), ["candidates:write"]);
    const body = JSON.stringify(candidateFields());
    const socket = connect(Number(new URL(base).port), "127.0.0.1");
    const head = [
      "POST /api/v1/candidates HTTP/1.1",
      "Host: api.test",
      `Authorization: Bearer ${key}`,
      "Content-Type: application/json",
      `Content-Length: ${body.length}`,
      "Expect: 100-continue",
    ];
    socket.write([...head, "", ""].join("\r\n"));
    await new Promise((resolve) => socket.once("readable", resolve));
    expect(String(socket.read())).toMatch(/^HTTP\/1\.1 100 /);

    const stopped = server.stop();
    await expect
      .poll(() => fetch(base).catch(({ cause }) => cause.code), { timeout: LONG_MS })
      .toBe("ECONNREFUSED");
    socket.write(body);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 201 /);
    expect(answer, "that the connection ends with it").toMatch(/\r\nConnection: close\r\n/i);
    await stopped;
    const { last_used_at } = await db().apiKey.findUniqueOrThrow({
      where: { id },
      select: { last_used_at: true },
    });
    expect(last_used_at).not.toBeNull();
  },
  LONG_MS,
);

test(
  "a client that takes its time over the head of a request loses its connection",
  async () => {
    const { hostname, port } = new URL(process.env.BASE_URL as string);
    const socket = connect(Number(port), hostname);
    socket.write("GET /api/v1/candidates HTTP/1.1\r\nHost: api.test\r\n");
    expect(await text(socket)).toMatch(/^(HTTP\/1\.1 4|$)/);
  },
  LONG_MS,
);
