import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { inHashQueue } from "./hash-queue";

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

type Cost = { memory: number; passes: number; parallelism: number };

/** Hashes a password with argon2id and a new salt. Returns the PHC string that is stored. Throws a 503 where too many hashes wait. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await derive(password, salt, COST, TAG_BYTES);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Compares a password with a stored PHC string; without one it does the same work and never matches, so that time does
 * not tell. `outdated` says that the hash was made at another cost and should be made anew. Throws a 503 where too many
 * hashes wait.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<{ matches: boolean; outdated: boolean }> {
  const { cost, salt, tag } = stored === null ? NOBODY : parse(stored);
  const derived = await derive(password, salt, cost, tag.length);
  const matches = timingSafeEqual(derived, tag) && stored !== null;
  const { memory, passes, parallelism } = COST;
  const outdated = cost.memory !== memory || cost.passes !== passes || cost.parallelism !== parallelism;
  return { matches, outdated };
}

const NOBODY = { cost: COST, salt: Buffer.alloc(SALT_BYTES), tag: Buffer.alloc(TAG_BYTES) };

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function parse(stored: string) {
  const found = PHC.exec(stored);
  if (!found) throw new Error("A stored password hash is not a PHC string of argon2id");
  const [, memory, passes, parallelism, salt = "", tag = ""] = found;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
}

function derive(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  // One spelling: an accented letter is one code point on one keyboard and two on another.
  const message = password.normalize("NFKC");
  return inHashQueue(() => promisify(argon2)("argon2id", { message, nonce, tagLength, ...cost }));
}

/** PHC strings leave the padding away. */
function base64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
