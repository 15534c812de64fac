import { expect, test } from "vitest";
import { z } from "zod";
import { readBody } from "./body";

const Optional = z.object({ a: z.string().optional(), b: z.boolean().default(false) });
const Required = z.object({ a: z.string() });
const NOT_UTF8 = Buffer.from('{"a":"\xff"}', "latin1");
const MIB = 1024 * 1024;

function request(body?: BodyInit, type: string | null = "application/json"): Request {
  const headers = new Headers(type === null ? {} : { "Content-Type": type });
  const sent = new Request("http://api.test", {
    method: "POST",
    body,
    duplex: "half",
    headers,
  } as RequestInit);
  if (type === null) sent.headers.delete("content-type");
  return sent;
}

test.each([
  "application/json",
  "Application/JSON",
  "application/json; charset=utf-8",
  "application/json;x=1",
])("%s is JSON", async (type) =>
  expect((await readBody(request('{"a":"é"}', type), Required)).value).toEqual({ a: "é" }),
);

test.each(["text/plain", "application/jsonp", "application/x-www-form-urlencoded", "text/json", null])(
  "415: %s",
  async (type) =>
    await expect(readBody(request("{}", type), Optional)).rejects.toMatchObject({
      code: "unsupported_media_type",
    }),
);

test.each(["{", "", "null", "[]", '"text"', "1", "true", "{}{}", "{'a':1}", "undefined", NOT_UTF8])(
  "400: %s",
  async (body) =>
    await expect(readBody(request(body), Required)).rejects.toMatchObject({
      code: "invalid_request",
      message: "The request body must be a JSON object",
    }),
);

test("no body is {} where no field is required, whatever the media type", async () => {
  const nothing = { value: {}, bytes: new Uint8Array() };
  expect(await readBody(request(undefined, null), Optional)).toEqual(nothing);
  expect(await readBody(request("", "text/plain"), Optional)).toEqual(nothing);
});

test("a body of 1 MiB is read, one byte more is 413, whether or not its length was announced", async () => {
  const body = (size: number) => `{"a":"${"x".repeat(size - 8)}"}`;
  const streamed = (text: string) => new Blob([text]).stream();
  expect(await readBody(request(body(MIB)), Required)).toHaveProperty("value.a");
  expect(await readBody(request(streamed(body(MIB))), Required)).toHaveProperty("value.a");
  for (const tooMuch of [body(MIB + 1), streamed(body(MIB + 1))]) {
    await expect(readBody(request(tooMuch), Required)).rejects.toMatchObject({ code: "payload_too_large" });
  }
});

test("an endpoint may take more or less than 1 MiB", async () => {
  expect(await readBody(request('{"a":"12"}'), Required, 10)).toHaveProperty("value.a");
  await expect(readBody(request('{"a":"123"}'), Required, 10)).rejects.toMatchObject({
    code: "payload_too_large",
  });
});

test("reading ends with the chunk that is too much, not with the stream", async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(MIB / 4));
    },
  });
  await expect(readBody(request(endless), Required)).rejects.toMatchObject({ code: "payload_too_large" });
  expect(pulled).toBeLessThan(10);
});

test("a caller that hangs up is answered 400, not 500", async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error("ECONNRESET")) });
  await expect(readBody(request(broken), Required)).rejects.toMatchObject({ code: "invalid_request" });
});

test("deep nesting breaks nothing", async () => {
  const deep = `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  expect(await readBody(request(deep), Required)).toHaveProperty("value.a");
});

test("a list is read where a list is wanted, and only there", async () => {
  const List = z.array(z.string());
  expect((await readBody(request('["a"]'), List)).value).toEqual(["a"]);
  for (const body of ["{}", "null", "1"])
    await expect(readBody(request(body), List)).rejects.toMatchObject({
      code: "invalid_request",
      message: "The request body must be a JSON array",
    });
});

test("the bytes are looked at before anything is read out of them, and after they were counted", async () => {
  const seen: string[] = [];
  const look = async (bytes: Uint8Array) => {
    seen.push(Buffer.from(bytes).toString());
    throw new Error("not from whom it should be");
  };
  await expect(readBody(request("{", "text/plain"), Required, 10, look)).rejects.toThrow("not from whom");
  await expect(readBody(request("x".repeat(11)), Required, 10, look)).rejects.toMatchObject({
    code: "payload_too_large",
  });
  expect(seen).toEqual(["{"]);
});
