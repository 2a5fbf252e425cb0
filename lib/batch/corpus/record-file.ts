/**
 * Records as files: where each lies, how it is written so that a diff shows only what changed, and how it gets there
 * whole: a temporary file in the same folder, flushed to the disk, then renamed.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ALL_FIELDS, DISCLOSURE_BLOCKS } from '../../form/index';
import { type ReportRecord, recordSchema, SCHEMA_VERSION } from '../../record';
import { writeError } from './corpus-error';

const TEMPORARY = /\.tmp-\d+$/;

/**
 * Path of a record inside its corpus, `42/420704-鄂城区-2020.json`; `00` where the region is not known. Where several sources
 * tell the report, `source` is the hash of this one and a piece of it ends the name. A name that some system could not hold
 * is shortened and made unique by a hash of the id.
 */
export function recordFile(id: string, source: string | null): string {
  const copy = source === null ? '' : `~${source.slice(0, 8)}`;
  const folder = /^\d{6}/.test(id) ? id.slice(0, 2) : '00';
  const safe = id.normalize('NFC').replace(/[\p{C}\\/:*?"<>|]|^\.|[. ]$/gu, '_');
  if (safe === id && Buffer.byteLength(safe) <= 200) return `${folder}/${safe}${copy}.json`;
  let head = safe;
  while (Buffer.byteLength(head) > 180) head = head.slice(0, -1);
  return `${folder}/${head}~${createHash('sha256').update(id).digest('hex').slice(0, 8)}${copy}.json`;
}

/** A record as text: keys in the order of the schema, fields in the order of the form, one space a level. */
export function recordText(record: ReportRecord): string {
  const ordered: ReportRecord = {
    ...record,
    forms: { ...record.forms, disclosure: inOrder(record.forms.disclosure, BLOCK_IDS) },
    requests: tableInOrder(record.requests, 'requests'),
    proceedings: tableInOrder(record.proceedings, 'proceedings'),
    disclosure: tableInOrder(record.disclosure, 'disclosure'),
    cells: inOrder(record.cells, FIELD_IDS),
  };
  return `${JSON.stringify(inOrder(ordered, TOP_KEYS), null, 1)}\n`;
}

const TOP_KEYS = Object.keys(recordSchema.shape);
const FIELD_IDS = ALL_FIELDS.map((field) => field.id);
const BLOCK_IDS = DISCLOSURE_BLOCKS.map((block) => block.id);

/** Table → row → columns, in the order of the form. */
const TABLE_ORDER = new Map<string, Map<string, string[]>>();
for (const { table, row, column } of ALL_FIELDS) {
  const rows = TABLE_ORDER.get(table) ?? new Map<string, string[]>();
  TABLE_ORDER.set(table, rows.set(row, [...(rows.get(row) ?? []), column]));
}

/** The same object with its keys in a given order; keys that the order does not know come last, sorted. */
function inOrder<T extends object>(object: T, order: Iterable<string>): T {
  const from = object as Record<string, unknown>;
  const to: Record<string, unknown> = {};
  let placed = 0;
  for (const key of order)
    if (key in from) {
      to[key] = from[key];
      placed += 1;
    }
  const keys = Object.keys(from);
  if (placed < keys.length)
    for (const key of keys.filter((each) => !(each in to)).sort()) to[key] = from[key];
  return to as T;
}

function tableInOrder(table: ReportRecord['requests'], name: string): ReportRecord['requests'] {
  const order = TABLE_ORDER.get(name) ?? new Map<string, string[]>();
  const rows = inOrder(table, order.keys());
  for (const [row, columns] of Object.entries(rows)) rows[row] = inOrder(columns, order.get(row) ?? []);
  return rows;
}

/**
 * The record of a file of a corpus, or null where there is none or it is damaged (which is noted). What ingest wrote is
 * trusted to be whole: it is checked for what a damaged file lacks, not field by field.
 */
export async function readRecord(
  corpus: string,
  file: string,
  onNote: (line: string) => void,
): Promise<ReportRecord | null> {
  let text: string;
  try {
    text = await readFile(join(corpus, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw writeError(join(corpus, file), error);
  }
  try {
    const record = JSON.parse(text) as ReportRecord;
    const parts = [record.source, record.agency, record.region, record.forms, record.cells, record.requests];
    const isWhole = parts.every((part) => typeof part === 'object') && Array.isArray(record.findings);
    if (record.schema_version === SCHEMA_VERSION && isWhole) return record;
    throw new TypeError('no record of this version');
  } catch {
    onNote(
      `${join(corpus, file)}: found a damaged record, expected a record as ingest writes it; it is written anew`,
    );
    return null;
  }
}

/** Writes a file whole or not at all, and only when its text differs. True when it was written. */
export async function writeChanged(file: string, text: string): Promise<boolean> {
  const old = await readFile(file, 'utf8').catch(() => null);
  if (old === text) return false;
  await writeWhole(file, text);
  return true;
}

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp-${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(file, error);
  }
}

/** The record files of a corpus, as paths inside it; what a killed run left half written is removed. */
export async function listRecordFiles(corpus: string): Promise<Set<string>> {
  const files = new Set<string>();
  const folders = await readdir(corpus, { withFileTypes: true }).catch(() => []);
  for (const folder of folders) {
    if (TEMPORARY.test(folder.name)) await rm(join(corpus, folder.name), { force: true });
    if (!folder.isDirectory() || !/^\d{2}$/.test(folder.name)) continue;
    for (const name of await readdir(join(corpus, folder.name)))
      if (TEMPORARY.test(name)) await rm(join(corpus, folder.name, name), { force: true });
      else if (name.endsWith('.json')) files.add(`${folder.name}/${name}`);
  }
  return files;
}
