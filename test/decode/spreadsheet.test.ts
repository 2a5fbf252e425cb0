import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { showValue } from '../../lib/decode/sheet/cell-format';
import { cellsOf, gridsOf, type SampleTable, sampleTables } from '../writers/sample-table';

async function xlsxOf({ cells }: SampleTable): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('表三');
  for (const { text, row, column, rowspan, colspan } of cells) {
    sheet.getRow(row + 1).getCell(column + 1).value = text === '' ? null : text;
    if (rowspan > 1 || colspan > 1) sheet.mergeCells(row + 1, column + 1, row + rowspan, column + colspan);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('workbooks', () => {
  it('keep every cell and merge', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, async (table) => {
        // The last row and column must be written, or the sheet ends before them.
        const cells = table.cells.map((cell) => ({ ...cell, text: cell.text || '0' }));
        const document = await decode(await xlsxOf({ ...table, cells }), 'a.xlsx');
        expect(gridsOf(document).map(cellsOf)).toEqual([cells]);
      }),
      { numRuns: 20 },
    );
  });

  it('show numbers by their formats', () => {
    const cases: [number, string, string][] = [
      [0, 'General', '0'],
      [1234.5, '#,##0.00', '1,234.50'],
      [4068.208, 'General', '4068.208'],
      [0.1 + 0.2, 'General', '0.3'],
      [5, '0"件"', '5件'],
      [-8, '0;减0', '减8'],
      [0.5954, '0.00%', '59.54%'],
      [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', '-'],
      [7730.28, '0.###', '7730.28'],
    ];
    for (const [value, format, shown] of cases) expect(showValue(value, format)).toBe(shown);
    expect(showValue(new Date(Date.UTC(2021, 0, 27)), 'yyyy"年"m"月"d"日"')).toBe('2021年1月27日');
  });

  it('show the results of formulas and leave hidden sheets out', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('底稿', { state: 'hidden' }).addRow([999]);
    workbook
      .addWorksheet('表四')
      .addRow([1, { formula: 'A1+1', result: 2 }, { richText: [{ text: '3' }, { text: '4' }] }]);
    const document = await decode(new Uint8Array(await workbook.xlsx.writeBuffer()), 'a.xlsx');
    expect(gridsOf(document).map((grid) => grid.rows[0]?.map((cell) => cell.text))).toEqual([
      ['1', '2', '34'],
    ]);
    expect(gridsOf(document)[0]?.rows[0]?.[1]?.at).toEqual({ sheet: '表四', table: 1, row: 1, cell: 2 });
  });
});

describe('separated tables', () => {
  it('are parted by the delimiter they use, each line with the cells it has', async () => {
    for (const [name, mark] of [
      ['a.csv', ','],
      ['a.tsv', '\t'],
      ['a.csv', ';'],
    ] as const) {
      const text = ['项目,数量,金额', '"规章, 文件",,3', '许可,5', '合计,8,3.5'].join('\r\n');
      const written = text
        .replaceAll(',', mark)
        .replace(`"规章${mark} 文件"`, mark === ',' ? '"规章, 文件"' : '规章, 文件');
      const [grid] = gridsOf(await decode(Buffer.from(written), name));
      expect(grid?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
        ['项目', '数量', '金额'],
        ['规章, 文件', '', '3'],
        ['许可', '5'],
        ['合计', '8', '3.5'],
      ]);
    }
  });
});
