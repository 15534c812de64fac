import { z } from "zod";
import { moment } from "@/lib/api/dates";
import { endpoint } from "@/lib/api/endpoint";
import { one } from "@/lib/api/envelope";
import { shown } from "@/lib/text";
import { countByStatus, funnelOf, sourcesOf, timeToHireOf } from "./analytics-queries";
import { APPLICATION_STATUSES, STAGES } from "./application-moves";
import { FIGURES } from "./figures";

const scope = "analytics:read";
const query = z.strictObject({
  from: moment.optional().describe("Only what happened then or later"),
  to: moment.optional().describe("Only what happened earlier"),
  job_id: z.uuid().optional().describe("Only this job"),
});
const count = z.int().min(0);

const Overview = z
  .object({
    applications: z
      .object({
        total: count.describe("How many there are in all"),
        by_status: z
          .record(z.enum(APPLICATION_STATUSES), count.describe("How many have this status"))
          .describe("How many there are of each status"),
      })
      .describe("The applications made in the period, by the status that they have now"),
    hires: count.describe("The applications hired in the period, whenever they were made"),
    open_jobs: count.describe("The jobs that are open now"),
  })
  .meta({ id: "AnalyticsOverview", examples: [FIGURES.overview] });

const Funnel = z
  .object({
    stages: z
      .array(
        z.object({
          status: z.enum(STAGES).describe("Which stage"),
          reached: count.describe("How many got to this status or beyond it"),
          conversion: z
            .number()
            .min(0)
            .max(1)
            .nullable()
            .describe("The share of those who reached the status before; null where nobody did"),
        }),
      )
      .meta({ maxItems: STAGES.length })
      .describe("The stages in their order"),
    rejected: count.describe("How many of them are rejected now"),
  })
  .meta({
    id: "AnalyticsFunnel",
    description: "How far the applications made in the period have got",
    examples: [FIGURES.funnel],
  });

const days = z.number().min(0).nullable();
const TimeToHire = z
  .object({
    hires: count.describe("The applications hired in the period"),
    median_days: days.describe("Half of them took at most so many days from application to hire"),
    p90_days: days.describe("Nine of ten took at most so many days"),
  })
  .meta({ id: "AnalyticsTimeToHire", examples: [FIGURES.timeToHire] });

const Sources = z
  .object({
    sources: z
      .array(
        z.object({
          source: shown(100).describe("Where candidates came from"),
          candidates: count.describe("The candidates added in the period; with `job_id`, who applied for it"),
          hires: count.describe(
            "The applications of candidates from this source that were hired in the period",
          ),
        }),
      )
      .meta({ maxItems: 100 })
      .describe("The one with the most candidates first"),
  })
  .meta({
    id: "AnalyticsSources",
    description: "The hundred sources with the most candidates, and their hires",
    examples: [FIGURES.sources],
  });

export const analytics = {
  overview: endpoint({
    method: "GET",
    path: "/analytics/overview",
    id: "analytics.overview",
    summary: "Count applications by status, hires and open jobs",
    scope,
    query,
    response: one(Overview),
    run: ({ actor, query }) => countByStatus(actor.organizationId, query),
  }),

  funnel: endpoint({
    method: "GET",
    path: "/analytics/funnel",
    id: "analytics.funnel",
    summary: "Count how many applications reached each status",
    scope,
    query,
    response: one(Funnel),
    run: ({ actor, query }) => funnelOf(actor.organizationId, query),
  }),

  timeToHire: endpoint({
    method: "GET",
    path: "/analytics/time-to-hire",
    id: "analytics.time-to-hire",
    summary: "Measure the days from application to hire",
    scope,
    query,
    response: one(TimeToHire),
    run: ({ actor, query }) => timeToHireOf(actor.organizationId, query),
  }),

  sources: endpoint({
    method: "GET",
    path: "/analytics/sources",
    id: "analytics.sources",
    summary: "Count candidates and hires by source",
    scope,
    query,
    response: one(Sources),
    run: async ({ actor, query }) => ({ sources: await sourcesOf(actor.organizationId, query) }),
  }),
};
