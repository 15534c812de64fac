/** A failure whose message says all that its reader needs: shown without a stack. Exit code 1, or 2 for a wrong call. */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}
