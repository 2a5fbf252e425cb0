/**
 * How every CSV of the product is written: RFC 4180 with CRLF, a byte-order mark for spreadsheets, field ids with their
 * unit as headers. Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers stay numbers.
 */
import { stringify } from 'csv-stringify/sync';

/** A column of a table that leaves the house. `unit` null: no number, or a number without a unit. */
export type CsvColumn = { id: string; label: string; unit: string | null };

export type CsvValue = string | number | null;

export const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** First characters that make a spreadsheet compute: as csv-stringify guards them, and in the SQL below. */
const FORMULA_STARTS = '=+-@\t\r＝＋－＠';

/** The header line with its end: `id [unit]`. */
export function headerLine(columns: readonly CsvColumn[]): string {
  return csvLines([columns.map(({ id, unit }) => (unit === null ? id : `${id} [${unit}]`))]);
}

/** Lines of rows that are already in memory, each with its end; null is an empty cell. */
export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
  return stringify(rows as CsvValue[][], {
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    record_delimiter: LINE_END,
  });
}

/**
 * A SQL expression as a cell: `text` from people, quoted and guarded; `word` of a closed list; `count`, a whole number;
 * `amount`, a DOUBLE.
 */
export type SqlCell = { kind: 'text' | 'word' | 'count' | 'amount'; sql: string };

/** SQL of one line without its end: the cells as CSV text with commas between. NULL is an empty cell. */
export function lineSql(cells: readonly SqlCell[]): string {
  return `concat_ws(',', ${cells.map(cellSql).join(', ')})`;
}

function cellSql({ kind, sql }: SqlCell): string {
  if (kind === 'word' || kind === 'count') return `coalesce((${sql})::VARCHAR, '')`;
  if (kind === 'amount') return `coalesce(${amountSql(sql)}, '')`;
  // Not IN: a list of ten makes DuckDB plan a join for every column.
  const isFormula = `${sql} <> '' AND contains('${FORMULA_STARTS}', left(${sql}, 1))`;
  const guard = `CASE WHEN ${isFormula} THEN '''' ELSE '' END`;
  return `coalesce('"' || ${guard} || replace(${sql}, '"', '""') || '"', '')`;
}

/** SQL of a DOUBLE as text: whole numbers without a point or exponent, as the JSON beside it prints them. */
export function amountSql(sql: string): string {
  return `CASE WHEN (${sql}) = trunc(${sql}) AND abs(${sql}) < 1e15
    THEN (${sql})::BIGINT::VARCHAR ELSE (${sql})::VARCHAR END`;
}
