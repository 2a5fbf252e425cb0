/** A row's cells by the headers over their columns, and how many figures a row has where some were repeated. */
import { describe, expect, test } from 'vitest';
import { formLabels, labelSet } from '../../../lib/read/labels/similarity';
import type { Token } from '../../../lib/read/lines/tokens';
import { cellsUnderHeaders, figuresIn, hasPushedCell } from '../../../lib/read/fit/by-header';
import { cellsAt, shown, tokenOf } from '../rows';
import { tokens } from '../tables';

const SET = labelSet(
  formLabels({
    issued: ['本年制发件数'],
    repealed: ['本年废止件数'],
    in_force: ['现行有效件数'],
    total: ['总计'],
  }),
);
const COLUMNS = ['issued', 'repealed', 'in_force'];
const HEADERS = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];

const at = (column: number, text: string, span = 1): Token => tokenOf(text, { column, span });
const read = (headers: Token[], values: Token[], columns: readonly string[] = COLUMNS): string | null => {
  const found = cellsUnderHeaders({ headerCells: headers, values }, columns, SET);
  return found && shown(found);
};

describe('the cells under the heads', () => {
  test('are one for each column, in the order of the heads', () => {
    expect(read(cellsAt(0, ...HEADERS), cellsAt(1, '3', '?', '22'))).toBe('3 … 22');
    expect(read(cellsAt(0, ...HEADERS), cellsAt(1, '', '', ''))).toBe('… … …');
    const shuffled = ['信息内容', '总计', '本年制发件数', '本年废止件数', '现行有效件数'].map((text, index) =>
      at(index, text),
    );
    expect(read(shuffled.reverse(), cellsAt(1, '9', '3', '1', '22'))).toBe('3 1 22');
  });

  test('may stand over empty columns beyond the table', () => {
    expect(read(cellsAt(0, ...HEADERS, '', ''), cellsAt(1, '3', '', '22', '', ''))).toBe('3 … 22');
  });

  test('are not told where there are no heads, or the row ends elsewhere', () => {
    expect(read([], [])).toBeNull();
    expect(read([], cellsAt(1, '3', '1', '22'))).toBeNull();
    expect(read(cellsAt(0, ...HEADERS), cellsAt(1, '3', '1'))).toBeNull();
    expect(read(cellsAt(0, ...HEADERS), cellsAt(1, '3', '1', '22', ''))).toBeNull();
    expect(read(cellsAt(0, ...HEADERS), [])).toBeNull();
    const wide = [...cellsAt(1, '3', '1'), at(3, '22', 2)];
    expect(read(cellsAt(0, ...HEADERS, ''), wide)).toBe('3 1 22');
    expect(read(cellsAt(0, ...HEADERS), wide)).toBeNull();
  });

  test('are not told where the heads are others, fewer, more or in another order', () => {
    expect(read(cellsAt(0, '项目', '甲', '乙', '丙'), cellsAt(1, '3', '1', '22'))).toBeNull();
    expect(
      read(cellsAt(0, ...HEADERS), cellsAt(1, '3', '1', '22'), ['issued', 'in_force', 'repealed']),
    ).toBeNull();
    expect(read(cellsAt(0, ...HEADERS), cellsAt(1, '3', '1', '22'), [...COLUMNS, 'total'])).toBeNull();
    expect(
      read(
        cellsAt(0, '信息内容', '本年制发件数', '本年制发件数数', '现行有效件数'),
        cellsAt(1, '3', '1', '22'),
      ),
    ).toBeNull();
  });

  test('may be of columns that come again, in that very order', () => {
    const again = ['issued', 'total', 'issued', 'total'];
    const headers = cellsAt(0, '本年制发件数', '总计', '本年制发件数', '总计');
    expect(read(headers, cellsAt(0, '1', '2', '3', '4'), again)).toBe('1 2 3 4');
    expect(read(headers, cellsAt(0, '1', '2', '3', '4'), ['issued', 'total'])).toBeNull();
  });

  test('that were repeated for their span with their head are one', () => {
    const headers = cellsAt(0, '项目', '本年制发件数', '本年制发件数', '本年废止件数', '现行有效件数');
    expect(read(headers, cellsAt(1, '5', ' 5 ', '1', '22'))).toBe('5 1 22');
    expect(read(headers, cellsAt(1, '5', '6', '1', '22'))).toBeNull();
    // Another spelling of the header is another header, and so is one further on.
    expect(
      read(
        cellsAt(0, '项目', '本年制发件数', '本年制发件', '本年废止件数', '现行有效件数'),
        cellsAt(1, '5', '5', '1', '22'),
      ),
    ).toBeNull();
    const apart = [
      at(0, '项目'),
      at(1, '本年制发件数'),
      at(3, '本年制发件数'),
      at(4, '本年废止件数'),
      at(5, '现行有效件数'),
    ];
    expect(read(apart, cellsAt(1, '5', '5', '5', '1', '22'))).toBeNull();
  });

  test('are not told where heads lie over each other, or one cell under two of them', () => {
    const over = [at(0, '项目'), at(1, '本年制发件数', 2), at(2, '本年废止件数'), at(3, '现行有效件数')];
    expect(read(over, cellsAt(1, '5', '1', '22'))).toBeNull();
    const touching = [at(0, '项目'), at(1, '本年制发件数', 2), at(3, '本年废止件数'), at(4, '现行有效件数')];
    expect(read(touching, [at(1, '5', 2), ...cellsAt(3, '1', '22')])).toBe('5 1 22');
    // The figure under the second half of a wide header is no one's.
    expect(read(touching, cellsAt(1, '5', '7', '1', '22'))).toBeNull();
    expect(read(touching, cellsAt(1, '5', '', '1', '22'))).toBe('5 1 22');
  });

  test('are not told where no cell begins under a head', () => {
    expect(read(cellsAt(0, ...HEADERS), [at(1, '3', 2), at(3, '22')])).toBeNull();
    expect(read(cellsAt(0, ...HEADERS), [at(1, '3'), tokenOf('1'), at(3, '22')])).toBeNull();
  });

  test('leave out what stands under a head of its own, and nothing else', () => {
    expect(read(cellsAt(0, ...HEADERS), cellsAt(1, '3', '1', '22'), ['issued', 'in_force'])).toBe('3 22');
    const share = cellsAt(0, ...HEADERS, '占比');
    expect(read(share, cellsAt(1, '3', '1', '22', '4%'))).toBe('3 1 22');
    expect(read(share, [...cellsAt(1, '3', '1', '22'), at(4, '4')])).toBe('3 1 22');
    expect(read(cellsAt(0, ...HEADERS, ''), cellsAt(1, '3', '1', '22', '4'))).toBeNull();
    expect(read(cellsAt(0, ...HEADERS, '5'), cellsAt(1, '3', '1', '22', '4'))).toBeNull();
    expect(
      read([...cellsAt(0, ...HEADERS), at(4, '占比', 2)], [...cellsAt(1, '3', '1', '22', '4'), at(5, '')]),
    ).toBeNull();
    expect(
      read(
        [...cellsAt(0, ...HEADERS), at(4, '占比'), at(5, '')],
        [...cellsAt(1, '3', '1', '22'), at(4, '4', 2)],
      ),
    ).toBeNull();
  });

  test('are certain where they may be none elsewhere', () => {
    const found = cellsUnderHeaders(
      { headerCells: cellsAt(0, ...HEADERS), values: cellsAt(1, '3', '~', '?') },
      COLUMNS,
      SET,
    );
    expect(found?.map(({ optional, inferred, column }) => [optional, inferred, column])).toEqual([
      [false, false, 1],
      [false, false, 2],
      [false, false, 3],
    ]);
  });
});

describe('the figures of a row', () => {
  const count = (headers: readonly string[], values: Token[]): number =>
    figuresIn({ headerCells: cellsAt(0, ...headers), values });
  const repeated = ['信息内容', '数量', ' 数量', '数量'];

  test('are as many as are printed, without blanks and texts', () => {
    expect(count(HEADERS, cellsAt(1, '3', '', '22'))).toBe(2);
    expect(count(HEADERS, cellsAt(1, '3', '3', '说明'))).toBe(2);
    expect(count(HEADERS, [])).toBe(0);
    expect(count([], cellsAt(1, '5', '5'))).toBe(2);
  });

  test('count once where one was repeated under a repeated head', () => {
    expect(count(repeated, cellsAt(1, '5', ' 5', '5 '))).toBe(1);
    expect(count(repeated, cellsAt(1, '5', '5', '6'))).toBe(2);
    expect(count(repeated, cellsAt(1, '5', '', '5'))).toBe(2);
    expect(count(['信息内容', '数量', '总数'], cellsAt(1, '5', '5'))).toBe(2);
    expect(count(['信息内容', '', ''], cellsAt(1, '5', '5'))).toBe(2);
    expect(count(['信息内容', '数量', '数量', '数量'], [at(1, '5', 2), at(3, '5')])).toBe(1);
    expect(count(['信息内容', '数量', '数量', '数量'], [at(1, '5', 2), at(2, '5')])).toBe(2);
  });
});

test('a figure twice in succession, in a row with more cells than headers, may have pushed the others aside', () => {
  const over = [
    { column: 1, span: 1 },
    { column: 2, span: 2 },
  ].map((place) => tokenOf('采购', place));
  const row = (marks: string) => ({ headerCells: over, values: tokens(marks, 1) });
  expect(hasPushedCell(row('0 0 _'))).toBe(true);
  expect(hasPushedCell(row('0 5 _'))).toBe(false);
  expect(hasPushedCell(row('0 0'))).toBe(false);
  expect(hasPushedCell({ ...row('0 0 _'), headerCells: [] })).toBe(false);
});
