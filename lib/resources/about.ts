import type { About } from "@/lib/api/openapi";

/** What the document says beside the endpoints. */
export const about: About = {
  info: {
    title: "Prepzo API",
    version: "1.0.0",
    description:
      "The data of an organization in Prepzo, for programs that hold one of its API keys. Where a path answers GET it answers HEAD as well; OPTIONS lists a path's methods in `Allow`; any other method is 405, in the same envelope as every refusal. A request line with headers of more than 16 KiB is 431, before anything else is looked at.",
    contact: { name: "Prepzo" },
    license: { name: "Proprietary", identifier: "LicenseRef-Prepzo" },
  },
  tags: {
    candidates: { description: "The people who may be hired, and the notes on them." },
    departments: { description: "What jobs belong to." },
    jobs: { description: "The positions to fill." },
    applications: { description: "A candidate's way through the stages of one job." },
    interviews: { description: "Meetings held for an application." },
    offers: { description: "What is offered to an applicant. Accepting one hires." },
    analytics: { description: "Figures about the pipeline. Nothing can be changed here." },
    webhooks: {
      description: "Addresses that are told what happens, and what became of each message to them.",
    },
    bulk: { description: "Many changes in one request." },
    "api-keys": {
      title: "API keys",
      description:
        "The keys themselves: what they may do, until when, what they really do, and their revocation.",
    },
    "openapi.json": { title: "OpenAPI document", description: "The description of the API for programs." },
  },
};
