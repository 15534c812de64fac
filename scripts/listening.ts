import { createServer } from "node:net";
import { UserError } from "./user-error";

export type Listening = { port: number; hostname: string | undefined };

/** Where the environment says to listen: PORT (3000) on HOST (every address of this machine). */
export function listeningOptions(): Listening {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  }
  return { port, hostname: process.env.HOST || undefined };
}

/** Asked before the slow steps: throws where something else listens on the port already. */
export function requireFreePort({ port, hostname }: Listening): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", (error: NodeJS.ErrnoException) => reject(listeningError(error, port)));
    probe.listen(port, hostname, () => probe.close(() => resolve()));
  });
}

/** Puts why a port cannot be listened on into words for the person who chose it. */
export function listeningError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new UserError(
      `Port ${port} is already in use. Stop what uses it or choose another one, as in: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === "EACCES")
    return new UserError(`Port ${port} may not be used here. Choose one above 1023.`);
  if (error.code === "EADDRNOTAVAIL")
    return new UserError(`HOST is no address of this machine: ${error.message}`);
  return error;
}
