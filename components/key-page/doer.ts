import type { TrailEntry } from "@/lib/api-keys/evidence";

/** Who did something to a key. */
export type Doer = Pick<TrailEntry, "by" | "kind">;

/** Who it was, in words that fit into a sentence. */
export function nameOf({ by, kind }: Doer): string {
  if (kind === "person") return by ?? "somebody";
  return kind === "key" ? (by ? `the key ${by}` : "a key of somebody else") : NAMELESS[kind];
}

/** The same at the beginning of a sentence; people write their names as they like. */
export function nameAtStart(doer: Doer): string {
  const name = nameOf(doer);
  return doer.kind === "person" && doer.by ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

const NAMELESS = { operator: "an operator", system: "Prepzo", finder: "whoever found it" };
