import type { AuthOptions, LoggerInstance, Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { arrive, identityOf } from "./arrival";
import { oauthProviders } from "./oauth-providers";
import type { ProviderId } from "./provider-list";
import { returnPath } from "./return-path";
import { SignIn } from "./schema";
import { sentSessionId } from "./session";
import { endSession, findSession, SESSION_SECONDS, startSession } from "./session-store";
import { checkPassword } from "./sign-in";
import type { Visit } from "./visit";

/** next-auth's configuration for one request. Its token is only the envelope of a session id; the row decides. */
export function authOptions(visit: Visit): AuthOptions {
  const { origin, now } = visit;
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
          visit.attempt(async () => {
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
        visit.attempt(async () => {
          const identity = account?.type === "oauth" ? identityOf(account, user, profile) : null;
          const arrival = identity ? await arrive(identity, visit) : { userId: user.id };
          if ("goTo" in arrival) return arrival.goTo;
          visit.userId = arrival.userId;
          return true;
        }, false),
      jwt: ({ token, account }) =>
        visit.attempt(async () => {
          if (!account) return { sid: token.sid };
          const proof = account.type === "oauth" ? (account.provider as ProviderId) : "password";
          const before = await sentSessionId();
          const sid = await startSession(visit.userId, proof, origin, now);
          if (before !== null) await endSession(before, origin, now);
          return { sid };
        }, {}),
      session: ({ session: { expires }, token }) =>
        visit.attempt(async () => {
          const found = typeof token.sid === "string" ? await findSession(token.sid, now) : null;
          if (!found) return SIGNED_OUT;
          const { name, email } = found.user;
          return { user: { name, email }, expires };
        }, SIGNED_OUT),
    },
    events: {
      signOut: ({ token }) =>
        visit.attempt(async () => {
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
