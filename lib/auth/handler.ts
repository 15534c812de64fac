import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { callOrigin } from "./call-origin";
import { failureOf } from "./failure";
import { authOptions } from "./options";
import { noteIntent } from "./provider-intent";
import { publicOrigin } from "./public-origin";
import { refusal } from "./refusal";
import { Visit } from "./visit";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Of next-auth's routes those that we use; `_log`, which writes what anybody sends into the log, is not among them. */
const ROUTES = new Set(["csrf", "providers", "session", "signin", "callback", "signout", "error"]);
const MOST_BYTES = 16 * 1024;

/** Serves next-auth's routes under /api/auth, with refusals that have a status, `Retry-After` and a readable message. */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const [route = "", provider = ""] = (await context.params).nextauth;
  if (!ROUTES.has(route)) return new Response("Not found", { status: 404 });
  // Whoever opens the form's address by hand wants to sign in.
  if (route === "callback" && provider === "credentials" && request.method === "GET")
    return redirect("/sign-in");
  const visit = new Visit(await callOrigin());
  const form = await readForm(request);
  if (form === "too large") return new Response("The form is too large", { status: 413 });

  try {
    if (route === "signin" && request.method === "POST") {
      const goTo = await noteIntent(provider, form, visit);
      if (goTo) return redirect(goTo);
    }
    const response = await NextAuth(request, context, authOptions(visit));
    if (visit.failure) throw visit.failure;
    return afterExpiredForm(response);
  } catch (error) {
    return refusal(failureOf(error, visit.origin.requestId), {
      asJson: form?.get("json") === "true" || speaksJson(request.headers),
      origin: publicOrigin(request.headers),
    });
  }
}

/** A posted form's fields, read from a copy. Without a length in advance, or too long, it is not read at all. */
async function readForm(request: NextRequest): Promise<URLSearchParams | null | "too large"> {
  if (request.method !== "POST") return null;
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_BYTES)) return "too large";
  return new URLSearchParams(await request.clone().text());
}

function speaksJson(headers: Headers): boolean {
  return ["accept", "content-type"].some((name) => headers.get(name)?.includes("application/json"));
}

/** Where the CSRF token did not match, next-auth leads back without a word; ours says why. */
function afterExpiredForm(response: Response): Response {
  const isExpired = response.headers.get("location")?.endsWith("/api/auth/signin?csrf=true");
  return isExpired ? redirect("/api/auth/signin?error=FormExpired", response.headers) : response;
}

function redirect(location: string, headers?: Headers): Response {
  const sent = new Headers(headers);
  sent.set("location", location);
  return new Response(null, { status: 302, headers: sent });
}
