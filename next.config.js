/** @type {import('next').NextConfig} */
const config = {
  // DuckDB is a native module and must not be bundled.
  serverExternalPackages: ['@duckdb/node-api', '@duckdb/node-bindings', 'linkedom'],
  // Unmatched addresses get a real page with status 404, also without JavaScript.
  experimental: { globalNotFound: true },
  outputFileTracingExcludes: { '/*': ['./data/**/*'] },
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
      ],
    },
  ],
};

export default config;
