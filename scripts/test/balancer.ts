import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export type Balancer = {
  url: string;
  /** The ports to which connections go, in turn; one that refuses is passed over. */
  targets: number[];
  close(): void;
};

const RETRY_MS = 50;

/** A plain TCP balancer on the loopback address: it knows nothing of HTTP, and moves no connection that it has made. */
export async function startBalancer(targets: number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  const self = { url: "", targets, close };
  const server = createServer({ pauseOnConnect: true }, async (near) => {
    keep(near);
    const far = await reach();
    keep(far);
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return self;

  async function reach(): Promise<Socket> {
    for (;;) {
      const socket = connect(self.targets[turn++ % self.targets.length] as number, "127.0.0.1");
      const reached = await once(socket, "connect").then(
        () => true,
        () => false,
      );
      if (reached) return socket;
      await pause(RETRY_MS);
    }
  }

  function keep(socket: Socket): void {
    open.add(socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket)));
  }

  function close(): void {
    server.close();
    for (const socket of open) socket.destroy();
  }
}
