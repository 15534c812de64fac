const CHANNEL = "prepzo-proof";

/** Tells the other tabs of this browser that somebody just proved who they are. */
export function tellProven(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("proven");
  channel.close();
}

/** Calls `listener` whenever another tab tells so. Returns what ends it. It is a hint only: the server decides. */
export function onProven(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = listener;
  return () => channel.close();
}
