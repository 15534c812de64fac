import { AppError } from "@/lib/errors";

/** The statuses on the way to being hired, in order. */
export const STAGES = ["applied", "screening", "interview", "offer", "hired"] as const;
export const APPLICATION_STATUSES = [...STAGES, "rejected"] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

const OPEN = ["applied", "screening", "interview", "offer"] as const;

/** Where an application can go from where: freely until it is hired, and back to an open stage once rejected. */
const MOVES: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  applied: APPLICATION_STATUSES,
  screening: APPLICATION_STATUSES,
  interview: APPLICATION_STATUSES,
  offer: APPLICATION_STATUSES,
  hired: [],
  rejected: OPEN,
};

/** Throws 409 unless an application can go from one status to another. To stay is no move, and always possible. */
export function requireMove(from: ApplicationStatus, to: ApplicationStatus): void {
  if (from === to || MOVES[from].includes(to)) return;
  throw new AppError("conflict", `A ${from} application cannot be moved to ${to}`);
}
