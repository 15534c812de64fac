/** Each plan, and the calls a minute that all keys of an organization on it may make together. The one table. */
export const PLANS = {
  free: { callsPerMinute: 100 },
  pro: { callsPerMinute: 1_000 },
  scale: { callsPerMinute: 5_000 },
  enterprise: { callsPerMinute: 10_000 },
} as const;

export type Plan = keyof typeof PLANS;
export const PLAN_NAMES = Object.keys(PLANS) as [Plan, ...Plan[]];
