/** Every error code that a caller of the API can meet, with the HTTP status and message it has by default. The one list. */
export const ERRORS = {
  invalid_request: { status: 400, message: "The request body must be a JSON object" },
  unauthorized: { status: 401, message: "Invalid or missing API key" },
  forbidden: { status: 403, message: "Insufficient permissions" },
  not_found: { status: 404, message: "Not found" },
  method_not_allowed: { status: 405, message: "Method not allowed" },
  duplicate: { status: 409, message: "Already exists" },
  conflict: { status: 409, message: "The current state does not allow this" },
  payload_too_large: { status: 413, message: "The request body is too large" },
  unsupported_media_type: { status: 415, message: "Content-Type must be application/json" },
  validation_error: { status: 422, message: "Validation failed" },
  rate_limited: { status: 429, message: "Rate limit exceeded" },
  server_error: { status: 500, message: "Something went wrong on our side" },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** What only people in the browser meet. */
const BROWSER_ERRORS = {
  proof_required: { status: 403, message: "Confirm that it is you, then go on" },
} as const;
const ALL = { ...ERRORS, ...BROWSER_ERRORS };
type AnyCode = keyof typeof ALL;

/** One fault as callers see it; `field` is the path of the one field at fault, such as `operations.3.data.email`. */
export type Fault = { code: AnyCode; message: string; field?: string };

type Options = {
  field?: string;
  /** Several faults at once, instead of the one that message and field describe. */
  faults?: Fault[];
  /** Overrides the code's status: 503 for a server_error that will pass. */
  status?: number;
  /** Response headers that belong to this answer. */
  headers?: Record<string, string>;
  cause?: unknown;
};

/** The one kind of error that services throw. Doors turn it into an answer; anything else is a server_error. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly status: number;
  readonly faults: Fault[];
  readonly headers: Record<string, string>;

  constructor(
    readonly code: AnyCode,
    message: string = ALL[code].message,
    options: Options = {},
  ) {
    super(message, { cause: options.cause });
    this.status = options.status ?? ALL[code].status;
    this.faults = options.faults ?? [
      options.field === undefined ? { code, message } : { code, message, field: options.field },
    ];
    this.headers = options.headers ?? {};
  }
}

/** Whether an unknown thrown value is ours. By name, since Next bundles this class apart from server.ts. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "faults" in error;
}

/** What a server action answers to the browser. It never throws: what went wrong is told as faults. */
export type Answer<T> = { ok: true; data: T } | { ok: false; errors: Fault[] };

/** A 422 for one field: `invalid("email", "email is required")`. */
export function invalid(field: string, message: string): AppError {
  return new AppError("validation_error", message, { field });
}
