import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { once } from "@/lib/once";
import { STALE_CHANNEL, type Stale, tellHere } from "@/lib/stale";

/** How often an instance notifies itself through the database. */
const BEAT_MS = 300;
/** How old the latest beat that came back may be for what is remembered to be used. */
const TRUST_MS = 700;
/** How long a beat that was said may go unheard before the connections are given up for new ones. */
const SILENCE_MS = 2_000;
/** How long saying one may take before they are: a pooler lets it wait where all its connections are busy. */
const STUCK_MS = 10_000;
const RETRY_MS = 250;

/** When the latest beat that came back was sent, in performance.now() milliseconds. */
const state = () => once("hearing", () => ({ beatSentAt: Number.NEGATIVE_INFINITY }));

/**
 * Whether this instance hears of changes made by others: its own latest notification came back and was sent less than
 * 700 ms ago. PostgreSQL delivers in the order of commits, so every change committed before it has been heard too.
 * A connection that is cut, frozen or slow makes this false by itself.
 */
export function hearsChanges(): boolean {
  return performance.now() - state().beatSentAt < TRUST_MS;
}

/** Where changes are heard, past any transaction pooler, and where they are said: as the writers do. */
export type Lines = { ear: string; mouth: string };

/**
 * Listens for stale keys until stopped, on connections of its own, and connects anew for as long as it takes. Beats go
 * the way of the writers' notifications, so that where those do not arrive (LISTEN behind a transaction pooler, or at
 * another server or database than theirs) nothing is ever heard. `onGap` is called at each new beginning, since what was
 * said before it went unheard.
 */
export function listenForChanges(lines: Lines, onGap: () => void): { stop(): void } {
  let line: Line | null = null;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const begin = () => {
    line = open(lines, onGap, () => {
      state().beatSentAt = Number.NEGATIVE_INFINITY;
      if (!stopped) retry = setTimeout(begin, RETRY_MS);
    });
  };
  begin();
  return {
    stop() {
      stopped = true;
      clearTimeout(retry);
      line?.close();
    },
  };
}

type Line = { close(): void };

/** A connection that listens, and another that says the beats. `onEnd` is called once, whatever ended them. */
function open(lines: Lines, onGap: () => void, onEnd: () => void): Line {
  const beatChannel = `prepzo_beat_${randomUUID().replaceAll("-", "")}`;
  const common = {
    application_name: beatChannel,
    connectionTimeoutMillis: SILENCE_MS,
    keepAlive: true,
  };
  const ear = new Client({ ...common, connectionString: lines.ear, query_timeout: SILENCE_MS });
  const mouth = new Client({ ...common, connectionString: lines.mouth, query_timeout: STUCK_MS });
  let pulse: NodeJS.Timeout | undefined;
  let isSaying = false;
  let unheardSince: number | null = null;
  let ended = false;

  const close = () => {
    if (ended) return;
    ended = true;
    clearInterval(pulse);
    // Not client.end(), which would wait for a peer that may never answer.
    for (const client of [ear, mouth]) client.connection.stream.destroy();
    onEnd();
  };
  const beat = async () => {
    if (unheardSince !== null && performance.now() - unheardSince > SILENCE_MS) return close();
    if (isSaying) return;
    isSaying = true;
    const sentAt = performance.now();
    await mouth.query("SELECT pg_notify($1, $2)", [beatChannel, String(sentAt)]);
    isSaying = false;
    if (state().beatSentAt < sentAt) unheardSince ??= performance.now();
  };
  const tick = () => void beat().catch(close);

  for (const client of [ear, mouth]) client.on("error", close).on("end", close);
  ear.on("notification", ({ channel, payload = "" }) => {
    if (channel === STALE_CHANNEL) return tellHere(JSON.parse(payload) as Stale);
    unheardSince = null;
    state().beatSentAt = Math.max(state().beatSentAt, Number(payload));
  });
  Promise.all([ear.connect(), mouth.connect()])
    .then(() => ear.query(`LISTEN ${STALE_CHANNEL}; LISTEN ${beatChannel}`))
    .then(() => {
      if (ended) return;
      onGap();
      pulse = setInterval(tick, BEAT_MS);
      tick();
    })
    .catch(close);
  return { close };
}
