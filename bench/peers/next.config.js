import { fileURLToPath } from "node:url";

export default {
  // Its own packages, not those of the project around it.
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  agentRules: false,
};
