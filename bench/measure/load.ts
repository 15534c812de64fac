import { execFile } from "node:child_process";
import { promisify } from "node:util";
import autocannon from "autocannon";

const CONNECTIONS = 32;

export type Measured = { perSecond: number; p50: number; p99: number };

/**
 * Loads an address of this machine for so many seconds, with wrk where it is installed and else with autocannon.
 * @returns requests a second, and the latency's median and 99th percentile in milliseconds
 */
export async function load(url: string, key: string, seconds: number): Promise<Measured> {
  const { status } = await fetch(url, { headers: { Authorization: `Bearer ${key}` } });
  if (status !== 200) throw new Error(`${url} answers ${status}`);
  return (await withWrk(url, key, seconds)) ?? withAutocannon(url, key, seconds);
}

async function withWrk(url: string, key: string, seconds: number): Promise<Measured | null> {
  const args = [
    "-t1",
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    "--latency",
    "-H",
    `Authorization: Bearer ${key}`,
    url,
  ];
  const run = await promisify(execFile)("wrk", args).catch((error) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (run === null) return null;
  if (/Non-2xx/.test(run.stdout)) throw new Error(`${url} refused some of the load:\n${run.stdout}`);
  const find = (pattern: RegExp) => pattern.exec(run.stdout)?.[1] ?? "";
  return {
    perSecond: Number(find(/Requests\/sec:\s+([\d.]+)/)),
    p50: milliseconds(find(/^\s+50%\s+(\S+)/m)),
    p99: milliseconds(find(/^\s+99%\s+(\S+)/m)),
  };
}

async function withAutocannon(url: string, key: string, seconds: number): Promise<Measured> {
  const headers = { authorization: `Bearer ${key}` };
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx > 0) throw new Error(`${url} refused ${result.non2xx} requests of the load`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

/** wrk writes 850.00us, 1.20ms and 1.02s. */
function milliseconds(text: string): number {
  const [, number, unit] = /^([\d.]+)(us|ms|s)$/.exec(text) ?? [];
  return Number(number) * (unit === "us" ? 0.001 : unit === "s" ? 1_000 : 1);
}
