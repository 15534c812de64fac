import type { Status } from "@/lib/api-keys/status";
import type { Outcome } from "./call";

/** The windows that are shown, in days; today, in UTC, is the last of them. */
export const WINDOWS = [7, 30, 90] as const;
export type Window = (typeof WINDOWS)[number];

/** For how long a scope must have been unused before it is called so. */
export const UNUSED_DAYS = 60;

/** The calls of a day, each in one place. */
export type DayOfUse = { date: Date } & Record<Outcome, number>;

/** What a key did in the last hour, while it lived. */
export type LastHour = {
  calls: number;
  /** Most calls first; `other` are those beyond what is told apart, `unknown` is an address that is not known. */
  addresses: { address: string; calls: number; last_seen: Date }[];
};

/** The other half of a rotation, as far as one must know to wait until it is silent. */
export type KeyHalf = {
  id: string;
  key_prefix: string;
  last_four: string;
  status: Status;
  /** Of the new half, when the rotation was. */
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  last_used_ip: string | null;
  last_hour: LastHour;
};

/** A key that another made. */
export type MadeKey = Pick<
  KeyHalf,
  "id" | "key_prefix" | "last_four" | "status" | "last_used_at" | "last_used_ip"
> & {
  name: string;
};

/** Who called with a key: an address and a program. */
export type Caller = {
  address: string;
  /** Such as `curl/8`; empty where there was none. */
  user_agent: string;
  /** While the key lived. */
  calls: number;
  after_death: number;
  last_seen: Date;
};

/** Calls that somebody still makes with a key that is dead. */
export type DeadCalls = {
  /** Of an IPv6 network from whose addresses several called, the network, such as `2001:db8:0:7::/64`. */
  address: string;
  user_agent: string;
  calls: number;
  last_seen: Date;
};

/** A dead key that is still called, and by whom, most calls first. */
export type DeadKey = {
  key: {
    id: string;
    name: string;
    last_four: string;
    status: Status;
    ends_at: Date | null;
    rotated_to: string | null;
  };
  calls: number;
  last_seen: Date;
  callers: DeadCalls[];
};

/** One request of the sample that is kept. */
export type LoggedRequest = {
  /** The id that was sent as `X-Request-Id`. */
  id: string;
  at: Date;
  method: string;
  /** The template, such as `/candidates/{id}`; `unknown` for a path that is none of ours. */
  path: string;
  status: number;
  outcome: Outcome;
  duration_ms: number;
  address: string;
  /** Such as `curl/8`; empty where there was none. */
  user_agent: string;
};

/** What a key did while it lived, as far as one must know to decide on it. */
export type Traffic = {
  calls_7_days: number;
  calls_30_days: number;
  /** Those with most calls within 30 days first. */
  addresses: string[];
  /** How many addresses there are besides. */
  more_addresses: number;
};
