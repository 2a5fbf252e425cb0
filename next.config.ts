import type { NextConfig } from 'next';

/** DuckDB stays outside the bundle; unmatched addresses get a 404 page that stands in the HTML. */
const config: NextConfig = {
  serverExternalPackages: ['@duckdb/node-api', '@duckdb/node-bindings', 'linkedom'],
  experimental: { globalNotFound: true },
  agentRules: false,
  poweredByHeader: false,
  devIndicators: false,
};

export default config;
