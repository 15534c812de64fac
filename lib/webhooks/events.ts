/** Every event that a change can report. `*` subscribes to all. */
export const EVENTS = [
  "candidate.created",
  "candidate.updated",
  "candidate.deleted",
  "application.created",
  "application.updated",
  "application.stage_changed",
  "application.rejected",
  "application.hired",
  "job.created",
  "job.updated",
  "job.closed",
  "job.archived",
  "interview.scheduled",
  "interview.completed",
  "interview.cancelled",
  "offer.created",
  "offer.accepted",
  "offer.rejected",
  "note.created",
  "api_key.created",
  "api_key.rotated",
  "api_key.revoked",
  "api_key.expiring",
  "api_key.leaked",
] as const;

export type EventType = (typeof EVENTS)[number];
