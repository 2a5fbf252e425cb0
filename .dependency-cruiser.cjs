/**
 * The layers: a rule for every room of lib and app, read from the table that docs/architecture.md prints. Change that table,
 * not this file; test/layers.test.ts holds that it has every room.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const named = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

const rows = readFileSync(join(__dirname, 'docs', 'architecture.md'), 'utf8')
  .split('## Layers')[1]
  .split('\n')
  .filter((line) => /^\| `(?:lib|app)\//.test(line))
  .map((line) => line.split('|'))
  .map(([, rooms, , imports]) => ({ rooms: named(rooms), imports: named(imports) }));

/**
 * The modules of a room: one file, a folder with all below it that is no room of its own, or (`app/*`) the files of a
 * folder without its folders.
 */
function modulesOf(room) {
  if (room.endsWith('/*')) return `^${escaped(room.slice(0, -1))}[^/]+$`;
  if (/\.\w+$/.test(room)) return `^${escaped(room)}$`;
  const inner = rows
    .flatMap(({ rooms }) => rooms)
    .filter((each) => each.startsWith(`${room}/`))
    .map((each) => `(?!${escaped(each.slice(room.length + 1))}/)`);
  return `^${escaped(room)}/${inner.join('')}`;
}

const rules = rows.flatMap(({ rooms, imports }) =>
  rooms.map((room) => ({
    name: `layers-${room}`,
    comment: 'docs/architecture.md, "Layers", says what a room may import',
    severity: 'error',
    from: { path: modulesOf(room) },
    to: { path: '^(lib|app|scripts|test)/', pathNot: [room, ...imports].map(modulesOf) },
  })),
);

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'lib-without-react',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: 'node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'duckdb-only-in-store',
      severity: 'error',
      from: { path: '^(lib|app|scripts)/', pathNot: '^lib/store/' },
      to: { path: 'node_modules/@duckdb/' },
    },
    {
      name: 'app-is-above',
      severity: 'error',
      from: { path: '^(scripts|test/(?!app))' },
      to: { path: '^app/(?!api/)' },
    },
    ...rules,
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
