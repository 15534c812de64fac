import { signInError } from "@/lib/auth/notices";

export type SignInAnswer = { ok: true; url: string } | { ok: false; message: string };

/** Posts the sign-in form as next-auth's own client would. Returns where to go, or a sentence that says why not. */
export async function sendSignIn(form: FormData): Promise<SignInAnswer> {
  try {
    const first = await post(form, String(form.get("csrfToken")));
    // The page was open longer than its token lived, or another tab got a new one: once more with a fresh one.
    return first === "expired" ? orFailure(await post(form, await freshToken())) : first;
  } catch {
    return { ok: false, message: "The answer did not arrive. Check your connection and try again." };
  }
}

async function post(form: FormData, csrfToken: string): Promise<SignInAnswer | "expired"> {
  const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const body = new URLSearchParams(fields);
  body.set("csrfToken", csrfToken);
  body.set("json", "true");
  const response = await fetch("/api/auth/callback/credentials", { method: "POST", body });
  const { url, message } = (await response.json()) as { url: string; message?: string };
  const { searchParams } = new URL(url, window.location.origin);
  if (searchParams.has("csrf")) return "expired";
  if (response.ok) return { ok: true, url };
  return { ok: false, message: message ?? signInError(searchParams.get("error") ?? "") };
}

function orFailure(answer: SignInAnswer | "expired"): SignInAnswer {
  return answer === "expired" ? { ok: false, message: signInError("FormExpired") } : answer;
}

async function freshToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf");
  return ((await response.json()) as { csrfToken: string }).csrfToken;
}
