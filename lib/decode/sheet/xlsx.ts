/** Excel workbooks (XLSX) → one grid a visible sheet, numbers as the sheet shows them. */
import type { Cell, Worksheet } from 'exceljs';
import type { Block, Document, GridCell } from '../../document';
import { DecodeError } from '../../errors';
import { issue, type Issue } from '../../issue';
import { checkArchive, readMembers } from '../zip';
import { showValue } from './cell-format';

const MAX_CELLS = 200_000;
/** The library keeps every cell of a merge, also of one over a whole sheet: 17 billion. */
const MAX_MERGED = 500_000;

/**
 * The workbook as a document. Places: sheet, row and cell (its column) as Excel counts them, and table. Hidden sheets
 * are left out. Issues: `decode.truncated` for a sheet too large. Throws DecodeError for damaged files and zip bombs.
 */
export async function decodeXlsx(bytes: Uint8Array): Promise<Document> {
  await checkArchive(bytes);
  await checkMerges(bytes);
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  try {
    await workbook.xlsx.load(bytes.slice().buffer);
  } catch (error) {
    const { message } = error as Error;
    throw new DecodeError(`a damaged workbook (${message})`, 'an XLSX file', 'save it again', {
      cause: error,
    });
  }
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const blocks: Block[] = [];
  const issues: Issue[] = [];
  for (const sheet of visible.length > 0 ? visible : workbook.worksheets) {
    blocks.push({ kind: 'paragraph', text: sheet.name, at: { sheet: sheet.name } });
    const table = blocks.filter((block) => block.kind === 'grid').length + 1;
    blocks.push(...readSheet(sheet, table, issues));
  }
  if (!blocks.some((block) => block.kind === 'grid')) throw new DecodeError('an empty workbook', 'a report');
  const title = workbook.title?.trim() || null;
  return { format: 'xlsx', encoding: null, title, meta: {}, url: null, blocks, issues };
}

/** Throws when the merged ranges of a sheet cover more cells than fit into memory. */
async function checkMerges(bytes: Uint8Array): Promise<void> {
  const text = new TextDecoder();
  for (const sheet of (await readMembers(bytes, /^xl\/worksheets\/[^/]+\.xml$/i)).values()) {
    let merged = 0;
    for (const [tag] of text.decode(sheet).matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)) {
      const [, from = '', top, to = '', bottom] =
        /["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)["']/i.exec(tag) ?? [];
      merged += (columnNumber(to) - columnNumber(from) + 1) * (Number(bottom) - Number(top) + 1) || 0;
    }
    if (merged > MAX_MERGED)
      throw new DecodeError(
        'merged ranges over millions of cells',
        'a form',
        'undo the merges and save it again',
      );
  }
}

function readSheet(sheet: Worksheet, table: number, issues: Issue[]): Block[] {
  const rows: GridCell[][] = [];
  let width = 0;
  let count = 0;
  // Rows and columns may be formatted far beyond what is written; the written cells set the bounds.
  let height = 0;
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    row.eachCell({ includeEmpty: false }, (cell) => {
      if (cell.isMerged && cell.master !== cell) return;
      if (cell.value === null || cell.value === undefined) return;
      height = Math.max(height, number);
      width = Math.max(width, Number(cell.col));
    });
  });
  for (const { row, column, rowspan, colspan } of mergesOf(sheet)) {
    if (row > height || column > width) continue;
    width = Math.max(width, Math.min(column + colspan - 1, 1000));
    height = Math.max(height, Math.min(row + rowspan - 1, height + 100));
  }
  const merges = new Map(mergesOf(sheet).map((merge) => [`${merge.row} ${merge.column}`, merge]));
  for (let r = 1; r <= height; r++) {
    const line: GridCell[] = [];
    for (let c = 1; c <= width; c++) {
      const cell = sheet.getRow(r).getCell(c);
      if (cell.isMerged && cell.master !== cell) continue;
      if (++count > MAX_CELLS) {
        issues.push(
          issue('decode.truncated', { sheet: sheet.name, row: r }, 'a sheet of over 200,000 cells', 'a form'),
        );
        return [{ kind: 'grid', rows, width, at: { sheet: sheet.name, table } }];
      }
      const merge = merges.get(`${r} ${c}`);
      line.push({
        text: textOf(cell),
        row: r - 1,
        column: c - 1,
        rowspan: Math.min(merge?.rowspan ?? 1, height - r + 1),
        colspan: Math.min(merge?.colspan ?? 1, width - c + 1),
        at: { sheet: sheet.name, table, row: r, cell: c },
      });
    }
    rows.push(line);
  }
  return rows.length === 0 ? [] : [{ kind: 'grid', rows, width, at: { sheet: sheet.name, table } }];
}

/** Merged ranges by their first cell, counted from 1. */
function mergesOf(sheet: Worksheet) {
  return (sheet.model.merges ?? []).flatMap((range) => {
    const [, from = '', top = '', to = from, bottom = top] =
      /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? [];
    const row = Number(top);
    const column = columnNumber(from);
    if (!row || !column) return [];
    return [{ row, column, rowspan: Number(bottom) - row + 1, colspan: columnNumber(to) - column + 1 }];
  });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What the cell shows. */
function textOf(cell: Cell): string {
  let { value } = cell;
  if (value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value))
    value = value.result ?? null;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || value instanceof Date) return showValue(value, cell.numFmt ?? 'General');
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map((part) => part.text).join('');
    if ('text' in value) return typeof value.text === 'string' ? value.text : cell.text;
    if ('error' in value) return value.error;
  }
  return String(value);
}
