/** Cursors, pages and kept answers by themselves, without a database. */
import { expect, test } from 'vitest';
import { afterSql, orderSql, readCursor, type SortKey, writeCursor } from '../../lib/query/sql/cursor';
import { pageOf } from '../../lib/query/sql/page';

const VERSION = '0123456789abcdef';
const CURSOR = { version: VERSION, order: 'reports year', seen: 20, keys: [2024, '甲', null] };
const KINDS = ['number', 'string', 'number'] as const;

test('a cursor is read back by the same list of the same version, and fits into an address as it is', () => {
  const text = writeCursor(CURSOR);
  expect(text).toMatch(/^[\w-]+$/);
  expect(readCursor(text, VERSION, 'reports year', KINDS)).toEqual({ seen: 20, keys: [2024, '甲', null] });
  // The first twelve characters tell versions apart.
  expect(readCursor(text, '0123456789abXXXX', 'reports year', KINDS).seen).toBe(20);
});

const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const NOT_GIVEN = 'expected the cursor that the page before gave as next';

test.each([
  [
    'another order',
    writeCursor({ ...CURSOR, order: 'reports -year' }),
    'expected a cursor of the same list in the same order (reports year)',
  ],
  [
    'another version',
    writeCursor({ ...CURSOR, version: 'f123456789abcdef' }),
    'it has changed since, begin again without one',
  ],
  ['too few keys', writeCursor({ ...CURSOR, keys: [2024, '甲'] }), NOT_GIVEN],
  ['too many keys', writeCursor({ ...CURSOR, keys: [2024, '甲', 1, 1] }), NOT_GIVEN],
  ['a key of another kind', writeCursor({ ...CURSOR, keys: ['2024', '甲', 1] }), NOT_GIVEN],
  ['a negative number of rows', forged(['0123456789ab', 'reports year', -1, [2024, '甲', 1]]), NOT_GIVEN],
  ['half a row', forged(['0123456789ab', 'reports year', 1.5, [2024, '甲', 1]]), NOT_GIVEN],
  ['no list of keys', forged(['0123456789ab', 'reports year', 1, 2024]), NOT_GIVEN],
  ['no text of a cursor', '%%%', NOT_GIVEN],
  ['nothing', '', NOT_GIVEN],
])('a cursor of %s is refused', (_, text, message) => {
  expect(() => readCursor(text, VERSION, 'reports year', KINDS)).toThrow(message);
  expect(() => readCursor(text, VERSION, 'reports year', KINDS)).toThrow(`after=${text}: expected`);
});

const asked = (values: (string | number | null)[], directions: boolean[]): [string, (string | number)[]] => {
  const keys: SortKey[] = directions.map((descending, i) => ({
    sql: 'abc'[i] ?? '',
    descending,
    isText: false,
  }));
  const bound: (string | number)[] = [];
  const sql = afterSql(keys, values, (value) => `$${bound.push(value)}`);
  return [sql, bound];
};

test('rows after a row are those behind it in the first key, or level with it and behind in the next; null is last', () => {
  expect(asked([5], [false])).toEqual(['(a > $1 OR a IS NULL)', [5]]);
  expect(asked([5], [true])).toEqual(['(a < $1 OR a IS NULL)', [5]]);
  expect(asked([null], [false])).toEqual(['(false)', []]);
  expect(asked([5, 7], [true, false])).toEqual([
    '(a < $1 OR a IS NULL OR (a = $2 AND (b > $3 OR b IS NULL)))',
    [5, 5, 7],
  ]);
  expect(asked([null, 7], [false, false])).toEqual(['(false OR (a IS NULL AND (b > $1 OR b IS NULL)))', [7]]);
  expect(asked([], [])).toEqual(['false', []]);
  expect(
    orderSql([
      { sql: 'a', descending: true, isText: false },
      { sql: 'b', descending: false, isText: true },
    ]),
  ).toBe('a DESC NULLS LAST, b ASC NULLS LAST');
});

test.each([
  [{}, { limit: 50, offset: 0 }],
  [
    { page: 3, pageSize: 20 },
    { limit: 20, offset: 40 },
  ],
  [
    { page: -1, pageSize: -5 },
    { limit: 1, offset: 0 },
  ],
  [{ pageSize: 1001 }, { limit: 1000, offset: 0 }],
  [
    { page: 2.9, pageSize: 10.9 },
    { limit: 10, offset: 10 },
  ],
])('the page %j has the bounds %j', (question, bounds) => {
  expect(pageOf(question, VERSION, 'cells', ['number'])).toMatchObject({ ...bounds, after: null });
});

test('a page says where it stands and what comes next: nothing after the last row', () => {
  const page = pageOf({ page: 3, pageSize: 20 }, VERSION, 'cells', ['number']);
  const meta = page.meta(61, 20, [9]);
  expect(meta).toMatchObject({ row_count: 61, page: 3, page_size: 20, pages: 4, first_row: 41 });
  expect(readCursor(meta.next ?? '', VERSION, 'cells', ['number'])).toEqual({ seen: 60, keys: [9] });
  expect(page.meta(60, 20, [9]).next).toBeNull();
  expect(page.meta(61, 19, [9]).next).toBeNull();
  expect(page.meta(0, 0, [null])).toMatchObject({ pages: 1, next: null });
  const next = pageOf({ page: 7, pageSize: 20, after: meta.next ?? '' }, VERSION, 'cells', ['number']);
  expect(next).toMatchObject({ limit: 20, offset: 0, after: [9] });
  expect(next.meta(61, 1, [10])).toMatchObject({ page: 4, first_row: 61, next: null });
});
