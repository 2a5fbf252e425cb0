/** docs/architecture.md, "Layers": the table has every room of lib and app and says which imports there are; none goes up. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

type Room = { name: string; row: number; imports: string[] };
const named = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const table: Room[] = (readFileSync('docs/architecture.md', 'utf8').split('## Layers')[1] ?? '')
  .split('\n')
  .filter((line) => /^\| `(?:lib|app)\//.test(line))
  .flatMap((line, row) => {
    const [, rooms, , imports] = line.split('|');
    return named(rooms).map((name) => ({ name, row, imports: named(imports) }));
  });
const byName = new Map(table.map((room) => [room.name, room]));

/** The room of a path: a folder of lib or app or, where it has a row, one within; a file of lib; `app/*` the files of app. */
function roomOf(path: string): string {
  const inner = table.find(({ name }) => name.split('/').length > 2 && `${path}/`.startsWith(`${name}/`));
  if (inner) return inner.name;
  return /^(?:lib|app)\/[^/]+(?=\/)/.exec(path)?.[0] ?? (path.startsWith('app/') ? 'app/*' : path);
}

const files = ['lib', 'app'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((name) => join(top, name).replaceAll('\\', '/'))
    .filter((path) => statSync(path).isFile()),
);

/** `a → b` for every import of one room from another. */
const arrows = new Set(
  files
    .filter((path) => /\.(?:tsx?|css)$/.test(path))
    .flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(
          /(?:\bfrom |\bimport |\bimport\(|@import |\bnew URL\()['"](\.[^'"]+)['"]/g,
        ),
      ].map(([, to = '']) => [roomOf(path), roomOf(posix.join(posix.dirname(path), to))] as const),
    )
    .filter(([from, to]) => from !== to && /^(?:lib|app)\//.test(to))
    .map(([from, to]) => `${from} → ${/^lib\/[^/.]+$/.test(to) && !byName.has(to) ? `${to}.ts` : to}`),
);

/** Arrows that still go up: none may be added. */
const UPWARD = ['app/_card → app/_topics', 'app/_card → app/cards'];

test('the table has every room once', () => {
  expect(table.map(({ name }) => name).sort()).toEqual([...new Set(files.map(roomOf))].sort());
});

test('the table lists the imports there are, and no others', () => {
  const listed = table.flatMap(({ name, imports }) => imports.map((to) => `${name} → ${to}`));
  // Rooms of one row share a list, so that an import of either is enough.
  const rows = new Set(
    [...arrows].map((arrow) => {
      const [from = '', to = ''] = arrow.split(' → ');
      return `${byName.get(from)?.row} → ${to}`;
    }),
  );
  expect([...arrows].filter((arrow) => !listed.includes(arrow))).toEqual([]);
  expect(
    listed.filter((arrow) => {
      const [from = '', to = ''] = arrow.split(' → ');
      return !rows.has(`${byName.get(from)?.row} → ${to}`);
    }),
  ).toEqual([]);
});

test('a room imports only rooms printed above it', () => {
  const upward = table.flatMap(({ name, row, imports }) =>
    imports.filter((to) => (byName.get(to)?.row ?? Infinity) >= row).map((to) => `${name} → ${to}`),
  );
  expect(upward.filter((arrow) => !UPWARD.includes(arrow))).toEqual([]);
});

test('dependency-cruiser has a rule for every room', () => {
  type Rule = { name: string; from: { path?: string }; to: { pathNot?: string | string[] } };
  const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: Rule[] };
  for (const { name, imports } of table) {
    const rule = config.forbidden.find((each) => each.name === `layers-${name}`);
    const inside = files.filter((path) => new RegExp(rule?.from.path ?? '^$').test(path));
    expect(inside.map(roomOf), name).not.toEqual([]);
    expect(
      inside.every((path) => roomOf(path) === name),
      name,
    ).toBe(true);
    const allowed = [rule?.to.pathNot ?? []].flat().map((path) => new RegExp(path));
    const free = new Set(files.filter((path) => allowed.some((each) => each.test(path))).map(roomOf));
    expect([...free].sort(), name).toEqual([...new Set([name, ...imports])].sort());
  }
});
