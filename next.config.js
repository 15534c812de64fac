/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The API answers a trailing slash with its own 404; a redirect would hide it.
  skipTrailingSlashRedirect: true,
  // Types are checked by `npm run validate` and `npm test`; whoever starts the product need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Reads its own package.json, which a bundle would not have.
  serverExternalPackages: ["pg-boss"],
  agentRules: false,
  devIndicators: false,
  // Action arguments carry passwords and keys; the development log must not show them.
  logging: { serverFunctions: false },
};
