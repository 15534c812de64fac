import type { AppError } from "@/lib/errors";

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
  const headers = { ...error.headers, "Content-Type": "text/html; charset=utf-8" };
  return new Response(
    page(status === 429 ? "Too many attempts" : "Signing in is not possible right now", message),
    {
      ...init,
      headers,
    },
  );
}

function page(title: string, message: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Prepzo</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 24px; box-sizing: border-box;
  font: 14px/22px system-ui, sans-serif; text-align: center;
  background: light-dark(#fafafb, #101014); color: light-dark(#1d1d26, #ececf1); }
main { max-width: 22rem; }
h1 { font-size: 20px; line-height: 28px; margin: 0 0 8px; }
p { margin: 0 0 20px; color: light-dark(#5d5d6b, #a3a3b2); }
a { color: light-dark(#4338b0, #b3b4f5); text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid; outline-offset: 2px; border-radius: 4px; }
</style>
</head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(message)}</p><a href="/sign-in">Back to sign in</a></main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
