import { env } from "./env";

/**
 * The address of a page of ours as others can open it. From the configuration only: a request's Host is what its sender
 * likes. Without APP_URL and NEXTAUTH_URL it is this machine's.
 * @param path begins with `/`
 */
export function appUrl(path: string): string {
  const { APP_URL, NEXTAUTH_URL } = env();
  const origin = APP_URL ?? NEXTAUTH_URL ?? `http://localhost:${process.env.PORT ?? "3000"}`;
  return new URL(path, origin).href;
}
