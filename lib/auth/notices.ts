/** Why the sign-in page is shown again: its `?error=`. */
const SIGN_IN_ERRORS = {
  CredentialsSignin: "E-mail or password is wrong.",
  FormExpired: "The form was open for too long. Try again.",
  RateLimited: "Too many attempts. Wait a few minutes, then try again.",
  Unavailable: "Signing in is not possible right now. Try again in a few seconds.",
  AccountDisabled: "This account is disabled. Ask an administrator of your organization.",
  EmailTaken:
    "An account with that e-mail exists already. Sign in with your password, then link the provider in your profile.",
  EmailUnverified:
    "The provider has not verified an e-mail for you. Verify one there, or sign up with a password.",
  LinkExpired:
    "Linking took too long, or you were signed out meanwhile. Sign in, then link the provider again.",
  ProofExpired: "Confirming took too long, or you were signed out meanwhile. Sign in again.",
} as const;
export type SignInError = keyof typeof SIGN_IN_ERRORS;

/** What the way to a provider and back came to: the `?notice=` of a page of the dashboard. */
const NOTICES = {
  linked: { tone: "success", text: "Linked. From now on you can sign in through that provider." },
  taken: {
    tone: "danger",
    text: "Not linked: that identity belongs to another account, or yours has another one of the same provider.",
  },
  proven: { tone: "success", text: "Confirmed. Go on with what you wanted to do." },
  refused: {
    tone: "danger",
    text: "Not confirmed: that is not the account that you sign in here with. Choose the same one, then try again.",
  },
  unproven: {
    tone: "danger",
    text: "Not linked: your last sign-in is too long ago. Sign out and in again, then link the provider.",
  },
} as const;
type Notice = keyof typeof NOTICES;

/** The sentence for an error code in an address; next-auth has codes of its own, which all say the same. */
export function signInError(code: string): string {
  return isKnown(SIGN_IN_ERRORS, code) ? SIGN_IN_ERRORS[code] : "Signing in did not work. Try again.";
}

/** The notice for a code in an address, or null for a code that is none of ours. */
export function noticeOf(code: string): { tone: "success" | "danger"; text: string } | null {
  return isKnown(NOTICES, code) ? NOTICES[code] : null;
}

/** The address of a page of ours (path and query), with a notice on it. */
export function withNotice(page: string, notice: Notice): string {
  const [path = "/", query] = page.replace(/#.*$/, "").split("?");
  const params = new URLSearchParams(query);
  params.set("notice", notice);
  return `${path}?${params}`;
}

/** The address that says that the way to a provider and back did not belong to the session any more. */
export function expiredIntent(purpose: "link" | "prove"): string {
  return `/sign-in?error=${(purpose === "link" ? "LinkExpired" : "ProofExpired") satisfies SignInError}`;
}

function isKnown<Table extends object>(table: Table, code: string): code is keyof Table & string {
  return Object.hasOwn(table, code);
}
