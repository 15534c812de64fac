import { type NextRequest, NextResponse } from "next/server";
import { handOver } from "@/lib/auth/hand-over";
import { configuredProviders } from "@/lib/auth/provider-list";
import { pageRefusal } from "@/lib/page-refusal";
import { contentSecurityPolicy } from "@/lib/security/csp";

/**
 * Turns away what no page could answer, and puts the security headers on every page. Inwards go the nonce, for the
 * scripts it allows, and what the forms to next-auth need.
 */
export async function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    development: process.env.NODE_ENV === "development",
    formTargets: configuredProviders().map((provider) => provider.origin),
  });
  const response = (await pageRefusal(request)) ?? handOn(request, nonce, policy);
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of fixed) response.headers.set(name, value);
  if (request.headers.get("x-forwarded-proto") === "https") {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

function handOn(request: NextRequest, nonce: string, policy: string): Response {
  const inward = new Headers(request.headers);
  inward.set("x-nonce", nonce);
  inward.set("content-security-policy", policy);
  const newCookie = handOver(request, inward);
  const response = NextResponse.next({ request: { headers: inward } });
  if (newCookie) response.cookies.set(newCookie);
  return response;
}

/** Pages and their payloads; neither the API, whose answers are no documents, nor files. */
export const config = {
  matcher: "/((?!api/v1/|_next/static/|(?:icon|check|dash)\\.svg$).*)",
};

const fixed: [name: string, value: string][] = [
  ["cache-control", "no-store"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  [
    "permissions-policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), clipboard-write=(self)",
  ],
];
