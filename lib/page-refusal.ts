import { isFromOwnPage } from "./auth/own-origin";
import { plainPage } from "./plain-page";
import { isDatabaseAnswering } from "./readiness";

/** Open to everyone, and drawn from what the program itself declares. */
const NEEDS_NO_DATABASE = /^\/docs(\/|$)/;

/**
 * Why a page, its payload or its form is not even tried, as the answer: 403 for a form that another site posts, 503
 * with `Retry-After` while the database does not answer. Null where nothing speaks against it. What lies under /api/
 * answers for itself, and so do server actions: they tell an open page what happened, which keeps what was typed.
 */
export async function pageRefusal(request: {
  method: string;
  headers: Headers;
  nextUrl: { pathname: string };
}): Promise<Response | null> {
  const { method, headers, nextUrl } = request;
  if (nextUrl.pathname.startsWith("/api/")) return null;
  if (method === "POST" && !isFromOwnPage(headers)) {
    return new Response("Refused: this was not sent from a page of this site.", { status: 403 });
  }
  if (NEEDS_NO_DATABASE.test(nextUrl.pathname) || headers.has("next-action")) return null;
  return (await isDatabaseAnswering()) ? null : unavailable();
}

function unavailable(): Response {
  const page = plainPage({
    title: "Prepzo is briefly unavailable",
    message: "The service cannot reach its database right now. Try again in a few seconds.",
    link: { href: "", text: "Try again" },
  });
  return new Response(page, {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": "5" },
  });
}
