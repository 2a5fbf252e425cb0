/** A workbook: the whole report on one sheet, or each table on a sheet of its own; plain digits are numbers. */
import ExcelJS from 'exceljs';
import { chance } from '../../../lib/synth/random';
import { expandGrid, type GridCell, gridOf } from '../page/page';
import { RUNNING_TEXT } from '../damage/index';
import type { ShapeWriter } from './shape';

function writeTable(sheet: ExcelJS.Worksheet, from: number, grid: GridCell[][], asNumbers: boolean): number {
  expandGrid(grid).forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell) return;
      const isNumber = asNumbers && cell.value !== null && /^(?:0|-?[1-9]\d*)$/.test(cell.text);
      sheet.getCell(from + r, c + 1).value = isNumber ? Number(cell.text) : cell.text;
      if (cell.rowspan > 1 || cell.colspan > 1)
        sheet.mergeCells(from + r, c + 1, from + r + cell.rowspan - 1, c + cell.colspan);
    });
  });
  return from + grid.length;
}

export const xlsx: ShapeWriter = {
  extension: 'xlsx',
  keepsPlaces: true,
  damage: [],
  without: RUNNING_TEXT,
  write: async (page, { random }) => {
    const workbook = new ExcelJS.Workbook();
    const isSplit = chance(random, 0.3);
    const asNumbers = chance(random, 0.6);
    let sheet = workbook.addWorksheet('年报');
    let row = 1;
    for (const block of page.blocks) {
      if (block.kind === 'picture') continue;
      if (block.kind === 'text') {
        sheet.getCell(row++, 1).value = block.text;
        continue;
      }
      if (isSplit) {
        sheet = workbook.addWorksheet(`表${workbook.worksheets.length}`);
        row = 1;
      }
      row = writeTable(sheet, row, gridOf(block), asNumbers);
    }
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
};
