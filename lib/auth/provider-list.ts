import { env } from "@/lib/env";

/** The outside providers that people may sign in through. */
export const PROVIDERS = { github: { name: "GitHub" }, google: { name: "Google" } } as const;
export type ProviderId = keyof typeof PROVIDERS;
export const PROVIDER_IDS = Object.keys(PROVIDERS) as [ProviderId, ...ProviderId[]];

/** A provider that this installation has credentials for. `origin` is where its sign-in page lives. */
export type ConfiguredProvider = { id: ProviderId; name: string; origin: string };

/** The providers whose environment variables are set. */
export function configuredProviders(): ConfiguredProvider[] {
  const { GITHUB_ID, GITHUB_SECRET, GITHUB_URL, GOOGLE_ID, GOOGLE_SECRET } = env();
  const list: ConfiguredProvider[] = [];
  if (GITHUB_ID && GITHUB_SECRET) {
    list.push({ id: "github", ...PROVIDERS.github, origin: new URL(GITHUB_URL).origin });
  }
  if (GOOGLE_ID && GOOGLE_SECRET) {
    list.push({ id: "google", ...PROVIDERS.google, origin: "https://accounts.google.com" });
  }
  return list;
}
