/** Sends a key that was found to where it is revoked. Returns null where it arrived, else what to say. */
export async function sendKey(key: string): Promise<string | null> {
  try {
    const { ok, status, headers } = await fetch("/api/v1/api-keys/revoke", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ key }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    if (ok) return null;
    if (status === 429)
      return `There were many reports from your network. Try again in ${headers.get("Retry-After") ?? "60"} seconds.`;
  } catch {
    // No answer came: for whoever reports it is the same as one that says so.
  }
  return "The report did not arrive. Press Revoke again.";
}
