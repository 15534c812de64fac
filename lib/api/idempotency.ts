import { hash } from "node:crypto";
import type { VerifiedKey } from "@/lib/api-keys/verify";
import { type Tx, tryLockText } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { unitOfWork } from "@/lib/unit-of-work";
import type { Answer } from "./answer";
import { openAnswer, sealAnswer } from "./answer-seal";
import { findRecord, keepRecord, SEALED_MS } from "./idempotency-records";

/** A request that its caller gave a name. */
export type NamedRequest = {
  key: VerifiedKey;
  /** The key itself, with which the caller came. */
  credential: string;
  method: string;
  path: string;
  idempotencyKey: string;
  body: Uint8Array;
  /** Whether its answer shows a secret. */
  secret: boolean;
  now: Date;
};

/** Everything that a request does is one transaction with its record, and some do a thousand things. */
const TIMEOUT_MS = 60_000;

/**
 * Does what a named request asks for, or gives the answer that it was given before. The record of the answer is
 * written in the transaction of the work: they are there together or not at all. Throws 422 where the name was used
 * for another body, 409 while the first is under way and where its secret answer is no longer shown.
 */
export async function answerOnce(
  request: NamedRequest,
  work: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const id = idOf(request);
  return unitOfWork(
    async ({ tx }) => {
      // Not waiting: whoever repeats a request while it is under way would hold a connection for nothing.
      if (!(await tryLockText(tx, `idempotency:${hex(id)}`)))
        throw new AppError("conflict", "A request with this Idempotency-Key is still under way");
      const earlier = await replay(tx, id, request);
      if (earlier) return { ...earlier, replayed: true };
      const answer = await work();
      await keep(tx, id, request, answer);
      return { ...answer, replayed: false };
    },
    { timeout: TIMEOUT_MS },
  );
}

async function replay(tx: Tx, id: Id, request: NamedRequest): Promise<Answer | null> {
  const record = await findRecord(tx, request.key, id, request.now);
  if (record === null) return null;
  if (!sha256(request.body).equals(record.body_hash))
    throw new AppError("validation_error", "Idempotency-Key was used for another request body", {
      field: "Idempotency-Key",
    });
  const { status, location, answer, sealed_until } = record;
  if (answer === null || (sealed_until !== null && sealed_until <= request.now))
    throw new AppError(
      "conflict",
      "The answer to this Idempotency-Key showed a secret and is not shown again",
    );
  const body = sealed_until === null ? Buffer.from(answer).toString() : openAnswer(answer, request, hex(id));
  return { status, location, body };
}

async function keep(tx: Tx, id: Id, request: NamedRequest, answer: Answer): Promise<void> {
  const { key, secret, now } = request;
  const { status, location, body } = answer;
  await keepRecord(tx, key, {
    id,
    body_hash: sha256(request.body),
    status,
    location,
    answer: secret ? sealAnswer(body, request, hex(id)) : new Uint8Array(Buffer.from(body)),
    sealed_until: secret ? new Date(now.getTime() + SEALED_MS) : null,
    created_at: now,
  });
}

type Id = Buffer<ArrayBuffer>;

/** No part but the last can hold a line break, so no two requests are written alike. */
function idOf({ key, method, path, idempotencyKey }: NamedRequest): Id {
  return sha256([key.id, method, path, idempotencyKey].join("\n"));
}

function sha256(data: string | Uint8Array): Id {
  return hash("sha256", data, "buffer") as Id;
}

function hex(id: Id): string {
  return id.toString("hex");
}
