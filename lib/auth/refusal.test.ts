import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { refusal } from "./refusal";

const LIMITED = new AppError("rate_limited", "Wait <b>now</b> & then.", {
  headers: { "Retry-After": "900" },
});

test("as JSON: status, Retry-After, the sentence, and an address for next-auth's client", async () => {
  const response = refusal(LIMITED, { asJson: true, origin: "http://own" });
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "900"]);
  expect(await response.json()).toEqual({
    url: "http://own/sign-in?error=RateLimited",
    message: LIMITED.message,
  });
});

test("as a page: the same, readable, nothing of it taken for markup", async () => {
  const response = refusal(LIMITED, { asJson: false, origin: "http://own" });
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "900"]);
  const html = await response.text();
  expect(html).toContain("Wait &lt;b>now&lt;/b> &amp; then.");
  expect(html).toContain('href="/sign-in"');
});
