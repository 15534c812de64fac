import { leavesOf } from "@/lib/access/scopes";

/** A call that a key with these scopes may make, on two lines: candidates if it reads them, else what every key may read. */
export function curlLine(origin: string, { key, scopes }: { key: string; scopes: string[] }): string {
  const path = leavesOf(scopes).has("candidates:read") ? "candidates" : "api-keys/current";
  return `curl -H "Authorization: Bearer ${key}" \\\n  ${origin}/api/v1/${path}`;
}
