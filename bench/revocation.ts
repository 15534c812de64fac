import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startTwoInstances, type TwoInstances } from "../scripts/test/two-instances";

/** Breaks the second instance's hearing in one way, and says how to mend it. */
type Fault = {
  name: string;
  breakIt(pair: TwoInstances): Promise<void>;
  mend(pair: TwoInstances): Promise<void>;
};

const nothing = async () => undefined;
export const FAULTS: Fault[] = [
  { name: "healthy", breakIt: nothing, mend: nothing },
  { name: "listening backend terminated", breakIt: (pair) => pair.cutEar(), mend: nothing },
  {
    name: "listener's socket frozen",
    breakIt: async ({ ear }) => ear.freeze(),
    mend: async ({ ear }) => ear.thaw(),
  },
  { name: "database restarted", breakIt: ({ database }) => database.restart(), mend: nothing },
];

/**
 * How long a key that one instance revoked lives on at another: `npm run bench revocation -- --times 100`.
 * Counted from the revoking answer to the other's first 401, with a key that the other knows well.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { times: { type: "string", default: "20" } } });
  const pair = await startTwoInstances();
  try {
    const rows: Record<string, Record<string, number>> = {};
    for (const fault of FAULTS) {
      const times: number[] = [];
      for (let round = 0; round < Number(values.times); round++) times.push(await revokeOnce(pair, fault));
      times.sort((a, b) => a - b);
      const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
      rows[fault.name] = {
        rounds: times.length,
        "min ms": at(0),
        "median ms": at(0.5),
        "p99 ms": at(0.99),
        "max ms": at(1),
      };
    }
    console.table(rows);
  } finally {
    await pair.stop();
  }
}

/**
 * Lets the second instance remember a key, breaks its hearing, revokes the key at the first.
 * @returns the milliseconds from the first's answer to the second's first 401
 */
export async function revokeOnce(pair: TwoInstances, { breakIt, mend }: Fault): Promise<number> {
  const { id, key } = await makeKey(pair);
  await pair.hearing();
  for (let call = 0; call < 3; call++) await expectStatus(pair, key, 200);
  await breakIt(pair);
  const revoked = await fetch(`${pair.a}/api/v1/api-keys/${id}`, {
    method: "DELETE",
    headers: bearer(pair.admin),
  });
  const answeredAt = performance.now();
  if (!revoked.ok) throw new Error(`The revocation was answered ${revoked.status}`);
  while ((await status(pair, key)) !== 401) await pause(2);
  const lived = performance.now() - answeredAt;
  await mend(pair);
  return lived;
}

async function makeKey({ a, admin }: TwoInstances): Promise<{ id: string; key: string }> {
  const response = await fetch(`${a}/api/v1/api-keys`, {
    method: "POST",
    headers: { ...bearer(admin), "Content-Type": "application/json" },
    body: JSON.stringify({ name: "short-lived", scopes: ["read"] }),
  });
  return (await response.json()).data;
}

async function expectStatus(pair: TwoInstances, key: string, expected: number): Promise<void> {
  const found = await status(pair, key);
  if (found !== expected) throw new Error(`The second instance answered ${found} instead of ${expected}`);
}

async function status({ b }: TwoInstances, key: string): Promise<number> {
  return (await fetch(`${b}/api/v1/api-keys/current`, { headers: bearer(key) })).status;
}

function bearer(key: string): { Authorization: string } {
  return { Authorization: `Bearer ${key}` };
}
