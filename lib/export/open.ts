/** A table as bytes of one format, from the store or from memory: all of it, or an error. */
import type { CsvValue } from '../csv';
import { FilterError } from '../errors';
import type { TableSource } from '../query/files/table-source';
import type { Corpus } from '../store/corpora';
import { openLines } from '../store/stream';
import { yieldToEventLoop } from '../event-loop';
import { type ExportColumn, type LineFormat, type LineOptions, WRITERS } from './format';
import { MOST_SHEET_ROWS } from './sheet';

/** `chunks` are to be drained or `close` called. */
export type OpenedTable = {
  rows: number;
  chunks: AsyncGenerator<Uint8Array[], void>;
  close: () => void;
};

/** Throws FilterError when the rows do not fit the format, BusyError when too many downloads run. */
export async function openSource(
  corpus: Corpus,
  source: TableSource,
  format: LineFormat,
  options: LineOptions,
  signal: AbortSignal,
): Promise<OpenedTable> {
  const { start, rowSql, lineEnd, end } = WRITERS[format];
  const isNumbered = format === 'xlsx';
  const plain = `SELECT ${source.number} AS report_no, ${source.place} AS place, ${rowSql(source.columns, 'n')} AS line
    FROM ${source.from(rangeOf(source))}`;
  const lines = await openLines(
    corpus,
    {
      reportsAtOnce: source.reportsAtOnce,
      reportsAPiece: source.reportsAPiece,
      rowsSql: source.ranked ? 'SELECT position AS report_no FROM ranked' : source.rowsSql,
      rankedSql: source.ranked?.sql ?? null,
      linesSql: isNumbered ? numberedSql(source, (columns) => rowSql(columns, 'n')) : plain,
      lineEnd,
      numbered: isNumbered,
      values: source.values,
    },
    signal,
  );
  if (isNumbered) refuseTooMany(lines.rows, lines.close);
  return {
    rows: lines.rows,
    chunks: framed(start(source.columns, options), lines.pieces, end),
    close: lines.close,
  };
}

const rangeOf = ({ ranked }: TableSource) => (ranked ? 'ranked' : 'piece');

/** Rows with their number in the sheet, the header being the first. */
function numberedSql(source: TableSource, rowSql: (columns: TableSource['columns']) => string): string {
  const columns = source.columns.map((column, i) => ({ ...column, sql: `c${i}` }));
  const values = source.columns.map(({ sql }, i) => `${sql} AS c${i}`);
  const order = `${source.number}, ${source.place}`;
  return `SELECT report_no, place, ${rowSql(columns)} AS line
    FROM (
      SELECT ${source.number} AS report_no, ${source.place} AS place, ${values.join(', ')},
        ($seen::BIGINT + 1 + row_number() OVER (ORDER BY ${order}))::VARCHAR AS n
      FROM ${source.from(rangeOf(source))}
    )`;
}

/** Rows that are in memory already. */
export function openRows(
  columns: readonly ExportColumn[],
  rows: readonly (readonly CsvValue[])[],
  format: LineFormat,
  options: LineOptions,
): OpenedTable {
  const { start, rows: write, end } = WRITERS[format];
  if (format === 'xlsx') refuseTooMany(rows.length, () => undefined);
  const pieces = async function* (): AsyncGenerator<Uint8Array[], void> {
    for (let from = 0; from < rows.length; from += ROWS_A_PIECE) {
      yield [encode(write(columns, rows.slice(from, from + ROWS_A_PIECE), from + 2))];
      await yieldToEventLoop();
    }
  };
  return {
    rows: rows.length,
    chunks: framed(start(columns, options), pieces(), end),
    close: () => undefined,
  };
}

const ROWS_A_PIECE = 250;
const encoder = new TextEncoder();
const encode = (text: string): Uint8Array => encoder.encode(text);

async function* framed(
  start: string,
  pieces: AsyncGenerator<Uint8Array[], void>,
  end: string,
): AsyncGenerator<Uint8Array[], void> {
  try {
    if (start !== '') yield [encode(start)];
    yield* pieces;
    if (end !== '') yield [encode(end)];
  } finally {
    await pieces.return();
  }
}

function refuseTooMany(rows: number, close: () => void): void {
  if (rows < MOST_SHEET_ROWS) return;
  close();
  throw new FilterError(
    'format',
    'xlsx',
    `csv, jsonl or parquet: a worksheet holds ${MOST_SHEET_ROWS - 1} rows under its header, this slice has ${rows}; or a narrower slice`,
  );
}
