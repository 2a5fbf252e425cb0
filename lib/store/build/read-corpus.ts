/** A corpus directory → records: `*.json` holds one record, `*.ndjson` one a line. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { withHistory } from '../../audit/history';
import { bestOfCopies } from '../../copies';
import { type ReportRecord, recordSchema } from '../../record';

/**
 * The records of every file under `directory`, in order of path. What is no record goes to `onRefused` as one line
 * (file, what was found, what was expected) and the others still come.
 */
export async function* readCorpus(
  directory: string,
  onRefused: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): AsyncGenerator<ReportRecord> {
  for (const path of await filesUnder(directory, RECORD_FILES)) {
    for await (const [place, text] of texts(join(directory, path), path)) {
      const record = readRecord(text, place, onRefused);
      if (record) yield record;
    }
  }
}

/**
 * The reports of a corpus, each once and with its findings over the years: of several sources that tell one report the best
 * (`lib/copies.ts`). `onNote` is told of what is no record, and of agencies whose years are not all together.
 */
export const readReports = (
  directory: string,
  onNote?: (line: string) => void,
): AsyncGenerator<ReportRecord> => withHistory(bestOfCopies(readCorpus(directory, onNote)), onNote);

/** Hash over the names and bytes of the files under `directory` that end in one of `endings`. */
export async function folderHash(directory: string, endings: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesUnder(directory, endings)) {
    hash.update(`${path}\0`);
    for await (const bytes of createReadStream(join(directory, path))) hash.update(bytes as Buffer);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The files of a corpus directory that hold records. */
export const RECORD_FILES = ['.json', '.ndjson'];

async function filesUnder(directory: string, endings: readonly string[]): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true });
  return entries
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

async function* texts(file: string, path: string): AsyncGenerator<[string, string]> {
  if (path.endsWith('.json')) {
    yield [path, await readFile(file, 'utf8')];
    return;
  }
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() !== '') yield [`${path} line ${line}`, text];
  }
}

function readRecord(text: string, place: string, onRefused: (line: string) => void): ReportRecord | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    onRefused(`${place}: found ${JSON.stringify(text.slice(0, 30))}, expected a record in JSON`);
    return null;
  }
  const parsed = recordSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  onRefused(`${place}: ${first?.path.join('.') || 'record'}: ${first?.message}`);
  return null;
}
