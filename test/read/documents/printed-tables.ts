/** Table 3 of the 2021 form with figures of our own, to be printed in some layout: blanks for zeros, totals that add up. */
import { expect } from 'vitest';
import { decode } from '../../../lib/decode/index';
import { REQUEST_COLUMNS, requestRows } from '../../../lib/form/index';
import { REQUEST_ROW_LABELS } from '../../../lib/form/labels';
import { type StatutoryTables, readTables } from '../../../lib/read/index';
import { valueOf } from '../../../lib/figures';

/** Label cells of merged blocks, before the label of their first row. */
export const BLOCKS: Record<string, string> = {
  granted: '三、本年度办理结果',
  denied_state_secret: '（三）不予公开',
  unable_not_held: '（四）无法提供',
  not_processed_petition: '（五）不予处理',
  other_amendment_overdue: '（六）其他处理',
};

const ROWS = requestRows('2021');

/** What each row prints, its zeros blank. */
const FIGURES = ROWS.map((_, row) => {
  const parts = REQUEST_COLUMNS.slice(0, 6).map((_column, column) =>
    (row * 7 + column * 5) % 4 === 0 ? ((row + 1) * (column + 2)) % 37 : 0,
  );
  const total = parts.reduce((sum, part) => sum + part, 0);
  return [...parts, total].map((figure) => (figure === 0 ? '' : String(figure)));
});

/** The headers and rows as a table prints them, merged cells in their first place alone. */
export const REQUEST_TABLE: readonly (readonly string[])[] = [
  ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
  ['自然人', '法人或其他组织', '总计'],
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
  ...ROWS.map((row, index) => [
    ...(BLOCKS[row] ? [BLOCKS[row]] : []),
    REQUEST_ROW_LABELS[row]?.[0] ?? '',
    ...(FIGURES[index] ?? []),
  ]),
];

/** The same on the grid of three label columns and seven of figures that merged cells really cover. */
export const REQUEST_GRID: readonly (readonly string[])[] = [
  ['项目', '', '', ...REQUEST_COLUMNS.map((column) => column.zh)],
  ...ROWS.map((row, index) => {
    const label = REQUEST_ROW_LABELS[row]?.[0] ?? '';
    const labels =
      row === 'granted'
        ? [BLOCKS[row] ?? '', label, '']
        : BLOCKS[row]
          ? ['', BLOCKS[row], label]
          : [label, '', ''];
    return [...labels, ...(FIGURES[index] ?? [])];
  }),
];

export const tablesOf = async (text: string, name: string): Promise<StatutoryTables> =>
  readTables(await decode(Buffer.from(text), name));

/** Every figure of the table read as printed, blanks as blanks. */
export function expectRequests(tables: StatutoryTables): void {
  for (const [row, id] of ROWS.entries())
    for (const [column, { id: name }] of REQUEST_COLUMNS.entries()) {
      const printed = FIGURES[row]?.[column] ?? '';
      const field = `requests.${id}.${name}`;
      expect([field, valueOf(tables, field), tables.cells[field]?.state]).toEqual([
        field,
        printed === '' ? null : Number(printed),
        printed === '' ? 'blank' : 'number',
      ]);
    }
}

/** Some fields of the tables, by name. */
export const valuesOf = (
  tables: StatutoryTables,
  row: string,
  columns: readonly string[],
): (number | null)[] => columns.map((column) => valueOf(tables, `${row}.${column}`));
