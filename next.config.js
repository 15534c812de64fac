/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The API answers a trailing slash with its own 404; a redirect would hide it.
  skipTrailingSlashRedirect: true,
  agentRules: false,
  devIndicators: false,
  // Action arguments carry passwords and keys; the development log must not show them.
  logging: { serverFunctions: false },
};
