const REGISTRY = Symbol.for("prepzo");

/**
 * Makes something once per process and returns it from then on. Next bundles lib/ apart from server.ts, so a module
 * variable would exist twice; what must be one per process (pool, limiter, cache) hangs on globalThis instead.
 */
export function once<T>(name: string, make: () => T): T {
  const holder = globalThis as { [REGISTRY]?: Map<string, unknown> };
  holder[REGISTRY] ??= new Map();
  if (!holder[REGISTRY].has(name)) holder[REGISTRY].set(name, make());
  return holder[REGISTRY].get(name) as T;
}
