import type { AuthOptions, LoggerInstance, Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Origin } from "@/lib/access/actor";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { arrive } from "./arrival";
import type { ProviderProfile } from "./github";
import { oauthProviders } from "./oauth-providers";
import type { ProviderId } from "./provider-list";
import { returnPath } from "./return-path";
import { SignIn } from "./schema";
import { endSession, findSession, type Proof, SESSION_SECONDS, startSession } from "./session-store";
import { checkPassword } from "./sign-in";

/**
 * One request to next-auth. It swallows what callbacks throw or puts it into an address; so what went wrong is kept
 * here, and the door answers with it instead.
 */
export type Visit = { origin: Origin; now: Date; failure: unknown; userId: string | null };

/** next-auth's configuration for one request. Its token is only the envelope of a session id; the row decides. */
export function authOptions(visit: Visit): AuthOptions {
  const { origin, now } = visit;
  const attempt = async <T, Else>(work: () => Promise<T>, otherwise: Else): Promise<T | Else> => {
    try {
      return await work();
    } catch (error) {
      visit.failure = error;
      return otherwise;
    }
  };

  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/settings/profile", error: "/sign-in" },
    logger: LOGGER,
    providers: [
      Credentials({
        name: "Password",
        credentials: { email: { label: "E-mail" }, password: { label: "Password", type: "password" } },
        authorize: (sent) =>
          attempt(async () => {
            const input = SignIn.safeParse(sent);
            const id = input.success ? await checkPassword(input.data, origin) : null;
            return id === null ? null : { id };
          }, null),
      }),
      ...oauthProviders(),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + returnPath(url, baseUrl),
      signIn: ({ user, account, profile }) =>
        attempt(async () => {
          if (account?.type !== "oauth") {
            visit.userId = user.id;
            return true;
          }
          const { email_verified } = profile as Partial<ProviderProfile>;
          const identity = {
            provider: account.provider as ProviderId,
            provider_account_id: account.providerAccountId,
            name: user.name ?? null,
            email: (email_verified === true && user.email?.trim().toLowerCase()) || null,
          };
          const arrival = await arrive(identity, origin);
          if ("goTo" in arrival) return arrival.goTo;
          visit.userId = arrival.userId;
          return true;
        }, false),
      jwt: ({ token, account }) =>
        attempt(async () => {
          if (!account) return { sid: token.sid };
          const proof: Proof = account.type === "oauth" ? (account.provider as ProviderId) : "password";
          return { sid: await startSession(visit.userId ?? "", proof, origin, now) };
        }, {}),
      session: ({ session: { expires }, token }) =>
        attempt(async () => {
          const found = typeof token.sid === "string" ? await findSession(token.sid, now) : null;
          if (!found) return SIGNED_OUT;
          const { name, email } = found.user;
          return { user: { name, email }, expires };
        }, SIGNED_OUT),
    },
    events: {
      signOut: ({ token }) =>
        attempt(async () => {
          if (typeof token?.sid === "string") await endSession(token.sid, origin, now);
        }, undefined),
    },
  };
}

/** How next-auth says that nobody is signed in. */
const SIGNED_OUT = {} as Session;

/** A cookie that cannot be read is no news. Of an error only the message: what hangs on it may hold tokens. */
const LOGGER: Partial<LoggerInstance> = {
  error(code, metadata) {
    if (code === "JWT_SESSION_ERROR" || code === "SIGNOUT_ERROR") return;
    const error = metadata instanceof Error ? metadata : metadata.error;
    log().warn({ code, reason: error instanceof Error ? error.message : undefined }, "signing in failed");
  },
  warn() {},
  debug() {},
};
