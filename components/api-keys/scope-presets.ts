import { FINE_SCOPES, type Scope } from "@/lib/access/scopes";

/** Choices that many integrations need, one press away. */
export const SCOPE_PRESETS: readonly { label: string; scopes: readonly Scope[] }[] = [
  { label: "Read only", scopes: FINE_SCOPES.filter((scope) => scope.endsWith(":read")) },
  {
    label: "Recruiting sync",
    scopes: [
      "candidates:read",
      "candidates:write",
      "jobs:read",
      "jobs:write",
      "applications:read",
      "applications:write",
    ],
  },
  { label: "Reporting", scopes: ["analytics:read"] },
  { label: "Full access", scopes: ["*"] },
];
