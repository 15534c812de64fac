import type { Prisma } from "@/lib/db";
import { EXAMPLES } from "@/lib/resources/examples";

const SAMPLES: Record<string, Prisma.JsonObject> = {
  candidate: EXAMPLES.Candidate,
  note: EXAMPLES.Note,
  application: EXAMPLES.Application,
  job: EXAMPLES.Job,
  interview: EXAMPLES.Interview,
  offer: EXAMPLES.Offer,
  api_key: EXAMPLES.ApiKey,
};

/** What a test of an event tells: the documentation's example of the thing, so nobody's data. */
export function sampleOf(type: string): Prisma.JsonObject {
  return SAMPLES[type.split(".")[0] as string] ?? {};
}
