import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  amountSql,
  BYTE_ORDER_MARK,
  csvLines,
  type CsvValue,
  headerLine,
  lineSql,
  type SqlCell,
} from '../lib/csv';

/** First characters that make a spreadsheet compute, in half and in full width: what both writers must guard. */
const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
/** First characters that look like them and do nothing. */
const HARMLESS = [
  '"',
  "'",
  ',',
  ' ',
  '\n',
  '0',
  '甲',
  '*',
  '/',
  '−',
  '–',
  '：',
  '#',
  '!',
  '\u00a0',
  '\ufeff',
];

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** The line that DuckDB writes of these cells. */
async function sqlLine(cells: readonly SqlCell[]): Promise<unknown> {
  const reader = await connection.runAndReadAll(`SELECT ${lineSql(cells)} AS line`);
  return reader.getRowsJS()[0]?.[0];
}
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const textCell = (text: string): SqlCell => ({ kind: 'text', sql: quoted(text) });

/** What a spreadsheet finds in the cells of one line. */
const cellsOf = (csv: string): string[] =>
  parse(csv, { record_delimiter: '\r\n', relax_column_count: true })[0] ?? [];

describe('text that a spreadsheet would compute gets an apostrophe', () => {
  test.each(FORMULA_STARTS)('in memory and in SQL: begins with %j', async (start) => {
    for (const text of [`${start}1+1`, start, `${start}cmd|' /C calc'!A0`, `${start},"x"`]) {
      expect(cellsOf(csvLines([[text, 'b']]))).toEqual([`'${text}`, 'b']);
      expect(cellsOf(`${await sqlLine([textCell(text), textCell('b')])}\r\n`)).toEqual([`'${text}`, 'b']);
    }
  });

  test.each(HARMLESS)('and other text none: begins with %j', async (start) => {
    for (const text of [`${start}1+1`, start, `${start}=1`, `x${start}-1`]) {
      expect(cellsOf(csvLines([['a', text]]))).toEqual(['a', text]);
      expect(cellsOf(`${await sqlLine([textCell('a'), textCell(text)])}\r\n`)).toEqual(['a', text]);
    }
  });

  test('which numbers do not get, negative ones neither', async () => {
    expect(csvLines([[-5, 0, 12.5, -0.25]])).toBe('-5,0,12.5,-0.25\r\n');
    expect(
      await sqlLine([
        { kind: 'count', sql: '-5' },
        { kind: 'count', sql: '0' },
        { kind: 'amount', sql: '12.5::DOUBLE' },
        { kind: 'amount', sql: '-0.25::DOUBLE' },
      ]),
    ).toBe('-5,0,12.5,-0.25');
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom(...FORMULA_STARTS, ...HARMLESS, '\r\n', 'a', '1'), { maxLength: 5 })
    .map((all) => all.join('')),
);
/** What must stand in the cell: the text, guarded where it begins a formula. */
const guarded = (text: string): string =>
  FORMULA_STARTS.some((start) => text.startsWith(start)) ? `'${text}` : text;

test('whatever stands in a cell, both writers give the same cells, as many as went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 2, maxLength: 4 }), async (texts) => {
      // DuckDB reads no text with a null character out of its SQL.
      fc.pre(!texts.some((text) => text.includes('\0')));
      const expected = texts.map(guarded);
      expect(cellsOf(csvLines([texts]))).toEqual(expected);
      expect(cellsOf(`${await sqlLine(texts.map(textCell))}\r\n`)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

describe('a line', () => {
  test('ends with CR and LF, one a row, and null is an empty cell', () => {
    const rows: CsvValue[][] = [
      ['甲县', 1, null],
      [null, null, 0],
      ['', 2.5, 'x'],
    ];
    expect(csvLines(rows)).toBe('甲县,1,\r\n,,0\r\n,2.5,x\r\n');
    expect(csvLines([])).toBe('');
  });

  test('quotes what would end a cell or a line, a lone CR or LF too', () => {
    expect(csvLines([['a,b', 'a"b', 'a\nb', 'a\rb', 'a b']])).toBe('"a,b","a""b","a\nb","a\rb",a b\r\n');
  });

  test('of SQL quotes text, leaves words and numbers bare, and has an empty cell for null', async () => {
    expect(
      await sqlLine([
        { kind: 'text', sql: `'说"是"'` },
        { kind: 'word', sql: `'county'` },
        { kind: 'count', sql: '7::BIGINT' },
        { kind: 'amount', sql: '0.1::DOUBLE' },
      ]),
    ).toBe('"说""是""",county,7,0.1');
    const none: SqlCell[] = (['text', 'word', 'count', 'amount'] as const).map((kind) => ({
      kind,
      sql: kind === 'amount' ? 'NULL::DOUBLE' : 'NULL::VARCHAR',
    }));
    expect(await sqlLine(none)).toBe(',,,');
    expect(await sqlLine([textCell(''), textCell('x')])).toBe('"","x"');
  });

  test('of SQL takes an expression as a whole', async () => {
    expect(
      await sqlLine([
        { kind: 'count', sql: '1 + 2' },
        { kind: 'word', sql: `'a' || 'b'` },
        { kind: 'amount', sql: '1.5::DOUBLE + 0.25' },
      ]),
    ).toBe('3,ab,1.75');
  });
});

test.each([
  ['0::DOUBLE', '0'],
  ['3::DOUBLE', '3'],
  ['-3::DOUBLE', '-3'],
  ['96171.6::DOUBLE', '96171.6'],
  ['-0.5::DOUBLE', '-0.5'],
  // Whole numbers are written out as far as a double counts them exactly, then as DuckDB writes them.
  ['999999999999999::DOUBLE', '999999999999999'],
  ['-999999999999999::DOUBLE', '-999999999999999'],
  ['1e15::DOUBLE', '1000000000000000.0'],
  ['-1e15::DOUBLE', '-1000000000000000.0'],
  ['1e300::DOUBLE', '1e+300'],
  ['NULL::DOUBLE', null],
])('an amount %s is written %s', async (sql, text) => {
  const reader = await connection.runAndReadAll(`SELECT ${amountSql(sql)} AS text`);
  expect(reader.getRowsJS()).toEqual([[text]]);
});

test('the head names each column with its unit', () => {
  expect(
    headerLine([
      { id: 'agency', label: '机关', unit: null },
      { id: 'fees_10k_yuan', label: '收费', unit: '万元' },
      { id: 'disclosure_rate', label: '公开率', unit: 'ratio, 0–1' },
    ]),
  ).toBe('agency,fees_10k_yuan [万元],"disclosure_rate [ratio, 0–1]"\r\n');
});

test('the mark that tells a spreadsheet the encoding is the first three bytes of UTF-8 with one', () => {
  expect([...Buffer.from(BYTE_ORDER_MARK)]).toEqual([0xef, 0xbb, 0xbf]);
});
