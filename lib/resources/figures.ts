/** The analytics of an organization as the document shows them. They belong together: it is one year of hiring. */
export const FIGURES = {
  overview: {
    applications: {
      total: 391,
      by_status: { applied: 26, screening: 13, interview: 6, offer: 3, hired: 38, rejected: 305 },
    },
    hires: 38,
    open_jobs: 18,
  },
  funnel: {
    stages: [
      { status: "applied", reached: 391, conversion: 1 },
      { status: "screening", reached: 214, conversion: 0.5473 },
      { status: "interview", reached: 102, conversion: 0.4766 },
      { status: "offer", reached: 48, conversion: 0.4706 },
      { status: "hired", reached: 38, conversion: 0.7917 },
    ],
    rejected: 305,
  },
  timeToHire: { hires: 38, median_days: 31.7, p90_days: 39.8 },
  sources: {
    sources: [
      { source: "linkedin", candidates: 120, hires: 10 },
      { source: "referral", candidates: 59, hires: 12 },
    ],
  },
};
