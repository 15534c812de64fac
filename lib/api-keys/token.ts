import { hash, randomBytes } from "node:crypto";
import { CHECKSUM_BYTES, checksum, PREFIX, SECRET_BYTES } from "./key-form";

/** A key in the moment of its making: the secret for the one who asked, the rest for the row. */
export type Minted = {
  key: string;
  key_hash: Buffer<ArrayBuffer>;
  key_prefix: string;
  last_four: string;
};

/**
 * Makes a new key: the prefix and the base64url form of 20 random bytes with a 4-byte CRC-32 behind them,
 * 40 characters in all. The checksum lets a mistyped key be refused without the database, and a scanner tell
 * a real key from noise offline.
 */
export function mint(secret: Uint8Array = randomBytes(SECRET_BYTES)): Minted {
  const bytes = Buffer.alloc(SECRET_BYTES + CHECKSUM_BYTES);
  bytes.set(secret);
  bytes.writeUInt32BE(checksum(secret), SECRET_BYTES);
  const key = PREFIX + bytes.toString("base64url");
  return { key, key_hash: hashOf(key), key_prefix: key.slice(0, 12), last_four: key.slice(-4) };
}

/** SHA-256 of the whole key, which is what is stored. A fast hash is right for 160 random bits. */
export function hashOf(key: string): Buffer<ArrayBuffer> {
  return hash("sha256", key, "buffer") as Buffer<ArrayBuffer>;
}

/** The same as text, one character a byte: cheaper where it is only compared. */
export function hashTextOf(key: string): string {
  return hash("sha256", key, "binary");
}
