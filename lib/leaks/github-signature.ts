import { verify } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { githubKey } from "./github-keys";

const ID = "Github-Public-Key-Identifier";
const SIGNATURE = "Github-Public-Key-Signature";
const FORMS = { [ID]: /^[\w-]{1,200}$/, [SIGNATURE]: /^[A-Za-z0-9+/]{1,300}={0,2}$/ };

/** The headers by which GitHub says that a report is from it. */
export const SignatureHeaders = z.object({
  [ID]: z
    .string()
    .meta({ maxLength: 200, examples: ["bcb53661c06b4728e59d897fb6165d5c9cda0fd9cdf9d09ead458168deb7518c"] })
    .describe("The id of the key pair that signed, as GitHub publishes it"),
  [SIGNATURE]: z
    .string()
    .meta({
      maxLength: 300,
      examples: ["MEQCIQDaMKqrGnE27S0kgMrEK0eYBmyG0LeZismAEz/BgZyt7AIfXt9fErtRS4XaeSt"],
    })
    .describe("ECDSA with P-256 and SHA-256 over the bytes of the body, in DER, as base64"),
});

/**
 * Holds a report to being GitHub's: signed, as its very bytes, by one of the keys that GitHub publishes. Throws 401, in
 * the same words whatever is wrong, and 503 where the keys cannot be read. There is no challenge: nothing that a client
 * could be asked for would help.
 */
export async function requireGithub(
  { headers, bytes }: { headers: Headers; bytes: Uint8Array },
  now: Date,
): Promise<void> {
  const [id, signature] = [read(headers, ID), read(headers, SIGNATURE)];
  const key = id !== null && signature !== null ? await githubKey(id, now) : null;
  if (key === null || signature === null || !verify("sha256", bytes, key, Buffer.from(signature, "base64")))
    throw new AppError("unauthorized", "Invalid or missing signature");
}

function read(headers: Headers, name: keyof typeof FORMS): string | null {
  const value = headers.get(name);
  return value !== null && FORMS[name].test(value) ? value : null;
}
