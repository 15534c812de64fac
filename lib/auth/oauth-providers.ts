import Google from "next-auth/providers/google";
import type { Provider } from "next-auth/providers/index";
import { env } from "@/lib/env";
import { github } from "./github";
import { configuredProviders, type ProviderId } from "./provider-list";

/** next-auth's configuration of every provider that this installation has credentials for. */
export function oauthProviders(): Provider[] {
  return configuredProviders().map(({ id }) => CONFIGURE[id]());
}

const CONFIGURE: Record<ProviderId, () => Provider> = {
  github: () => {
    const { GITHUB_ID = "", GITHUB_SECRET = "", GITHUB_URL } = env();
    return github({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET, url: GITHUB_URL });
  },
  google: () => {
    const { GOOGLE_ID = "", GOOGLE_SECRET = "" } = env();
    return Google({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET });
  },
};
