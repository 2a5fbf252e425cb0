/** The layers (docs/architecture.md): imports run one way. */
const only = (from, to, comment) => ({
  name: `${from.replace('^', '').replaceAll('/', '-')}-only`,
  comment,
  severity: 'error',
  from: { path: `${from}/` },
  to: { path: '^(lib|app|scripts|test)/', pathNot: [`${from}/`, ...to] },
});
const LEAVES = [
  '^lib/(place|pronunciations|han-numerals|issue|errors|figures|record|copies|document)\\.ts$',
  '^lib/audit/rules/',
  '^lib/metrics/',
  '^lib/form/',
  '^lib/filters/',
];
const OPERATION = ['^lib/settings\\.ts$', '^lib/telemetry/'];

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'lib-is-below',
      comment: 'lib knows nothing of pages, commands and tests',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|scripts|test)/' },
    },
    {
      name: 'lib-without-react',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: 'node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'duckdb-only-in-store',
      comment: 'the benchmark also asks a DuckDB of its own, to compare with',
      severity: 'error',
      from: { path: '^(lib|app|scripts)/', pathNot: '^(lib/store/|test/bench/duckdb\\.ts$)' },
      to: { path: 'node_modules/@duckdb/' },
    },
    {
      name: 'app-is-above',
      severity: 'error',
      from: { path: '^(scripts|test/(?!app))' },
      to: { path: '^app/(?!api/)' },
    },
    only('^lib/form', [], 'the form is data and knows nothing else'),
    only('^lib/decode', LEAVES, 'bytes to document'),
    only('^lib/read', LEAVES, 'document to tables'),
    only('^lib/identify', [...LEAVES, '^lib/read/labels/normalise\\.ts$'], 'document to who, where, when'),
    only('^lib/narrative', [...LEAVES, '^lib/read/labels/normalise\\.ts$'], 'prose to counts'),
    only('^lib/audit', LEAVES, 'record to findings'),
    only(
      '^lib/store',
      [...LEAVES, ...OPERATION, '^lib/audit/', '^lib/event-loop\\.ts$'],
      'records to tables',
    ),
    only('^lib/telemetry', [...LEAVES, '^lib/settings\\.ts$'], 'what is logged and measured'),
    only('^lib/server', OPERATION, 'requests before pages and API'),
    only('^lib/chart', [...LEAVES, '^lib/query/', '^lib/i18n/', '^lib/html\\.ts$'], 'rows to pictures'),
    only('^lib/i18n', LEAVES, 'words'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data|docs)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
