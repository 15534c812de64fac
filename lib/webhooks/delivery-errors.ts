/** Why an attempt failed or a delivery ended, as people read it. The one list; browser-safe. */
export const DELIVERY_ERRORS = {
  status: "The receiver answered with a status other than 2xx",
  redirect: "The receiver answered with a redirect, which is not followed",
  gone: "The receiver answered 410: it wants no more",
  timeout: "The receiver did not answer completely within 10 seconds",
  dns: "The host has no address",
  connection_refused: "The connection was refused",
  unreachable: "The host cannot be reached",
  connection_lost: "The connection broke off",
  tls: "The receiver’s certificate is not valid for it",
  unreadable: "What the receiver answered is not HTTP",
  forbidden_address: "The host does not lead to the internet",
  unsigned: "The signing secret cannot be read: rotate it, then send again",
  forbidden: "The webhook’s owner may not read this event any more",
  not_asked: "The webhook does not ask for this event any more",
} as const satisfies Record<string, string>;

export type DeliveryError = keyof typeof DELIVERY_ERRORS;
