import type { BadgeTone } from "@/components/ui/badge";
import { DELIVERY_ERRORS, type DeliveryError } from "@/lib/webhooks/delivery-errors";
import type { AttemptView, DeliveryStatus, DeliveryView } from "@/lib/webhooks/delivery-view";

/** How a delivery stands, as people read it: one that waits may have failed before, one that failed been received before. */
export type Standing = DeliveryStatus | "retrying" | "resend_failed";

export const STANDINGS: Record<Standing, { label: string; tone: BadgeTone }> = {
  pending: { label: "Waiting", tone: "info" },
  retrying: { label: "Retrying", tone: "warning" },
  delivered: { label: "Delivered", tone: "success" },
  failed: { label: "Failed", tone: "danger" },
  resend_failed: { label: "Resend failed", tone: "warning" },
};

/** How a delivery stands. */
export function standingOf({
  status,
  last_error,
  delivered_at,
}: Pick<DeliveryView, "status" | "last_error" | "delivered_at">): Standing {
  if (status === "pending" && last_error !== null) return "retrying";
  return status === "failed" && delivered_at !== null ? "resend_failed" : status;
}

/** Why an attempt had no success, in a word or two where there is little room; a status says it by itself. */
export const SHORT_ERRORS: Record<DeliveryError, string> = {
  status: "Other than 2xx",
  redirect: "Redirect",
  gone: "Gone",
  timeout: "Timed out",
  dns: "No address",
  connection_refused: "Refused",
  unreachable: "Unreachable",
  connection_lost: "Broke off",
  tls: "Bad certificate",
  unreadable: "Not HTTP",
  forbidden_address: "Not on the internet",
  unsigned: "Not signed",
  forbidden: "Not allowed",
  not_asked: "Not asked for",
};

/** What the last attempt of a delivery came to: "204", or why there was no success. */
export function answerText(delivery: DeliveryView): string {
  return outcomeText({ status_code: delivery.last_status_code, error: delivery.last_error });
}

/** What an attempt came to. */
export function outcomeText({ status_code, error }: Pick<AttemptView, "status_code" | "error">): string {
  if (error === null) return status_code === null ? "Not tried yet" : `It answered ${status_code}`;
  // These two say no more than the status does.
  if (error === "status" || error === "redirect") return `${DELIVERY_ERRORS[error]}: ${status_code}`;
  return DELIVERY_ERRORS[error] ?? error;
}

/** Milliseconds as people read them: "87 ms", "1.2 s". */
export function tookText(milliseconds: number): string {
  return milliseconds < 1_000
    ? `${milliseconds.toLocaleString("en-US")} ms`
    : `${(milliseconds / 1_000).toFixed(1)} s`;
}
