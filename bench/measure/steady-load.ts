import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

const CONNECTIONS = 32;
const PAUSE_MS = 5;

export type Call = { path: string; key: string };
export type Answers = {
  perSecond: number;
  p50: number;
  p99: number;
  /** How many calls were answered with each status; 0 stands for no answer. */
  statuses: Map<number, number>;
};

/**
 * Makes calls of a server in turn for so many seconds, at most 32 at once, and waits for each answer.
 * @param perSecond how many are made a second at most; as many as go unless told
 */
export async function steadyLoad(
  url: string,
  calls: Call[],
  seconds: number,
  perSecond = Number.POSITIVE_INFINITY,
): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  let made = 0;
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1_000;
  const lane = async () => {
    while (elapsed() < seconds) {
      if (made >= elapsed() * perSecond) {
        await pause(PAUSE_MS);
        continue;
      }
      const { path, key } = calls[made++ % calls.length] as Call;
      const start = performance.now();
      const status = await statusOf(`${url}${path}`, key, agent);
      latencies.push(performance.now() - start);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  agent.destroy();
  latencies.sort((one, other) => one - other);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
  return { perSecond: made / elapsed(), p50: at(0.5), p99: at(0.99), statuses };
}

/** Makes a call and reads its answer to the end: 0 where none came. Not by fetch, which takes several times as long. */
export function statusOf(url: string, key: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    request(url, { agent, headers: { Authorization: `Bearer ${key}` } }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    })
      .on("error", () => resolve(0))
      .end();
  });
}
