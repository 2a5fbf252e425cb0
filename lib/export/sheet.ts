/**
 * Worksheets of an Excel workbook (ECMA-376, part 1, §18.3) as text, so that DuckDB writes the rows and none of them
 * becomes an object here. Texts are inline strings: they are never formulas, and no table of them grows in memory.
 */
import type { CsvColumn, CsvValue } from '../csv';

/** Rows of a worksheet, the header among them. */
export const MOST_SHEET_ROWS = 1_048_576;
/** Characters of a cell; more cannot be stored, and cutting would be a number wrong in silence. */
const LONGEST_CELL = 32_767;

export const SHEET_START =
  '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
export const SHEET_END = '</sheetData></worksheet>';

/** What stands before the rows: the header is kept in sight. */
export function sheetStart(columns: readonly CsvColumn[]): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const heads = columns.map(({ id, unit }) => (unit === null ? id : `${id} [${unit}]`));
  return `${SHEET_START}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetData>${sheetRow(heads, 1)}`;
}

/** One row; null is no cell at all. */
export function sheetRow(values: readonly CsvValue[], n: number): string {
  const cells = values.map((value, i) => {
    if (value === null) return '';
    const place = `${columnName(i)}${n}`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    if (value.length > LONGEST_CELL)
      throw new Error(`a text of ${value.length} characters does not fit a cell`);
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  });
  return `<row r="${n}">${cells.join('')}</row>`;
}

/** SQL of one row: `n` is its number, `sql` of each cell the text to write, NULL for none. */
export function sheetRowSql(cells: readonly { isNumber: boolean; sql: string }[], n: string): string {
  const parts = cells.map(({ isNumber, sql }, i) => {
    const place = `'<c r="${columnName(i)}' || ${n}`;
    if (isNumber) return `coalesce(${place} || '"><v>' || ${sql} || '</v></c>', '')`;
    const text = `CASE WHEN length(${sql}) > ${LONGEST_CELL} THEN error('a text does not fit a cell') ELSE ${escapeSql(sql)} END`;
    return `coalesce(${place} || '" t="inlineStr"><is><t xml:space="preserve">' || ${text} || '</t></is></c>', '')`;
  });
  return `concat('<row r="', ${n}, '">', ${parts.join(', ')}, '</row>')`;
}

/** A, B … Z, AA: the name of a column, counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

/** Control characters, which XML 1.0 cannot or should not carry, become U+FFFD, visibly. */
const escapeXml = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

function escapeSql(sql: string): string {
  const visible = `regexp_replace(${sql}, '[^\\P{Cc}\\t\\n\\r]|[\\x{fffe}\\x{ffff}]', '\ufffd', 'g')`;
  return `replace(replace(replace(replace(${visible}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), chr(13), '&#13;')`;
}
