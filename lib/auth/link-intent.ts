import { cookies, headers } from "next/headers";
import { authCookies, type LinkIntent, openLinkIntent, sealLinkIntent } from "./cookies";
import { publicOrigin } from "./public-origin";

/** Remembers, for the way to the provider and back, that this session wants to link it; null forgets. */
export async function rememberLinkIntent(intent: LinkIntent | null): Promise<void> {
  const { name, options } = authCookies(publicOrigin(await headers())).link;
  const jar = await cookies();
  if (intent) jar.set(name, await sealLinkIntent(intent), options);
  else if (jar.has(name)) jar.set(name, "", { ...options, maxAge: 0 });
}

/** What was remembered, once: it is forgotten with the reading. */
export async function takeLinkIntent(): Promise<LinkIntent | null> {
  const { name } = authCookies(publicOrigin(await headers())).link;
  const intent = await openLinkIntent((await cookies()).get(name)?.value);
  await rememberLinkIntent(null);
  return intent;
}
