/**
 * `data/curation/*.csv`: what a person decided about the identity of a report, a line each, with reason, evidence and
 * date. Figures are never among it. A file with a line that cannot be understood is refused as a whole, before anything
 * is read by it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { CURATED_FIELDS, isDate, valueProblem } from './fields';

/** One line: which report (sha256 of its source, or id of its record as it was read), which field, which value. */
export type CurationLine = {
  record: string;
  field: string;
  value: string;
  reason: string;
  evidence: string;
  date: string;
  /** File and line that it is from, for messages. */
  place: string;
};

/** A curation file that cannot be used. The message names file, line, what was found and what was expected. */
export class CurationError extends Error {
  override name = 'CurationError';
  constructor(place: string, found: string, expected: string) {
    super(`${place}: found ${found}, expected ${expected}`);
  }
}

const COLUMNS = ['record', 'field', 'value', 'reason', 'evidence', 'date'] as const;

/** Every line of every `*.csv` of a folder, in order of file and line; none where there is no such folder. Throws CurationError. */
export async function readCuration(folder: string): Promise<CurationLine[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new CurationError(folder, error.message, 'a folder of CSV files');
  });
  const lines: CurationLine[] = [];
  for (const name of names.filter((each) => each.endsWith('.csv')).sort())
    lines.push(...parseCuration(await readFile(join(folder, name), 'utf8'), join(folder, name)));
  refuseRepeated(lines);
  return lines;
}

/** The lines of one file's text. Throws CurationError at the first line that cannot be used. */
export function parseCuration(text: string, file: string): CurationLine[] {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    const options = { bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true };
    rows = parse(text, options) as unknown as typeof rows; // with `info` each row comes with its place
  } catch (error) {
    throw new CurationError(file, (error as Error).message, 'CSV as RFC 4180 has it');
  }
  const [header, ...body] = rows;
  if (!header) return [];
  if (header.record.join() !== COLUMNS.join())
    throw new CurationError(`${file} line 1`, header.record.join(), `the columns ${COLUMNS.join()}`);
  return body.map(({ record, info }) => checkedLine(record, `${file} line ${info.lines}`));
}

function checkedLine(cells: string[], place: string): CurationLine {
  if (cells.length !== COLUMNS.length)
    throw new CurationError(place, `${cells.length} columns`, `${COLUMNS.length}`);
  const [record = '', field = '', value = '', reason = '', evidence = '', date = ''] = cells;
  if (!/^[0-9a-f]{64}$/.test(record) && !/^\d{6}(?:\d{3})?-.+-\d{4}(?:-[0-9a-f]{8})?$/.test(record))
    throw new CurationError(place, `record "${record}"`, 'the sha256 of a source or the id of a record');
  if (/^(?:requests|proceedings|disclosure)\b/.test(field))
    throw new CurationError(place, `the figure ${field}`, 'a field of identity; figures stay as printed');
  if (!Object.hasOwn(CURATED_FIELDS, field))
    throw new CurationError(place, `field "${field}"`, `one of ${Object.keys(CURATED_FIELDS).join(', ')}`);
  const bad = valueProblem(field, value);
  if (bad) throw new CurationError(place, `${field} "${value}"`, bad);
  for (const [name, text] of Object.entries({ reason, evidence }))
    if (text === '') throw new CurationError(place, `no ${name}`, `the ${name} for the change`);
  if (!isDate(date)) throw new CurationError(place, `date "${date}"`, 'a day such as 2026-01-31');
  return { record, field, value, reason, evidence, date, place };
}

function refuseRepeated(lines: CurationLine[]): void {
  const seen = new Map<string, string>();
  for (const { record, field, place } of lines) {
    const first = seen.get(`${record} ${field}`);
    if (first) throw new CurationError(place, `${field} of ${record} again`, `it once (${first})`);
    seen.set(`${record} ${field}`, place);
  }
}
