import { leavesOf } from "@/lib/access/scopes";
import { SCOPE_MATRIX } from "./scope-matrix";

/** A call that a key with these scopes may make, on two lines: the first thing that it reads, else itself. */
export function curlLine(
  origin: string,
  { key, scopes }: { key: string; scopes: readonly string[] },
): string {
  return `curl -H "Authorization: Bearer ${key}" \\\n  ${origin}/api/v1/${pathOf(leavesOf(scopes))}`;
}

function pathOf(leaves: ReadonlySet<string>): string {
  const first = SCOPE_MATRIX.find(({ read }) => read !== null && leaves.has(read))?.resource;
  return first === "analytics" ? "analytics/overview" : (first ?? "api-keys/current");
}
