import type { AppError } from "@/lib/errors";
import { plainPage } from "@/lib/plain-page";

type Form = { asJson: boolean; origin: string };

/**
 * The answer where signing in was refused before anything was compared (429, 503) or failed (500): JSON where that was
 * asked for, with the `url` that next-auth's own client looks for; else a small page that needs nothing else.
 */
export function refusal(error: AppError, { asJson, origin }: Form): Response {
  const { status, message } = error;
  const code = status === 429 ? "RateLimited" : "Unavailable";
  const init = { status, headers: error.headers };
  if (asJson) return Response.json({ url: `${origin}/sign-in?error=${code}`, message }, init);
  const title = status === 429 ? "Too many attempts" : "Signing in is not possible right now";
  return new Response(plainPage({ title, message, link: { href: "/sign-in", text: "Back to sign in" } }), {
    status,
    headers: { ...error.headers, "Content-Type": "text/html; charset=utf-8" },
  });
}
