/** What a key may be given. The one table: types, validation, the guard, the picker and the documents derive from it. */
export const SCOPES = {
  "candidates:read": { description: "Read candidate data" },
  "candidates:write": { description: "Create, update, delete candidates" },
  "jobs:read": { description: "Read job listings" },
  "jobs:write": { description: "Create, update, delete jobs" },
  "applications:read": { description: "Read applications" },
  "applications:write": { description: "Create, update, manage applications" },
  "interviews:read": { description: "Read interview data" },
  "interviews:write": { description: "Schedule, update, cancel interviews" },
  "analytics:read": { description: "Read analytics and reports" },
  "webhooks:read": { description: "Read webhook endpoints" },
  "webhooks:write": { description: "Manage webhook endpoints" },
  "offers:read": { description: "Read offers" },
  "offers:write": { description: "Manage offers" },
  "bulk:write": { description: "Perform bulk operations" },
  read: { description: "Read all data (legacy broad scope)" },
  write: { description: "Write all data (legacy broad scope)" },
  "*": { description: "Full access (all scopes)" },
} as const satisfies Record<string, { description: string }>;

/** A name that a key may be given. */
export type Scope = keyof typeof SCOPES;
export const BROAD_SCOPES = ["read", "write", "*"] as const satisfies Scope[];
export type BroadScope = (typeof BROAD_SCOPES)[number];
/** A scope that covers one thing only. */
export type FineScope = Exclude<Scope, BroadScope>;
/** What the guard compares: fine scopes, and the right to manage keys, which only `*` has. */
export type Leaf = FineScope | "api-keys:manage";

/** All scopes, in the order of the documentation; stored and shown in this order. */
export const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

export const FINE_SCOPES = SCOPE_NAMES.filter((scope): scope is FineScope => !isBroad(scope));

const COVERED: Record<BroadScope, readonly Leaf[]> = {
  read: FINE_SCOPES.filter((scope) => scope.endsWith(":read")),
  write: FINE_SCOPES.filter((scope) => scope.endsWith(":write")),
  "*": [...FINE_SCOPES, "api-keys:manage"],
};

export function isBroad(scope: Scope): scope is BroadScope {
  return (BROAD_SCOPES as readonly Scope[]).includes(scope);
}

/** Whether a text is the exact name of a scope. Case matters. */
export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPES, text);
}

/** The leaves that a list of scopes grants. Unknown names grant nothing; an empty list grants nothing. */
export function leavesOf(scopes: readonly string[]): Set<Leaf> {
  const leaves = new Set<Leaf>();
  for (const scope of scopes.filter(isScope)) {
    if (isBroad(scope)) for (const leaf of COVERED[scope]) leaves.add(leaf);
    else leaves.add(scope);
  }
  return leaves;
}

/** Whether the leaves held include the one needed. Write never implies read. */
export function grants(held: ReadonlySet<Leaf>, needed: Leaf): boolean {
  return held.has(needed);
}

/** What remains of a key's scopes under its owner's: the fine scopes that both grant, in the table's order. */
export function effectiveScopes(keyScopes: readonly string[], ownerScopes: readonly string[]): FineScope[] {
  const leaves = leavesWithin(keyScopes, ownerScopes);
  return FINE_SCOPES.filter((scope) => leaves.has(scope));
}

/** The leaves that a key's scopes grant as far as its owner's do. */
export function leavesWithin(keyScopes: readonly string[], ownerScopes: readonly string[]): Set<Leaf> {
  const owner = leavesOf(ownerScopes);
  return new Set([...leavesOf(keyScopes)].filter((leaf) => owner.has(leaf)));
}

/** A list of scopes without duplicates, in the table's order. */
export function inOrder(scopes: readonly Scope[]): Scope[] {
  return SCOPE_NAMES.filter((scope) => scopes.includes(scope));
}
