/** Answers that are no page: nothing in them is to run, load or be framed, should a browser show them. */
const NO_PAGE = [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }];

/** @type {import('next').NextConfig} */
const config = {
  // DuckDB is a native module and must not be bundled.
  serverExternalPackages: [
    '@duckdb/node-api',
    '@duckdb/node-bindings',
    'linkedom',
    'pino',
    'prom-client',
    'pdfjs-dist',
  ],
  // Unmatched addresses get a real page with status 404, also without JavaScript.
  // Forms of /data/upload come whole to proxy.ts: a little more than lib/upload/bounds.ts allows.
  experimental: { globalNotFound: true, proxyClientMaxBodySize: 33 * 1024 * 1024 },
  // A folder that runs without node_modules: scripts/standalone.ts. Tracing follows modules; the files that they read
  // at run time are named here: DuckDB's library, colours of card pictures, the gazetteer, characters of PDF fonts.
  ...(process.env.STANDALONE ? { output: 'standalone' } : {}),
  outputFileTracingIncludes: {
    '/*': [
      './node_modules/@duckdb/node-bindings-*/*',
      './app/theme.css',
      './data/*.csv',
      './node_modules/pdfjs-dist/{cmaps,standard_fonts}/*',
    ],
  },
  outputFileTracingExcludes: { '/*': ['./data/*/**/*', './test/**/*', './docs/**/*'] },
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Browsers ask for this one whatever a page says.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        {
          key: 'Permissions-Policy',
          value:
            'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
        },
      ],
    },
    // Pages carry a policy of their own, with a nonce: proxy.ts.
    { source: '/api/:path*', headers: NO_PAGE },
    { source: '/:name(healthz|readyz|metrics|theme)', headers: NO_PAGE },
    {
      source: '/:path((?!embed$|embed/).*)',
      headers: [{ key: 'X-Frame-Options', value: 'DENY' }],
    },
  ],
};

export default config;
