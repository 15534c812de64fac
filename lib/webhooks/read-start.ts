import type { Readable } from "node:stream";

/**
 * The beginning of a stream as text, at most so many bytes, free of NUL and half characters; the rest is not waited for.
 * Throws where the stream breaks off before.
 */
export async function readStart(stream: Readable, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    // To leave the loop destroys the stream.
    if (length >= most) break;
  }
  const start = Buffer.concat(chunks).subarray(0, most);
  return new TextDecoder().decode(start, { stream: true }).replaceAll("\0", "");
}
