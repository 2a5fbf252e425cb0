/** Comma- or tab-separated tables → one grid. */
import { parse } from 'csv-parse/sync';
import type { Document, GridCell } from '../../document';
import { DecodeError } from '../../errors';
import { decodeText } from '../charset';
import { textLines } from '../text';

const DELIMITERS = [',', '\t', ';', '|', '，'];
const MAX_CELLS = 500_000;

type Line = { record: string[]; info: { lines: number } };

/**
 * The file as one grid, each line with the cells it has, or as paragraphs where no delimiter parts anything.
 * Places: line (where the record ends, if it is quoted over several), row and cell from 1. Issues and errors are
 * those of `decodeText`; a DecodeError also for quotes that never close.
 */
export function decodeCsv(bytes: Uint8Array, declared: string | null): Document {
  const { text, encoding, issues } = decodeText(bytes, declared);
  const base = { format: 'csv' as const, encoding, title: null, meta: {}, url: null, issues };
  const delimiter = findDelimiter(text);
  if (delimiter === null) return { ...base, blocks: textLines(text) };
  const lines = parseLines(text, delimiter);
  const width = Math.max(...lines.map((line) => line.record.length));
  if (width * lines.length > MAX_CELLS)
    throw new DecodeError(
      `a table of ${width * lines.length} cells`,
      `at most ${MAX_CELLS}`,
      'give the report alone',
    );
  const rows = lines.map(({ record, info }, row) =>
    record.map((text, column): GridCell => {
      const at = { line: info.lines, table: 1, row: row + 1, cell: column + 1 };
      return { text, row, column, rowspan: 1, colspan: 1, at };
    }),
  );
  return { ...base, blocks: [{ kind: 'grid', rows, width, at: { line: 1, table: 1 } }] };
}

/** The delimiter that parts most lines into the same number of fields; null if none parts them. */
function findDelimiter(text: string): string | null {
  const sample = text
    .split(/\r\n|[\n\r]/, 200)
    .map((line) => line.replace(/"[^"]*"/g, '""'))
    .filter((line) => line !== '');
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const line of sample) {
      const fields = line.split(delimiter).length;
      if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + fields);
    }
    const score = Math.max(0, ...counts.values());
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

function parseLines(text: string, delimiter: string): Line[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: false,
    }) as unknown as Line[];
  } catch (error) {
    const { message } = error as Error;
    throw new DecodeError(
      `a table that cannot be parted (${message})`,
      'a CSV or TSV file',
      'save it again',
      {
        cause: error,
      },
    );
  }
}
