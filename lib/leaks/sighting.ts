import type { Place } from "./place";

/** Where and when a key was seen, and who says so. The address is the reporter's text, or empty. */
export type Sighting = Place & { source: string; seen_at: Date };

/** A key that leaked and lives on, when it ends where that was imposed, and where it was seen last. */
export type LeakedKey = { key: { id: string; name: string; imposedEnd: Date | null }; sighting: Sighting };

/** A key that took over from one that leaked. */
export type Successor = { id: string; key_prefix: string; last_four: string };
