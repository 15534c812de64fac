import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A key pair of a played GitHub, as its list shows it. */
export type SigningKey = { id: string; privateKey: KeyObject; listed: object };

/** Makes a key pair as GitHub has them. */
export function signingKey(id: string, isCurrent = true, namedCurve = "prime256v1"): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve });
  const key = publicKey.export({ type: "spki", format: "pem" }).toString();
  return { id, privateKey, listed: listedKey(id, key, isCurrent) };
}

/** An entry of GitHub's list of public keys. */
export function listedKey(id: string, pem: string, isCurrent = true): object {
  return { key_identifier: id, key: pem, is_current: isCurrent };
}

/** The headers by which GitHub signs a body. */
export function signed({ id, privateKey }: SigningKey, body: string | Uint8Array): Record<string, string> {
  return {
    "Github-Public-Key-Identifier": id,
    "Github-Public-Key-Signature": sign("sha256", Buffer.from(body), privateKey).toString("base64"),
  };
}

/**
 * Plays GitHub's list of public keys on a port of the loopback address, 0 for a free one. What it answers may be set
 * anew at any time; it counts how often it was asked.
 */
export async function playKeyList(port: number, answer: RequestListener) {
  const list = { answer, asked: 0, url: "", close: async () => {} };
  const server = createServer((request, response) => {
    list.asked++;
    list.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  list.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/public-keys`;
  list.close = () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections());
  return list;
}

/** Answers with a list of these keys. */
export function listing(...keys: object[]): RequestListener {
  return (_, response) => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ public_keys: keys }));
  };
}
