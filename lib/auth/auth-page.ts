import { headers } from "next/headers";
import { CSRF_HEADER } from "./hand-over";
import { configuredProviders } from "./provider-list";
import { publicOrigin } from "./public-origin";
import { returnPath } from "./return-path";
import { currentSession, sentSessionId } from "./session";

/** What the pages need that let people in. `callbackUrl` is what their address said; only our own is ever followed. */
export async function authPage(callbackUrl: string | string[] | undefined) {
  const sent = await headers();
  const returnTo = returnPath(typeof callbackUrl === "string" ? callbackUrl : null, publicOrigin(sent));
  const isSignedIn = (await currentSession()) !== null;
  return {
    isSignedIn,
    /** Whether the browser still shows a session that is over, ended elsewhere or by its age. */
    hasEnded: !isSignedIn && (await sentSessionId()) !== null,
    returnTo,
    csrfToken: sent.get(CSRF_HEADER) ?? "",
    providers: configuredProviders().map(({ id, name }) => ({ id, name })),
    /** Carries the wanted page to the other of the two pages. */
    query: returnTo === "/" ? "" : `?callbackUrl=${encodeURIComponent(returnTo)}`,
  };
}
