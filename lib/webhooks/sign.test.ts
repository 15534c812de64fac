import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { signedHeaders } from "./sign";

const secretOf = () => `whsec_${randomBytes(32).toString("base64")}`;
const [secret, before] = [secretOf(), secretOf()];
const body = JSON.stringify({ event: "candidate.created", data: { full_name: "Ada Бæ 🎓" } });
const id = "msg_01983a5c7d427b8e9c1f2a6b4d8e0f20";

test("signs as the published example does", () => {
  const at = new Date(1_614_265_330_999);
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  expect(signedHeaders("msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}', [secret])).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

describe("a receiver with the reference library", () => {
  test("accepts what was sent", () => {
    expect(new Webhook(secret).verify(body, signedHeaders(id, new Date(), body, [secret]))).toEqual(
      JSON.parse(body),
    );
  });

  test("accepts it by either secret while both hold", () => {
    const headers = signedHeaders(id, new Date(), body, [secret, before]);
    for (const one of [secret, before])
      expect(new Webhook(one).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(secretOf()).verify(body, headers)).toThrow("No matching signature");
  });

  test.each<[string, (headers: Record<string, string>) => [string, Record<string, string>]]>([
    ["another body", (headers) => [`${body} `, headers]],
    ["another id", (headers) => [body, { ...headers, "webhook-id": "other" }]],
    [
      "another time",
      (headers) => [
        body,
        { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 1) },
      ],
    ],
  ])("refuses %s", (_, change) => {
    const [sent, headers] = change(signedHeaders(id, new Date(), body, [secret]));
    expect(() => new Webhook(secret).verify(sent, headers)).toThrow("No matching signature");
  });

  test("refuses what was signed six minutes ago", () => {
    const old = new Date(Date.now() - 360_000);
    expect(() => new Webhook(secret).verify(body, signedHeaders(id, old, body, [secret]))).toThrow("too old");
  });
});
