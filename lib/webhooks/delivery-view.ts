import type { Prisma } from "@/lib/db";
import type { DeliveryError } from "./delivery-errors";
import type { EventType } from "./events";

export const DELIVERY_STATUSES = ["pending", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A delivery as people and programs see it. Browser-safe. */
export type DeliveryView = {
  id: string;
  webhook_id: string;
  /** Null for a test. */
  event_id: string | null;
  event_type: EventType;
  test: boolean;
  status: DeliveryStatus;
  /** How many were made. */
  attempts: number;
  next_attempt_at: Date | null;
  last_status_code: number | null;
  last_error: DeliveryError | null;
  last_duration_ms: number | null;
  delivered_at: Date | null;
  created_at: Date;
};

/** One attempt as it was noted down. */
export type AttemptView = {
  number: number;
  at: Date;
  trigger: "automatic" | "resend";
  status_code: number | null;
  error: DeliveryError | null;
  duration_ms: number;
  /** What was sent, the signature masked. */
  request_headers: Record<string, string>;
  response_headers: Record<string, string>;
  /** The beginning of what was answered. */
  response_body: string | null;
};

/** A delivery with the text that it posts, and its attempts, the newest first. */
export type DeliveryInFull = DeliveryView & { body: string; history: AttemptView[] };

export const DELIVERY_COLUMNS = {
  id: true,
  webhook_id: true,
  event_id: true,
  event_type: true,
  test: true,
  status: true,
  attempts: true,
  next_attempt_at: true,
  last_status_code: true,
  last_error: true,
  last_duration_ms: true,
  delivered_at: true,
  created_at: true,
} as const satisfies Prisma.DeliverySelect;

type DeliveryRow = Prisma.DeliveryGetPayload<{ select: typeof DELIVERY_COLUMNS }>;

/** Nothing but events and DELIVERY_ERRORS is ever written there. */
export function viewOf(row: DeliveryRow): DeliveryView {
  return {
    ...row,
    event_type: row.event_type as EventType,
    last_error: row.last_error as DeliveryError | null,
  };
}
