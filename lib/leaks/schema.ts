import { z } from "zod";
import { text } from "@/lib/text";

/** How many finds one report of GitHub may tell of. */
export const MAX_FINDS = 1_000;

/** What somebody sends who found a key. Whether it is one does not show in the answer. */
export const RevokeFoundKey = z.strictObject({
  key: text(1, 1_000)
    .describe("The whole key")
    .meta({ examples: ["pk_live_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6"] }),
});
export type RevokeFoundKey = z.infer<typeof RevokeFoundKey>;

/** No text is longer than a body may be, in bytes. */
const MAX_TEXT = 1_048_576;

/** A text that GitHub may leave out. However long it is, the find counts: what is kept of it is cut (placeOf). */
const perhaps = z
  .string()
  .max(MAX_TEXT)
  .nullish()
  .transform((value) => value ?? "");

/**
 * What GitHub reports in one call. The format is theirs (secret scanning partner program), so what they may add to it
 * later is no fault.
 */
export const Finds = z
  .array(
    z.object({
      token: z.string().min(1).max(MAX_TEXT).describe("What was found"),
      type: z.string().max(200).describe("The name by which GitHub knows this kind of secret"),
      url: perhaps.describe("Where it was found"),
      source: perhaps.describe("In what it was found, such as `commit`"),
    }),
  )
  .min(1)
  .max(MAX_FINDS)
  .meta({
    examples: [
      [
        {
          token: "pk_live_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6",
          type: "prepzo_api_key",
          url: "https://github.com/octocat/hello/blob/main/.env",
          source: "commit",
        },
      ],
    ],
  });
export type Finds = z.infer<typeof Finds>;

/** What GitHub learns of each find, in their order: whether it is, or was, a key of ours. */
export const Labels = z
  .array(
    z.object({
      token_hash: z
        .string()
        .meta({ minLength: 64, maxLength: 64, pattern: "^[0-9a-f]{64}$" })
        .describe("SHA-256 of the token in hexadecimal, so that the secret is not sent around again"),
      token_type: z.string().meta({ maxLength: 200 }).describe("The type that was reported"),
      label: z
        .enum(["true_positive", "false_positive"])
        .describe("Whether it is, or once was, an API key of this service"),
    }),
  )
  .meta({
    maxItems: MAX_FINDS,
    examples: [
      [
        {
          token_hash: "bc58bc97e878ecf5e11add5e0e19e217ab941a0e182082cb9b4d2ce6a5bec66f",
          token_type: "prepzo_api_key",
          label: "true_positive",
        },
      ],
    ],
  });
export type Labels = z.infer<typeof Labels>;
