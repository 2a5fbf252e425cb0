import { existsSync } from 'node:fs';

/** The rooms that mutation testing holds: what is changed, which tests must notice, and the share that must be noticed. */
export type Room = {
  /** The folder or file, as `npm run mutants -- ROOM` takes it. */
  room: string;
  /** Globs of test files that hold it by themselves: quick ones, without a server. */
  tests: string[];
  /**
   * Folder of the tests that hold a file by themselves, `<file>.test.ts` there; `named` where the name is another. A file
   * without such a test is held by `tests`.
   */
  own?: { folder: string; named: Record<string, string> };
  /** The least share of mutants that the tests must notice, in percent. */
  bound: number;
};

export const ROOMS: readonly Room[] = [
  {
    room: 'lib/read',
    tests: ['test/read/**/*.test.ts', 'test/reports.test.ts'],
    own: {
      folder: 'test/read',
      named: { index: 'read-tables', 'proceeding-headers': 'proceedings', numbering: 'normalise' },
    },
    bound: 85,
  },
  { room: 'lib/audit', tests: ['test/audit/**/*.test.ts'], bound: 85 },
  { room: 'lib/form', tests: ['test/form/**/*.test.ts'], bound: 85 },
  { room: 'lib/filters', tests: ['test/filters/**/*.test.ts'], bound: 85 },
  { room: 'lib/narrative', tests: ['test/narrative/**/*.test.ts'], bound: 85 },
  { room: 'lib/metrics/registry.ts', tests: ['test/metrics/**/*.test.ts'], bound: 85 },
  { room: 'lib/metrics/definition.ts', tests: ['test/metrics/**/*.test.ts'], bound: 85 },
  { room: 'lib/metrics/share.ts', tests: ['test/metrics/**/*.test.ts'], bound: 85 },
  { room: 'lib/csv.ts', tests: ['test/csv.test.ts'], bound: 85 },
  { room: 'lib/store/sql/metric-sql.ts', tests: ['test/metrics/**/*.test.ts'], bound: 85 },
  {
    room: 'lib/identify',
    tests: ['test/identify/**/*.test.ts'],
    own: {
      folder: 'test/identify',
      named: { index: 'identity' },
    },
    bound: 75,
  },
  {
    room: 'lib/query',
    // Those over databases of a few reports: the others take seconds for every change.
    tests: [
      'test/query/cursor.test.ts',
      'test/query/metric-parts.test.ts',
      'test/query/hand-metrics.test.ts',
      'test/query/hand-lists.test.ts',
      'test/query/peers.test.ts',
      'test/export/hand-files.test.ts',
    ],
    bound: 75,
  },
  {
    room: 'lib/export',
    tests: [
      'test/export/hand-files.test.ts',
      'test/export/archive.test.ts',
      'test/export/parquet-set.test.ts',
    ],
    bound: 75,
  },
  { room: 'lib/curation', tests: ['test/curation/lines.test.ts'], bound: 75 },
  // Not html.test.ts: its drawn pages take too long for each change, and the other files hold what it holds by hand.
  { room: 'lib/decode/html', tests: ['test/decode/html-*.test.ts'], bound: 75 },
];

/** The room that a place lies in: the room itself, or a file or folder inside one (a range of lines may follow). Undefined where no room holds it. */
export function roomOf(place: string): Room | undefined {
  return ROOMS.find(
    ({ room }) => place === room || place.startsWith(`${room}/`) || place.startsWith(`${room}:`),
  );
}

/** The tests that hold a file, or a range of its lines, by themselves, in the folder that its own folder is mirrored by; undefined where it has none. */
export function ownTests(place: string, { room, own }: Room): string[] | undefined {
  const [, folder = '', name = ''] =
    /^(.*?\/?)([\w-]+)\.tsx?(?::|$)/.exec(place.slice(room.length + 1)) ?? [];
  const path = own && `${own.folder}/${folder}${own.named[name] ?? name}.test.ts`;
  return path && existsSync(path) ? [path] : undefined;
}
