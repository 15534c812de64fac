/** Every key starts so. Fixed by the published guides. */
export const PREFIX = "pk_live_";
/** How many of a key's bytes are random (160 bits), and how many after them are the checksum (big-endian). */
export const SECRET_BYTES = 20;
export const CHECKSUM_BYTES = 4;
/** What every key matches. Published, so that scanners and validators can rely on it. */
export const KEY_PATTERN = /^pk_live_[A-Za-z0-9_-]{32}$/;

/**
 * Whether a text has the form of a key and its checksum holds. Says nothing of whether such a key exists. In plain
 * JavaScript, so that a browser judges by the same code as the server.
 */
export function isWellFormed(text: string): boolean {
  if (!KEY_PATTERN.test(text)) return false;
  const bytes = bytesFrom(text, PREFIX.length);
  const last = new DataView(bytes.buffer).getUint32(SECRET_BYTES);
  return checksum(bytes.subarray(0, SECRET_BYTES)) === last;
}

/** A text with every key in it cut down to what may be shown: for what others wrote, such as an address. */
export function withoutKeys(text: string): string {
  return text.replaceAll(/pk_live_[A-Za-z0-9_-]{32,}/g, (key) => `${key.slice(0, 12)}…${key.slice(-4)}`);
}

/** CRC-32 (ISO-HDLC) over the ASCII prefix and the secret's raw bytes. */
export function checksum(secret: Uint8Array): number {
  return ~remainder(secret, AFTER_PREFIX) >>> 0;
}

function remainder(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (let at = 0; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (REMAINDERS[(crc ^ (bytes[at] as number)) & 255] as number);
  }
  return crc;
}

/** What is left of each byte: every call of the API pays for this check, so it is done by table. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});
const AFTER_PREFIX = remainder(new TextEncoder().encode(PREFIX), 0xffffffff);

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** The bytes of base64url without padding (RFC 4648 section 5) from a place on: four characters are three bytes. */
function bytesFrom(text: string, start: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(((text.length - start) / 4) * 3);
  const value = (at: number) => VALUES[text.charCodeAt(at)] as number;
  for (let at = start, to = 0; at < text.length; at += 4) {
    const group = (value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3);
    bytes[to++] = group >> 16;
    bytes[to++] = group >> 8;
    bytes[to++] = group;
  }
  return bytes;
}
