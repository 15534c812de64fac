import { once } from "node:events";
import { createServer, type RequestListener, type Server, setGlobalProxyFromEnv } from "node:http";
import { createServer as createSecureServer } from "node:https";
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import { selfSigned } from "@/lib/testing/certificate";
import { requireDeliverable } from "./address";
import { send } from "./send";

const PUBLIC = "93.184.215.14";

const opened: (Server | TcpServer)[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  }
});

/** Has a server listen on this machine and returns its port. */
async function listen(server: Server | TcpServer): Promise<number> {
  opened.push(server);
  server.listen(0);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Sends to a receiver that answers so, on a host that the operator allows. */
async function sendTo(answer: RequestListener, options = {}) {
  const port = await listen(createServer(answer));
  return send(`http://localhost:${port}/hook?team=1`, { "webhook-id": "1" }, '{"ä":1}', {
    allowed: ["localhost"],
    ...options,
  });
}

/** Sends to a receiver that says these bytes, whatever comes. */
async function sendToBytes(...says: string[]) {
  const port = await listen(
    createTcpServer((socket) => {
      socket.on("error", () => undefined);
      for (const text of says) socket.write(text);
      socket.end();
    }),
  );
  return send(`http://localhost:${port}/`, {}, "{}", { allowed: ["localhost"] });
}

describe("an exchange", () => {
  test("posts the very bytes, and tells what was answered", async () => {
    const seen: unknown[] = [];
    const exchange = await sendTo(async (request, response) => {
      const { method, url, headers } = request;
      seen.push(method, url, headers["webhook-id"], headers["content-length"], headers.connection);
      seen.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(202, { "X-Two": ["a", "b"], "Retry-After": "7" }).end("taken\0");
    });
    expect(seen).toEqual(["POST", "/hook?team=1", "1", "8", "close", '{"ä":1}']);
    expect(exchange).toMatchObject({ statusCode: 202, error: null, body: "taken" });
    expect(exchange.headers).toMatchObject({ "x-two": "a, b", "retry-after": "7" });
    expect(exchange.durationMs).toBeGreaterThanOrEqual(0);
  });

  test("does not follow a redirect", async () => {
    let visits = 0;
    const exchange = await sendTo((_, response) => {
      visits += 1;
      response.writeHead(302, { Location: "/elsewhere" }).end();
    });
    expect(exchange).toMatchObject({ statusCode: 302, error: null, headers: { location: "/elsewhere" } });
    expect(visits).toBe(1);
  });

  test("ends where an answer is announced again and again, and never comes", async () => {
    const announcements = "HTTP/1.1 103 Early Hints\r\n\r\n";
    const answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    expect(await sendToBytes(announcements.repeat(10), answer)).toMatchObject({
      statusCode: 200,
      error: null,
    });
    const port = await listen(createTcpServer((socket) => socket.write(announcements.repeat(11))));
    const exchange = await send(`http://localhost:${port}/`, {}, "{}", {
      allowed: ["localhost"],
      timeoutMs: 5_000,
    });
    expect(exchange).toMatchObject({ statusCode: null, error: "connection_lost" });
  });

  test.each(["000", "099"])("%s is no status", async (status) => {
    expect(await sendToBytes(`HTTP/1.1 ${status} Odd\r\nContent-Length: 0\r\n\r\n`)).toMatchObject({
      statusCode: null,
      error: "unreadable",
    });
  });

  test("reads 16 KiB of an answer that never ends, and goes", async () => {
    let closed: Promise<unknown> | undefined;
    const exchange = await sendTo((_, response) => {
      closed = once(response, "close");
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write("é".repeat(5_000)));
      };
      response.on("drain", pour);
      pour();
    });
    expect(exchange).toMatchObject({ statusCode: 200, error: null });
    expect(exchange.body).toBe("é".repeat(8_192));
    await closed;
  });

  test("of a text cut within a character keeps the whole ones", async () => {
    const { body } = await sendTo((_, response) => response.end(`a${"é".repeat(9_000)}`));
    expect(body).toBe(`a${"é".repeat(8_191)}`);
  });

  describe("that has no length, and so ends with its connection,", () => {
    const answered = async (end: (socket: Socket) => void) => {
      const server = createTcpServer((socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () =>
          socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\npart", () => end(socket)),
        );
      });
      const options = { allowed: ["localhost"], timeoutMs: 500 };
      return send(`http://localhost:${await listen(server)}/`, {}, "{}", options);
    };

    test("is whole where that is closed", async () => {
      expect(await answered((socket) => socket.end())).toMatchObject({
        statusCode: 200,
        error: null,
        body: "part",
      });
    });

    test("takes too long where that stays open", async () => {
      expect(await answered(() => undefined)).toMatchObject({ statusCode: 200, error: "timeout" });
    });

    test("broke off where that is reset", async () => {
      expect(await answered((socket) => socket.resetAndDestroy())).toMatchObject({
        error: "connection_lost",
      });
    });
  });

  test("says which part takes too long: an answer, or the rest of one", async () => {
    const silent = await sendTo(() => undefined, { timeoutMs: 200 });
    expect(silent).toMatchObject({ statusCode: null, error: "timeout", body: null });
    const dripping = await sendTo((_, response) => response.writeHead(200).write("half"), { timeoutMs: 200 });
    expect(dripping).toMatchObject({ statusCode: 200, error: "timeout", body: null });
  });

  test("a name server that never answers takes no longer", async () => {
    const resolve = () => new Promise<string[]>(() => undefined);
    const exchange = await send("https://slow.example.com/", {}, "{}", {
      allowed: [],
      resolve,
      timeoutMs: 200,
    });
    expect(exchange).toMatchObject({ statusCode: null, error: "timeout" });
  });

  test.each<[string, string[]]>([
    ["connection_lost", []],
    ["connection_lost", ["HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", "half"]],
    ["connection_lost", ["HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"]],
    ["unreadable", ["SSH-2.0-OpenSSH_9.6\r\n"]],
    ["unreadable", [`HTTP/1.1 200 OK\r\nX: ${"x".repeat(20_000)}\r\n\r\n`]],
  ])("%s: a receiver that says %j", async (error, says) => {
    expect((await sendToBytes(...says)).error).toBe(error);
  });

  test("connection_refused: nobody listens", async () => {
    const server = createTcpServer();
    const port = await listen(server);
    server.close();
    await once(server, "close");
    const exchange = await send(`http://localhost:${port}/`, {}, "{}", { allowed: ["localhost"] });
    expect(exchange.error).toBe("connection_refused");
  });

  test("dns: a name without an address", async () => {
    const resolve = async () => [];
    expect((await send("https://gone.example.com/", {}, "{}", { allowed: [], resolve })).error).toBe("dns");
  });
});

describe("a certificate", () => {
  const { cert, key } = selfSigned("localhost");

  /** Has whatever is done meanwhile trust what is given besides the usual. */
  async function trusting<T>(certificates: string[], run: () => Promise<T>): Promise<T> {
    const usual = getCACertificates("default");
    setDefaultCACertificates([...usual, ...certificates]);
    return run().finally(() => setDefaultCACertificates(usual));
  }

  const secure = (given = { cert, key }) =>
    listen(createSecureServer(given, (_, response) => response.end("kept")));
  const sendSecurely = async (port: number) =>
    send(`https://localhost:${port}/`, {}, "{}", { allowed: ["localhost"] });

  test("that is trusted and of this host is accepted", async () => {
    const port = await secure();
    const exchange = await trusting([cert], () => sendSecurely(port));
    expect(exchange).toMatchObject({ statusCode: 200, error: null, body: "kept" });
  });

  test("that nobody vouches for is refused, even where the environment says otherwise", async () => {
    const port = await secure();
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      expect((await sendSecurely(port)).error).toBe("tls");
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });

  test("of another host is refused", async () => {
    const other = selfSigned("other.example.com");
    const port = await secure(other);
    expect((await trusting([other.cert], () => sendSecurely(port))).error).toBe("tls");
  });

  test("is not what was wrong where the connection breaks off later", async () => {
    const port = await listen(createSecureServer({ cert, key }, (request) => request.socket.destroy()));
    expect((await trusting([cert], () => sendSecurely(port))).error).toBe("connection_lost");
  });

  test("is missing: a receiver without TLS", async () => {
    const port = await listen(createServer((_, response) => response.end()));
    expect((await sendSecurely(port)).error).toBe("tls");
  });
});

describe("no way inside", () => {
  const forbidden = { statusCode: null, error: "forbidden_address", headers: {}, body: null };

  /** Sends to a URL while a receiver on this machine listens, and tells what came of it and who came. */
  async function attempt(url: (port: number) => string, addresses: string[], allowed: string[] = []) {
    let visits = 0;
    const server = createTcpServer((socket) => {
      visits += 1;
      socket.destroy();
    });
    const port = await listen(server);
    const exchange = await send(url(port), {}, "{}", { allowed, resolve: async () => addresses });
    return { exchange, visits };
  }

  test.each([
    "0x7f.1",
    "0x7f000001",
    "2130706433",
    "017700000001",
    "127.1",
    "127.0.0.1",
    "0.0.0.0",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[::1]",
    "[::]",
    "169.254.169.254",
    "168.63.129.16",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "10.0.0.1",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[ff02::1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::a00:1]",
    "[2002:7f00:1::]",
    "localhost",
    "localhost.",
    "app.localhost",
    "metadata.google.internal",
  ])("https://%s/ is refused before anything is asked or connected", async (host) => {
    const { exchange, visits } = await attempt(() => `https://${host}/`, [PUBLIC]);
    expect(exchange).toMatchObject(forbidden);
    expect(visits).toBe(0);
  });

  test.each<[string, (port: number) => string]>([
    ["plain http", () => "http://hooks.example.com/"],
    ["another port", (port) => `https://hooks.example.com:${port}/`],
    ["credentials", () => "https://user:secret@hooks.example.com/"],
    ["another port of a host of which one is allowed", (port) => `http://localhost:${port}/`],
  ])("%s is refused as it is at registration", async (_, url) => {
    const { exchange, visits } = await attempt(url, [PUBLIC], ["localhost:1"]);
    expect(exchange).toMatchObject(forbidden);
    expect(visits).toBe(0);
  });

  test.each([
    [["127.0.0.1"]],
    [["::1"]],
    [["::ffff:127.0.0.1"]],
    [["169.254.169.254"]],
    [["100.64.0.1"]],
    [["64:ff9b::7f00:1"]],
    [["fe80::1%lo"]],
    [[PUBLIC, "127.0.0.1"]],
    [["127.0.0.1", PUBLIC]],
  ])("a name that leads to %j is refused", async (addresses) => {
    const { exchange } = await attempt(() => "https://hooks.example.com/", addresses);
    expect(exchange).toMatchObject(forbidden);
  });

  test("a name that was public at registration and leads inside at delivery is refused", async () => {
    const answers = [[PUBLIC], ["127.0.0.1"]];
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return answers.shift() ?? [PUBLIC];
    };
    const url = "https://rebound.example.com/";
    await requireDeliverable(url, [], resolve);
    expect(await send(url, {}, "{}", { allowed: [], resolve })).toMatchObject(forbidden);
    // Once for each: what was judged is what would have been connected to.
    expect(asked).toEqual(["rebound.example.com", "rebound.example.com"]);
  });

  test("a proxy of the environment is not used", async () => {
    let visits = 0;
    const proxy = await listen(
      createServer((_, response) => {
        visits += 1;
        response.end("proxied");
      }),
    );
    const restore = setGlobalProxyFromEnv({ ...process.env, http_proxy: `http://127.0.0.1:${proxy}` });
    try {
      const exchange = await sendTo((_, response) => response.end("direct"));
      expect(exchange.body).toBe("direct");
    } finally {
      restore();
    }
    expect(visits).toBe(0);
  });
});
