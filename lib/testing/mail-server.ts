import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** An e-mail that arrived: to whom its envelope says, and what is in it. */
export type Arrived = { to: string[]; mail: ParsedMail; raw: string };

/**
 * A real SMTP server on this machine, which keeps what arrives.
 * @param options.refuse says of each e-mail whether it is refused for now (451)
 */
export async function startMailServer({ refuse = () => false }: { refuse?: (to: string) => boolean } = {}) {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (to.some(refuse)) return done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
        const raw = Buffer.concat(chunks).toString();
        arrived.push({ to, mail: await simpleParser(raw), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    arrived,
    url: `smtp://127.0.0.1:${port}`,
    to: (address: string) => arrived.filter((each) => each.to.includes(address)),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
