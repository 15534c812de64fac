import type { z } from "zod";
import type { Actor, Origin } from "@/lib/access/actor";
import type { Leaf } from "@/lib/access/scopes";
import type { ErrorCode } from "@/lib/errors";
import type { Shape } from "./envelope";
import type { KeyActor } from "./key-actor";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** Who may call: a key that holds this scope, any key that opens the API, or anybody. */
export type Access = Leaf | "any-key" | "public";

type Nothing = z.ZodObject<Record<never, never>>;

/** What a body can be: an object, or a list where others defined the format. */
export type BodySchema = z.ZodObject | z.ZodArray;

/** A request as it was sent, before anything is read out of its body. */
export type Sent = { headers: Headers; bytes: Uint8Array };

/** What `run` is given: the caller, the instant of the call, and the parsed input. */
export type Call<
  A extends Access = Access,
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends BodySchema = BodySchema,
> = {
  actor: A extends "public" ? null : A extends "any-key" ? KeyActor : Actor;
  /** Where the call came from: all that is known of somebody without a key. */
  origin: Origin;
  now: Date;
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
};

/**
 * One operation of the API as a value: the labels first, what it does last. The router serves it, the document
 * describes it, the contract test attacks it.
 */
export type Endpoint<
  A extends Access = Access,
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends BodySchema = BodySchema,
  Result = unknown,
> = {
  method: Method;
  /** Below /api/v1, with `{name}` for a parameter. */
  path: `/${string}`;
  /** The operation's name in the document, such as `candidates.list`. */
  id: string;
  summary: string;
  /** What else is to be known of it; the scope is told anyway. */
  description?: string;
  scope: A;
  /** Without it the path has no parameters. What does not parse is 404. */
  params?: Params;
  /** Without it every query parameter is refused. */
  query?: Query;
  /** Without it every field of a body is refused, and of a GET no body is read. */
  body?: Body;
  /** How many bytes of body it takes. Without it 1 MiB. */
  maxBytes?: number;
  /** Request headers that `authenticate` reads, for the document. */
  headers?: z.ZodObject;
  /** How many calls a minute of a public endpoint an address may make. Without it there is no limit. */
  perMinute?: number;
  /** What a call costs besides itself, in calls. Without it nothing. */
  cost?(body: z.output<Body>): number;
  response: Shape<Result>;
  /** The answer shows a secret: it may be replayed for a short time only. */
  secret?: true;
  /** Where the row that this makes is found, below /api/v1. The answer is then 201 with `Location`. */
  location?(result: Result): string;
  /** Refusals that do not follow from the labels above. */
  errors?: readonly ErrorCode[];
  /**
   * Looks at a body's very bytes before anything is read out of them, where they prove by themselves from whom they
   * are. Throws where they do not.
   */
  authenticate?(sent: Sent, now: Date): Promise<void>;
  /**
   * Looks at what is asked for outside of any transaction, since it takes long or asks somebody else. Throws where it
   * must not be done; an answer that is given again is not looked at.
   */
  check?(call: Call<A, Params, Query, Body>): Promise<void>;
  run(call: Call<A, Params, Query, Body>): Promise<NoInfer<Result>> | NoInfer<Result>;
};

/** Declares an endpoint. Returns its argument; adds types, nothing else. */
export function endpoint<
  A extends Access,
  Result,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends BodySchema = Nothing,
>(declared: Endpoint<A, Params, Query, Body, Result>): Endpoint<A, Params, Query, Body, Result> {
  return declared;
}
