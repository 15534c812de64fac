import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { once } from "@/lib/once";

/** How old the list may become before a key on it must be seen there again. */
const MAX_AGE_MS = 24 * 3_600_000;
/** How long after one look nobody looks again, so that made-up ids cannot make us trouble GitHub. */
const PAUSE_MS = 60_000;
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 64 * 1024;

const List = z.object({
  public_keys: z.array(z.object({ key_identifier: z.string(), key: z.string() })),
});

/** What this instance knows of the list: when it looked last, whether that failed, and when it last did not. */
type Known = {
  keys: Map<string, KeyObject>;
  readAt: number;
  triedAt: number;
  failed: boolean;
  look: Promise<void> | null;
};

/**
 * The public key by which GitHub signs under this id, whether it is the current one or not; null where there is none.
 * The list is read where the id is not known or the list a day old, at most once a minute. Throws 503 where it would
 * have to be read and cannot be.
 */
export async function githubKey(id: string, now: Date): Promise<KeyObject | null> {
  const known = knownKeys();
  const key = known.keys.get(id);
  if (key && now.getTime() - known.readAt < MAX_AGE_MS) return key;
  known.look ??= look(known, now).finally(() => {
    known.look = null;
  });
  await known.look;
  return known.keys.get(id) ?? null;
}

function knownKeys(): Known {
  const never = Number.NEGATIVE_INFINITY;
  return once("github-keys", () => ({
    keys: new Map(),
    readAt: never,
    triedAt: never,
    failed: false,
    look: null,
  }));
}

async function look(known: Known, now: Date): Promise<void> {
  const rest = known.triedAt + PAUSE_MS - now.getTime();
  if (rest > 0 && !known.failed) return;
  if (rest > 0) throw unavailable(rest);
  known.triedAt = now.getTime();
  known.failed = true;
  try {
    known.keys = await fetchKeys();
  } catch (error) {
    log().warn({ err: error }, "GitHub's public keys could not be read");
    throw unavailable(PAUSE_MS);
  }
  known.failed = false;
  known.readAt = now.getTime();
}

function unavailable(ms: number): AppError {
  const headers = { "Retry-After": String(Math.ceil(ms / 1_000)) };
  return new AppError("server_error", "GitHub's public keys cannot be read now", { status: 503, headers });
}

async function fetchKeys(): Promise<Known["keys"]> {
  const response = await fetch(env().GITHUB_SECRET_SCANNING_KEYS_URL, {
    headers: { Accept: "application/json", "User-Agent": "prepzo" },
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`The list of public keys answers ${response.status}`);
  const { public_keys } = List.parse(JSON.parse(await limitedText(response)));
  const entries = public_keys.flatMap(({ key_identifier, key }) => {
    const parsed = p256Key(key);
    return parsed ? [[key_identifier, parsed] as const] : [];
  });
  if (entries.length === 0) throw new Error("The list of public keys has none that can be used");
  return new Map(entries);
}

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error("The list of public keys is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Null for a key of another kind than the one that the program names. */
function p256Key(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyDetails?.namedCurve === "prime256v1" ? key : null;
  } catch {
    return null;
  }
}
