import { isUtf8 } from "node:buffer";
import { z } from "zod";
import { AppError, isAppError } from "@/lib/errors";
import type { BodySchema, Endpoint } from "./endpoint";

const MAX_BYTES = 1024 * 1024;
const NOTHING = z.strictObject({});

/** What was sent as JSON, and its very bytes. */
export type ReadBody = { value: object; bytes: Uint8Array };
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/**
 * What an endpoint takes as a body: at least an object without a field, so that what is sent in vain is named. Null for
 * a GET, in which a body means nothing (RFC 9110 section 9.3.1).
 */
export function bodySchemaOf({ method, body }: Endpoint): BodySchema | null {
  return method === "GET" ? null : (body ?? NOTHING);
}

/**
 * Reads a request's body as a JSON object, or as a list where `schema` is one. Throws 413 as soon as it exceeds
 * `maxBytes` (1 MiB unless given), what `authenticate` throws at the sight of its bytes, 415 for another media type, 400
 * for anything but such JSON. Where `schema` requires no field, no body stands for `{}`.
 */
export async function readBody(
  request: Request,
  schema: BodySchema,
  maxBytes = MAX_BYTES,
  authenticate: (bytes: Uint8Array) => Promise<void> = async () => {},
): Promise<ReadBody> {
  const bytes = await readBytes(request, maxBytes).catch(endedEarly);
  await authenticate(bytes);
  if (bytes.length === 0 && requiresNothing(schema)) return { value: {}, bytes };
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? ""))
    throw new AppError("unsupported_media_type");
  const value = isUtf8(bytes) ? await new Response(bytes).json().catch(() => undefined) : undefined;
  const isList = schema instanceof z.ZodArray;
  if (typeof value !== "object" || value === null || Array.isArray(value) !== isList)
    throw new AppError("invalid_request", isList ? "The request body must be a JSON array" : undefined);
  return { value, bytes };
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw new AppError("payload_too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new AppError("payload_too_large");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A caller that hangs up is no fault of ours. */
function endedEarly(cause: unknown): never {
  throw isAppError(cause)
    ? cause
    : new AppError("invalid_request", "The request body ended early", { cause });
}

/** Whether a body schema is content with `{}` as far as its fields go. */
function requiresNothing(schema: BodySchema): boolean {
  if (schema instanceof z.ZodArray) return false;
  return Object.values(schema.shape).every((field) => z.safeParse(field, undefined).success);
}
