import { registerHooks } from "node:module";

/** The same server, except that what is to be measured does nothing. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith("lib/usage/record")
      ? { url: "data:text/javascript,export function recordCall() {}", format: "module", shortCircuit: true }
      : next(specifier, context),
});
await import("./metered");
