import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A message that arrived. `id` is its `webhook-id`, `event` what is in its body. */
export type Received = {
  path: string;
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  event: { event: string; data: { id: string }; organization_id: string; timestamp: string };
};

type Answer = { status: number; headers?: Record<string, string>; body?: string };

export type Receiver = {
  /** An address of it, at which webhooks may arrive where WEBHOOK_ALLOWED_HOSTS has `localhost`. */
  url(path?: string): string;
  received: Received[];
  /** How each message is answered from now on: 200 until told otherwise. */
  answer: (message: Received) => Answer | Promise<Answer>;
  stop(): Promise<void>;
};

/** A real receiver of webhooks on this machine, which keeps what arrives. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const message: Received = {
      path: request.url ?? "/",
      id: String(request.headers["webhook-id"]),
      headers: request.headers,
      body,
      event: JSON.parse(body),
    };
    receiver.received.push(message);
    const { status, headers = {}, body: answer = "" } = await receiver.answer(message);
    response.writeHead(status, headers).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: (path = "/") => `http://localhost:${port}${path}`,
    received: [],
    answer: () => ({ status: 200 }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
  return receiver;
}
