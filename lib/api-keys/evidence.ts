import type { Actor } from "@/lib/access/actor";
import type { Status } from "./status";

/** A key in a chain of rotations. */
export type ChainLink = {
  id: string;
  key_prefix: string;
  last_four: string;
  status: Status;
  created_at: Date;
};

/** What was done to a key, by whom and from where. */
export type TrailEntry = {
  id: string;
  action: string;
  /** The name of the person or key that did it; null for everybody else, and where it is not known. */
  by: string | null;
  kind: Actor["kind"];
  address: string | null;
  request_id: string | null;
  created_at: Date;
  /** What an entry tells besides, such as {field: {from, to}}; never a secret. */
  changes: Record<string, unknown>;
};
