/** README's "Where do I change…?" says what is so: each row is held against the tree, by what it names and what it leaves out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../lib/decode/kinds';
import { SOURCE_FORMATS } from '../lib/document';
import { FILTER_NAMES, filterOf } from '../lib/filters';
import {
  DISCLOSURE_COLUMN_LABELS,
  DISCLOSURE_ROW_LABELS,
  PROCEEDING_COLUMN_LABELS,
  REQUEST_ROW_LABELS,
} from '../lib/form/labels';
import { messages as zhCN } from '../lib/words/zh-CN/messages';
import { RULE_IDS } from '../lib/audit/rules';
import { METRICS } from '../lib/metrics/registry';
import { LANGUAGES } from '../lib/words';

type Row = { change: string; touch: string; prove: string };
const rows: Row[] = [...readFileSync('README.md', 'utf8').matchAll(/^\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)]
  .map(([, change = '', touch = '', prove = '']) => ({ change, touch, prove }))
  // The heads, and the line under them.
  .slice(2);

/** What a row names: files and folders of this repository, without the places of what is to be added. */
const pathsOf = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)]
    .map(([, named = '']) => named)
    .filter((named) => /^(?:lib|app|test|data)\//.test(named) && !/[<*]/.test(named));

function touched(change: string): string[] {
  const row = rows.find((each) => each.change === change);
  expect(row, change).toBeDefined();
  return pathsOf(row?.touch ?? '');
}

/** The code of a file without its comments, which may name anything. */
const code = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/ .*$/gm, '');

const sources = ['lib', 'app'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|css)$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);
const filesWith = (sign: RegExp, within: RegExp): string[] =>
  sources.filter((path) => within.test(path) && sign.test(code(path))).sort();
const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));

test('the table has all its rows, and every path in it is there', () => {
  expect(rows.map(({ change }) => change)).toContain('colours, type, space');
  expect(rows).toHaveLength(16);
  const named = rows.flatMap(({ touch, prove }) => [...pathsOf(touch), ...pathsOf(prove)]);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

describe('a file format', () => {
  const [entries, ids] = touched('a file format');
  const documents = KINDS.flatMap((kind) => (kind.family === 'document' ? [kind] : []));

  test.each([...SOURCE_FORMATS])('%s is in each of the places, with a fixture', (format) => {
    expect(code(ids ?? '')).toContain(`'${format}'`);
    const kind = documents.find(({ id }) => id === format);
    expect(kind?.endings.filter((ending) => existsSync(`test/decode/fixtures/report.${ending}`))).not.toEqual(
      [],
    );
  });

  test('its reader is a file of the room that nobody but the room calls', () => {
    const readers = [...code(entries ?? '').matchAll(/import \{ ([^}]*decode[^}]*) \} from '\.\/([\w/]+)'/g)];
    expect(readers.length).toBeGreaterThanOrEqual(SOURCE_FORMATS.length - 2);
    for (const [, names = '', path] of readers) {
      const inRoom = existsSync(`lib/decode/${path}.ts`) || existsSync(`lib/decode/${path}/index.ts`);
      expect(inRoom, path).toBe(true);
      for (const name of names.match(/\bdecode\w+/g) ?? [])
        expect(filesWith(new RegExp(`\\b${name}\\b`), /^(?!lib\/decode\/)/)).toEqual([]);
    }
  });
});

test('labels of the form are spelled in the reader only where the row says', () => {
  const labels = [
    DISCLOSURE_COLUMN_LABELS,
    DISCLOSURE_ROW_LABELS,
    PROCEEDING_COLUMN_LABELS,
    REQUEST_ROW_LABELS,
  ]
    .flatMap((each) => Object.values(each).flat())
    .filter((label) => label.length > 2);
  // A pattern holds a part of a label as well as a whole one: runs of four characters that labels have.
  const parts = new Set(labels.flatMap((label) => [label, ...(label.length > 4 ? [label.slice(0, 4)] : [])]));
  const spelled = sources.filter(
    (path) =>
      /^lib\/(?:read|decode)\//.test(path) &&
      [...code(path).matchAll(/[\u4e00-\u9fff]{3,60}/g)].some(([run]) =>
        [...parts].some((part) => run.includes(part)),
      ),
  );
  const named = touched('a new spelling of a label').filter((path) => path !== 'lib/form/labels.ts');
  expect(named.sort()).toEqual(spelled.sort());
});

test('a form version is named by no more files than there are today', () => {
  expect(rows.some(({ touch }) => touch.includes(`grep -rlE "'20(19\\|21)'" lib app`))).toBe(true);
  const files = filesWith(/'20(?:19|21)'/, /^(?!lib\/form\/)/);
  expect(files.length).toBeLessThanOrEqual(21);
});

test("a cell's text becomes a number in one file; only numberings of rows are counted elsewhere", () => {
  const readers = filesWith(/\bNumber\(|\bparseInt\(|\bparseFloat\(/, /^lib\/read\//);
  expect(readers).toEqual(
    [...touched("how a cell's text becomes a number"), 'lib/read/labels/numbering.ts'].sort(),
  );
});

test('every table of places and hosts is read by the room that says who, where and when', () => {
  const room = sources
    .filter((path) => path.startsWith('lib/identify/'))
    .map(code)
    .join('\n');
  const tables = readdirSync('data').filter((name) => name.endsWith('.csv'));
  expect(tables.length).toBeGreaterThan(4);
  expect(tables.filter((name) => !room.includes(name))).toEqual([]);
});

describe('an audit rule', () => {
  const FOLDER = 'lib/audit/rules';
  const files = namesIn(FOLDER).filter((name) => name !== 'index' && name !== 'rule');
  const idOf = (file: string): string => file.replace('-', '.').replaceAll('-', '_');

  test('is a file named by its id, which the list has once', () => {
    expect(files.map(idOf).sort()).toEqual([...RULE_IDS].sort());
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
  });

  test.each(files)('%s is named by its own file and its words alone', (file) => {
    const named = [idOf(file), `rule.${idOf(file)}`, `rule.${idOf(file)}.equation`].map((id) => `'${id}'`);
    const places = sources.filter((path) => named.some((id) => code(path).includes(id)));
    const words = touched('an audit rule').filter((path) => path.startsWith('lib/words/'));
    // The card that draws both sides of this rule leads to its findings.
    const leads = file === 'requests-carry-over' ? ['app/cards/carry.ts'] : [];
    expect(places.sort()).toEqual([`${FOLDER}/${file}.ts`, ...words, ...leads].sort());
  });
});

test('a metric is defined in one place, once', () => {
  const ids = METRICS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const elsewhere = sources.filter(
    (path) =>
      !/^lib\/(?:metrics|form)\//.test(path) &&
      /\bdefine\(|\bkind: 'rate'/.test(code(path)) &&
      /\bnumerator: \[/.test(code(path)),
  );
  expect(elsewhere).toEqual([]);
});

describe('a filter', () => {
  const registry = code('lib/filters/registry.ts');
  const years = ['from', 'to'];

  test.each(FILTER_NAMES)('%s is an object of its file, and a line of the registry', (name) => {
    const file = years.includes(name) ? 'years' : name;
    expect(code(`lib/filters/parameters/${file}.ts`)).toContain(`export const ${name}: Filter<`);
    expect(registry).toMatch(new RegExp(`^ {2}${name},$`, 'm'));
  });

  test.each(FILTER_NAMES)('%s is named by none of the loops over all filters', (name) => {
    const loops = [
      'lib/filters/(?:parse|serialize|chips|registry)',
      'lib/query/(?:files/file-name|filter-options|sql/(?:slice|count))',
      'app/_components/filter-',
      'app/api/_http/(?:openapi|schemas|parameters)',
    ];
    // Several boxes one below another, or two for one range; the names of regions; which database.
    const apart: Record<string, string[]> = {
      from: ['app/_components/filter-bar.tsx', 'app/_components/filter-choices.ts'],
      to: ['app/_components/filter-bar.tsx', 'app/_components/filter-choices.ts'],
      region: [
        'app/_components/filter-choices.ts',
        'lib/query/files/file-name.ts',
        'lib/query/filter-options.ts',
      ],
      corpus: ['app/_components/filter-problems.tsx', 'lib/query/files/file-name.ts'],
    };
    const named = filesWith(new RegExp(`\\bfilters\\.${name}\\b`), new RegExp(`^(?:${loops.join('|')})`));
    expect([name, named]).toEqual([name, apart[name] ?? []]);
  });

  test.each(FILTER_NAMES)('%s has its words in both dictionaries', (name) => {
    expect(zhCN).toHaveProperty([`parameter.${name}`]);
    expect(zhCN).toHaveProperty([`problem.${name}`]);
    const isLabelled = ['choices', 'text'].includes(filterOf(name).bar?.control ?? '');
    expect(Object.hasOwn(zhCN, `filter.${name}`) || !isLabelled).toBe(true);
  });
});

test('a query is a file that the index of the room gives out, or a part of one', () => {
  const index = code('lib/query/index.ts');
  const names = sources.filter((path) => path.startsWith('lib/query/') && path !== 'lib/query/index.ts');
  const room = names.map((path) => code(path)).join('\n');
  // Files are written and named outside the room from the same SQL and words.
  const shared = ['lib/query/files/cell-source.ts', 'lib/query/files/file-name.ts'];
  const inIndex = (path: string): boolean =>
    index.includes(`'${path.replace('lib/query/', './').replace('.ts', '')}'`);
  const inRoom = (path: string): boolean => room.includes(`/${path.split('/').at(-1)?.replace('.ts', '')}'`);
  expect(names.filter((path) => !inIndex(path) && !inRoom(path) && !shared.includes(path))).toEqual([]);
  expect(names.filter(inIndex).length).toBeGreaterThan(15);
});

test('a card is a file named by its id, with its line in the list and words that begin with it', () => {
  const [room, index, ...others] = touched('a card');
  const words = others.filter((path) => path.startsWith('lib/words/'));
  expect([room, index]).toEqual(['app/cards/', 'app/cards/index.ts']);
  expect(words).toEqual(LANGUAGES.map((language) => `lib/words/${language}/cards.ts`));
  const names = namesIn('app/cards').filter((name) => name !== 'index');
  expect(names.length).toBeGreaterThan(25);
  const idOf = (name: string) =>
    /^ +id: '([\w-]+)'|Card\(\{ id: '([\w-]+)'/m.exec(code(`app/cards/${name}.ts`));
  expect(names.map((name) => idOf(name)?.slice(1).find(Boolean))).toEqual(names);
  const list = code(index ?? '');
  for (const name of names) {
    const [, card = ''] = new RegExp(`import { (\\w+) } from './${name}'`).exec(list) ?? [];
    expect(list, name).toMatch(new RegExp(`^  ${card},$`, 'm'));
  }
  for (const path of words) {
    const prefixes = [...code(path).matchAll(/'cards\.([\w-]+)\./g)].map(([, id]) => id ?? '');
    expect(prefixes.filter((id) => !names.includes(id))).toEqual([]);
  }
});

test('cards are made where the row says', () => {
  const rooms = touched('a card').filter((path) => path.startsWith('app/'));
  const cards = filesWith(/^\s+(?:async load\(|load: load)/m, /^app\//);
  expect(cards.length).toBeGreaterThan(10);
  expect(cards.filter((path) => !rooms.some((room) => path.startsWith(room)))).toEqual([]);
});

test('a kind of chart is a file of its room and a line of the list', () => {
  const [room = '', list = ''] = touched('a kind of chart');
  const kinds = filesWith(/: ChartKind</, new RegExp(`^${room}`));
  expect(kinds.length).toBeGreaterThan(8);
  for (const path of kinds) expect(code(list)).toContain(`'./${path.slice('lib/chart/'.length, -3)}'`);
  const all = sources.map((path) => code(path)).join('\n');
  expect(namesIn('lib/chart').filter((name) => !all.includes(`/${name}'`))).toEqual([]);
});

test('a language is a folder of the dictionaries and a line in their index', () => {
  const folders = readdirSync('lib/words').filter((name) => !name.endsWith('.ts'));
  expect(folders.sort()).toEqual([...LANGUAGES].sort());
  expect(filesWith(/(?:language|label) [!=]== '[a-z]/, /^(?:lib|app)\//)).toEqual([
    // What a report prints is Chinese whatever the page speaks.
    'app/_agency/year-tables.tsx',
    'app/_components/mixed-text.tsx',
    'app/_report/tables/printed-label.tsx',
    'app/_report/tables/statutory-section.tsx',
    'lib/form/index.ts',
    'lib/query/metrics/flat-rows.ts',
  ]);
});

test('words are in the dictionaries, and in the pages only where the row says', () => {
  const places = touched('words on the pages');
  const spoken = filesWith(/[\u4e00-\u9fff]{2,}/, /^app\//).filter(
    (path) => !places.some((place) => path.startsWith(place)),
  );
  // The sheet of a workbook that all languages share.
  expect(spoken).toEqual(['app/api/_http/tables.ts']);
});

test('colours are in the theme, and elsewhere only where the row says', () => {
  const coloured = filesWith(
    /#[\da-f]{3}(?:[\da-f]{3})?\b|\b(?:rgb|hsl|oklch)a?\(/i,
    /^(?:app|lib\/chart)\//,
  );
  expect(coloured).toEqual(touched('colours, type, space').sort());
});
