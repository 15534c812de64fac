import { z } from "zod";

/** A yearly sum in whole units of its currency. */
export const salary = z.int().min(0).max(1_000_000_000);

/** A currency that exists, by its code. */
export const Currency = z
  .enum(Intl.supportedValuesOf("currency"), "must be the ISO 4217 code of a currency, such as EUR")
  .meta({ id: "Currency", description: "The ISO 4217 code of a currency" });
