import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { once } from "@/lib/once";
import { STALE_CHANNEL, type Stale, tellHere } from "@/lib/stale";

/** How often an instance notifies itself through the database. */
const BEAT_MS = 300;
/** How old the latest beat that came back may be for what is remembered to be used. */
const TRUST_MS = 700;
/** After so long without a beat the connection is given up for a new one. */
const SILENCE_MS = 2_000;
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

/**
 * Listens for stale keys until stopped, on connections of its own (LISTEN does not pass through a transaction pooler,
 * behind which nothing is ever heard), and connects anew for as long as it takes. `onGap` is called at each new
 * beginning, since what was said before it went unheard.
 */
export function listenForChanges(url: string, onGap: () => void): { stop(): void } {
  let ear: Ear | null = null;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const begin = () => {
    ear = open(url, onGap, () => {
      state().beatSentAt = Number.NEGATIVE_INFINITY;
      if (!stopped) retry = setTimeout(begin, RETRY_MS);
    });
  };
  begin();
  return {
    stop() {
      stopped = true;
      clearTimeout(retry);
      ear?.close();
    },
  };
}

type Ear = { close(): void };

/**
 * A connection that listens, and another that says the beats: one that says them itself hears them even where a pooler
 * keeps everything else from it. `onEnd` is called once, whatever ended them.
 */
function open(url: string, onGap: () => void, onEnd: () => void): Ear {
  const options = { connectionString: url, connectionTimeoutMillis: SILENCE_MS, keepAlive: true };
  const [ear, mouth] = [new Client(options), new Client(options)];
  const beatChannel = `prepzo_beat_${randomUUID().replaceAll("-", "")}`;
  const openedAt = performance.now();
  let lastBack = openedAt;
  let ended = false;

  const close = () => {
    if (ended) return;
    ended = true;
    clearInterval(pulse);
    // Not client.end(), which would wait for a peer that may never answer.
    for (const client of [ear, mouth]) client.connection.stream.destroy();
    onEnd();
  };
  const beat = () => {
    if (performance.now() - lastBack > SILENCE_MS) return close();
    mouth.query("SELECT pg_notify($1, $2)", [beatChannel, String(performance.now())]).catch(close);
  };
  const pulse = setInterval(beat, BEAT_MS);

  for (const client of [ear, mouth]) client.on("error", close).on("end", close);
  ear.on("notification", ({ channel, payload = "" }) => {
    if (channel === STALE_CHANNEL) return tellHere(JSON.parse(payload) as Stale);
    lastBack = performance.now();
    state().beatSentAt = Math.max(state().beatSentAt, Number(payload));
  });
  Promise.all([ear.connect(), mouth.connect()])
    .then(() => ear.query(`LISTEN ${STALE_CHANNEL}; LISTEN ${beatChannel}`))
    .then(() => {
      onGap();
      beat();
    })
    .catch(close);
  return { close };
}
