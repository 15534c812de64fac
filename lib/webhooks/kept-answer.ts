import type { Exchange } from "./send";

/** So much of what was answered to a success is kept, in bytes; of a failure all that was read, to see why. */
const MOST_OF_SUCCESS = 1_024;
const MOST_HEADERS = 30;
const LONGEST_HEADER = 500;

/**
 * What is kept of an answer, for those who may look at deliveries: without the receiver's cookies, and without what
 * would let them sign messages or prove that one is ours, which some receivers send back.
 * @param secrets signing secrets and signatures, in base64
 */
export function keptAnswer(
  { statusCode, headers, body, error }: Pick<Exchange, "statusCode" | "headers" | "body" | "error">,
  secrets: readonly string[],
): { response_headers: Record<string, string>; response_body: string | null } {
  const masks = secrets.map(maskOf);
  const masked = (text: string) => masks.reduce((rest, mask) => mask(rest), text);
  const kept = Object.entries(headers)
    .filter(([name]) => name !== "set-cookie")
    .slice(0, MOST_HEADERS)
    .map(([name, value]) => [name.slice(0, 100), masked(value).slice(0, LONGEST_HEADER)]);
  const isSuccess = error === null && statusCode !== null && statusCode >= 200 && statusCode < 300;
  const text = body === null ? null : masked(body);
  return {
    response_headers: Object.fromEntries(kept),
    response_body: text !== null && isSuccess ? startOf(text, MOST_OF_SUCCESS) : text,
  };
}

/** How base64, its form for URLs, JSON, JSON in JSON, URLs and HTML write what is in it besides letters and digits. */
const FORMS: Record<string, string> = {
  "+": String.raw`(?:[+-]|%(?:25)*2[bd]|\\+u002[bd]|&#43;|&#x2b;|&plus;)`,
  "/": String.raw`(?:\\*/|_|%(?:25)*(?:2f|5f)|\\+u002f|&#47;|&#x2f;|&sol;)`,
  "=": String.raw`(?:=|%(?:25)*3d|\\+u003d|&#61;|&#x3d;|&equals;)?`,
};

/** So much of a secret at the end of a text is it, cut off: by chance nothing else is. */
const LEAST = 12;
/** Where a text was cut, perhaps within one of the forms above. */
const CUT = String.raw`(?:[%&\\]\S{0,7})?$`;

/**
 * What masks a secret in a text. Letters and digits of its beginning stand in every form as they are: where they are
 * missing so is the secret, and making its pattern, which takes longer than all else of a delivery, is spared.
 */
function maskOf(base64: string): (text: string) => string {
  const runs = base64.slice(0, LEAST).toLowerCase().split(/[+/=]/);
  const longest = runs.reduce((a, b) => (b.length > a.length ? b : a));
  let pattern: RegExp | undefined;
  return (text) => {
    if (!text.toLowerCase().includes(longest)) return text;
    pattern ??= anyForm(base64);
    return text.replace(pattern, "…");
  };
}

/** Base64 in any form, and as much of its beginning as was read of an answer that ends within it. */
function anyForm(base64: string): RegExp {
  const signs = [...base64].map((sign) => FORMS[sign] ?? sign);
  const rest = signs.slice(LEAST).reduceRight((behind, sign) => `(?:${sign}${behind}|${CUT})`, "");
  return new RegExp(`${signs.slice(0, LEAST).join("")}${rest}`, "gi");
}

/** The beginning of a text, at most so many bytes, without half a character at the end. */
function startOf(text: string, bytes: number): string {
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });
}
