/** Tables in plain text whose rows take several lines. */
import { expect, test } from 'vitest';
import { REQUEST_GRID, REQUEST_TABLE, expectRequests, tablesOf, valuesOf } from './printed-tables';

const HEADING = '三、收到和处理政府信息公开申请情况\n\n';

test.each([
  // Each cell a paragraph, a block without margins, or a text that ends in a line break: what browsers make of them.
  ['paragraphs', '\n\n\t\n\n', '\n\n\n\n\n'],
  ['blocks', '\n\t\n', '\n\n\n'],
  ['broken lines', '\n\t', '\n\n'],
])('a table copied from a browser, cells of %s, is read in full', async (_name, between, after) => {
  const text = REQUEST_TABLE.map((cells) => cells.join(between)).join(after);
  expectRequests(await tablesOf(`${HEADING}${text}\n`, 'copied.txt'));
});

test('empty cells of a copied table may show a blank', async () => {
  const text = REQUEST_TABLE.map((cells) => cells.map((cell) => cell || '\u00a0').join('\n\n\t\n\n')).join(
    '\n\n\n\n\n',
  );
  expectRequests(await tablesOf(`${HEADING}${text}\n`, 'copied.txt'));
});

test('a tab that closes every line stands before no cell', async () => {
  const lines = REQUEST_TABLE.map((cells) => `${cells.map((cell) => cell || '0').join('\t')}\t`);
  const tables = await tablesOf(`${HEADING}${lines.join('\n')}\n`, 'copied.txt');
  expect(valuesOf(tables, 'requests.granted', ['natural_person', 'org_commercial', 'total'])).toEqual(
    (REQUEST_GRID[3] ?? []).filter((_cell, index) => [3, 4, 9].includes(index)).map(Number),
  );
  expect(
    tables.issues.filter(({ fields }) => fields.some((field) => field.startsWith('requests.granted'))),
  ).toEqual([]);
});

/** A table ruled off row by row, its cells wrapped at so many letters. */
function ruled(width: number): string {
  const rule = `+${REQUEST_GRID[0]?.map(() => '-'.repeat(width)).join('+')}+`;
  const rows = REQUEST_GRID.map((cells) => {
    const wrapped = cells.map((cell) => cell.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']);
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from(
      { length: height },
      (_, at) => `|${wrapped.map((lines) => lines[at] ?? ' ').join('|')}|`,
    ).join('\n');
  });
  return [rule, ...rows.flatMap((row) => [row, rule])].join('\n');
}

test.each([5, 6, 12])(
  'a table with rules between its rows is read in full, cells wrapped at %i',
  async (width) => {
    expectRequests(await tablesOf(`${HEADING}${ruled(width)}\n`, 'table.md'));
  },
);

test('rules around a whole table do not join its rows', async () => {
  const lines = ruled(60).split('\n');
  const rows = lines.filter((line) => line.startsWith('|'));
  const text = [lines[0], rows[0], lines[0], ...rows.slice(1), lines[0]].join('\n');
  expectRequests(await tablesOf(`${HEADING}${text}\n`, 'table.md'));
});

test('what programs write for merged cells is no figure', async () => {
  const lines = REQUEST_GRID.map((cells, row) =>
    cells
      .map((cell, column) => (cell === '' && (column < 3 || row === 0) ? 'None' : cell || '0'))
      .join(' | '),
  );
  const tables = await tablesOf(`${HEADING}${lines.join('\n')}\n`, 'table.txt');
  expect(valuesOf(tables, 'requests.denied_third_party', ['natural_person', 'total'])).toEqual(
    [3, 9].map((at) =>
      Number(REQUEST_GRID.find((cells) => cells.some((cell) => cell.includes('第三方')))?.[at]),
    ),
  );
});

/** The table as programs print it that close every cell with a pipe and fill rows up to the width of the table. */
const WIDTH = 10;
const closedRows = (cells: (row: readonly string[]) => readonly string[], close: string): string =>
  REQUEST_TABLE.map((row) => {
    const own = cells(row);
    return `${own.map((cell) => `${cell}${close}`).join('')}${'|'.repeat(WIDTH - own.length)}`;
  }).join('\n');

test('a pipe on a line of its own closes the cell above it, and one below another is an empty cell', async () => {
  const text = REQUEST_TABLE.map((row) => row.map((cell) => `${cell}\n|\n`.trimStart()).join('')).join('');
  expectRequests(await tablesOf(`${HEADING}该部分以表格形式报告。\n${text}`, 'cells.txt'));
});

test('pipes that fill up rows whose empty cells were left out stand for no cell', async () => {
  const text = closedRows((row) => row.filter((cell) => cell !== ''), ' | ');
  const tables = await tablesOf(`${HEADING}${text}\n`, 'rows.txt');
  const named = new Set(tables.issues.flatMap(({ fields }) => fields));
  const whole = await tablesOf(`${HEADING}${closedRows((row) => row, ' | ')}\n`, 'rows.txt');
  expectRequests(whole);
  const others = Object.entries(whole.cells).flatMap(([field, cell]) => {
    const again = tables.cells[field];
    return again?.raw === cell.raw && again.state === cell.state
      ? []
      : [[field, again?.state !== 'number', named.has(field) || again?.raw === '']];
  });
  expect(others.length).toBeGreaterThan(0);
  expect(others).toEqual(others.map(([field]) => [field, true, true]));
});
