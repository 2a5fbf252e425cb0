/** The formats in which a table leaves the house line by line: what stands before, in, between and after its rows. */
import { BYTE_ORDER_MARK, amountSql, csvLines, type CsvValue, headerLine, lineSql } from '../csv';
import type { ColumnKind } from '../filters/columns';
import type { Bilingual } from '../metrics/registry';
import { headOf } from '../query/files/report-source';
import { SHEET_END, sheetRow, sheetRowSql, sheetStart } from './sheet';

/** A column of any table, from the store or in memory. */
export type ExportColumn = Bilingual & {
  id: string;
  kind: ColumnKind;
  unit: Bilingual | null;
  /** Columns of table 3 that a metric which follows them adds up in place of `total`. */
  applicants?: readonly string[];
};
export type SqlColumn = ExportColumn & { sql: string };

export const LINE_FORMATS = ['csv', 'jsonl', 'xlsx'] as const;
export type LineFormat = (typeof LINE_FORMATS)[number];

export type LineOptions = { language: keyof Bilingual; bom: boolean };

export type LineWriter = {
  start: (columns: readonly ExportColumn[], options: LineOptions) => string;
  /** SQL of one row without its end, over the columns' SQL; `n` is the number of the row in a sheet. */
  rowSql: (columns: readonly SqlColumn[], n: string) => string;
  /** Rows in memory with their ends, the first of them being row `n` of a sheet. */
  rows: (columns: readonly ExportColumn[], rows: readonly (readonly CsvValue[])[], n: number) => string;
  lineEnd: '\r\n' | '\n' | '';
  end: string;
};

/** A ratio is written as any number with decimals is. */
const plainKind = (kind: ColumnKind): Exclude<ColumnKind, 'rate'> => (kind === 'rate' ? 'amount' : kind);
export const isNumberKind = (kind: ColumnKind): boolean => kind !== 'text' && kind !== 'word';

const csv: LineWriter = {
  start: (columns, { language, bom }) =>
    (bom ? BYTE_ORDER_MARK : '') + headerLine(columns.map((column) => headOf(column, language))),
  rowSql: (columns) => lineSql(columns.map(({ kind, sql }) => ({ kind: plainKind(kind), sql }))),
  rows: (_, rows) => csvLines(rows),
  lineEnd: '\r\n',
  end: '',
};

/** Numbers as numbers, everything else as text, null for what is not there (RFC 8259, one object a line). */
function jsonValueSql({ kind, sql }: SqlColumn): string {
  if (!isNumberKind(kind)) return `coalesce(to_json((${sql})::VARCHAR)::VARCHAR, 'null')`;
  return `coalesce(${kind === 'count' ? `(${sql})::VARCHAR` : amountSql(sql)}, 'null')`;
}

const jsonl: LineWriter = {
  start: () => '',
  rowSql: (columns) => {
    const parts = columns.map(
      (column, i) => `'${i === 0 ? '{' : ','}"${column.id}":' || ${jsonValueSql(column)}`,
    );
    return `concat(${parts.join(', ')}, '}')`;
  },
  rows: (columns, rows) =>
    rows
      .map((values) => Object.fromEntries(columns.map(({ id }, i) => [id, values[i] ?? null])))
      .map(
        (row) => `${JSON.stringify(row)}
`,
      )
      .join(''),
  lineEnd: '\n',
  end: '',
};

const xlsx: LineWriter = {
  start: (columns, { language }) => sheetStart(columns.map((column) => headOf(column, language))),
  rowSql: (columns, n) =>
    sheetRowSql(
      columns.map(({ kind, sql }) => ({
        isNumber: isNumberKind(kind),
        sql: kind === 'amount' || kind === 'rate' ? amountSql(sql) : `(${sql})::VARCHAR`,
      })),
      n,
    ),
  rows: (_, rows, n) => rows.map((values, i) => sheetRow(values, n + i)).join(''),
  lineEnd: '',
  end: SHEET_END,
};

export const WRITERS: Record<LineFormat, LineWriter> = { csv, jsonl, xlsx };
