import type { Actor } from "@/lib/access/actor";

/** An entry of the audit trail, as admins see it. */
export type AuditEntry = {
  id: string;
  /** Its place in the organization's chain; null for those from before there was one. */
  seq: string | null;
  created_at: Date;
  action: string;
  actor: {
    kind: Actor["kind"];
    id: string | null;
    /** The person's or key's name now; null where there is none. */
    name: string | null;
    /** Of a person; of a key, its owner's. */
    email: string | null;
  };
  target: {
    type: string;
    id: string;
    /** The key's or person's name now; null for everything else. */
    name: string | null;
  };
  /** Mostly {field: {from, to}}; never a secret. */
  changes: Record<string, unknown>;
  address: string | null;
  user_agent: string | null;
  request_id: string | null;
};

export const ACTOR_KINDS = {
  person: "People",
  key: "API keys",
  operator: "Operators",
  system: "Prepzo itself",
  finder: "Finders of leaked keys",
} as const satisfies Record<Actor["kind"], string>;
