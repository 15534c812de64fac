import { FINE_SCOPES, type FineScope } from "@/lib/access/scopes";

export type ScopeRow = { resource: string; label: string; read: FineScope | null; write: FineScope | null };

/** The fine scopes as rows of a matrix, resource by resource, in the table's order. */
export const SCOPE_MATRIX: readonly ScopeRow[] = [...new Set(FINE_SCOPES.map(resourceOf))].map(
  (resource) => ({
    resource,
    label: resource === "bulk" ? "Bulk operations" : resource.charAt(0).toUpperCase() + resource.slice(1),
    read: FINE_SCOPES.find((scope) => scope === `${resource}:read`) ?? null,
    write: FINE_SCOPES.find((scope) => scope === `${resource}:write`) ?? null,
  }),
);

export function resourceOf(scope: FineScope): string {
  return scope.slice(0, scope.indexOf(":"));
}
