/**
 * The index of a corpus, `index.jsonl`: one line a source, and one a path that could not be read. During a run lines are
 * appended, the last one of a source counts, and a line torn by a crash is dropped; at the end the file is written anew,
 * sorted. It is never ahead of the records: a source without a line, or with a record that is gone, is read again.
 */
import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { writeError } from './corpus-error';
import { compareText } from '../../copies';
import { type IndexEntry, isRecordEntry, recordEntrySchema, rejectEntrySchema } from './index-entry';
import { writeChanged } from './record-file';
import type { FileProblem } from '../scan/walk';

const problemSchema = z.object({
  kind: z.literal('problem'),
  path: z.string(),
  found: z.string(),
  expected: z.string(),
  remedy: z.string(),
});
const goneSchema = z.object({ sha256: z.string(), gone: z.literal(true) });
const lineSchema = z.union([goneSchema, problemSchema, recordEntrySchema, rejectEntrySchema]);

const INDEX = 'index.jsonl';
/** Lines held back before they are appended: a crash costs at most these sources a second reading. */
const BUFFERED = 64;

export type SourceIndex = {
  entries: Map<string, IndexEntry>;
  /** Record id → hashes of the sources that gave it. */
  groups: Map<string, Set<string>>;
  problems: Map<string, FileProblem>;
  /** Keeps and forgets an entry in memory. */
  keep(entry: IndexEntry): void;
  forget(sha256: string): void;
  /** Keeps an entry and has its line written soon. Call it after the record is in place. */
  put(entry: IndexEntry): Promise<void>;
  /** Forgets a source, here and in the file. */
  drop(sha256: string): Promise<void>;
  flush(): Promise<void>;
  /** Writes the whole index, sorted, if anything changed. True when it was written. */
  compact(): Promise<boolean>;
};

/** The index of a corpus folder; empty where there is none. */
export async function openIndex(corpus: string): Promise<SourceIndex> {
  const path = join(corpus, INDEX);
  const entries = new Map<string, IndexEntry>();
  const groups = new Map<string, Set<string>>();
  const problems = new Map<string, FileProblem>();
  // A line torn by a crash has no end: what follows must not run into it.
  let waiting: string[] = ['\n'];
  let appending: Promise<void> = Promise.resolve();

  const forget = (sha256: string) => {
    const old = entries.get(sha256);
    entries.delete(sha256);
    if (!isRecordEntry(old)) return;
    const group = groups.get(old.record);
    group?.delete(sha256);
    if (group?.size === 0) groups.delete(old.record);
  };
  const keep = (entry: IndexEntry) => {
    forget(entry.sha256);
    entries.set(entry.sha256, entry);
    if (!isRecordEntry(entry)) return;
    const group = groups.get(entry.record) ?? new Set();
    groups.set(entry.record, group.add(entry.sha256));
  };
  const flush = async () => {
    const lines = waiting.join('');
    if (lines.trim() === '') return await appending;
    waiting = [];
    appending = appending.then(async () => {
      await mkdir(corpus, { recursive: true });
      await appendFile(path, lines).catch((error: unknown) => {
        throw writeError(path, error);
      });
    });
    await appending;
  };
  const append = async (line: object) => {
    waiting.push(`${JSON.stringify(line)}\n`);
    if (waiting.length >= BUFFERED) await flush();
  };

  const known = await readLines(path);
  for (const line of known)
    if ('gone' in line) forget(line.sha256);
    else if ('kind' in line) problems.set(line.path, line);
    else keep(line);

  return {
    entries,
    groups,
    problems,
    keep,
    forget,
    flush,
    put: async (entry) => {
      keep(entry);
      await append(entry);
    },
    drop: async (sha256) => {
      forget(sha256);
      await append({ sha256, gone: true });
    },
    compact: async () => {
      await flush();
      const sorted = [...entries.values()].sort((a, b) => compareText(a.sha256, b.sha256));
      const unread = [...problems.values()].sort((a, b) => compareText(a.path, b.path));
      if (sorted.length + unread.length + known.length === 0) return false;
      return await writeChanged(
        path,
        [...sorted.map(inSchemaOrder), ...unread].map((line) => `${JSON.stringify(line)}\n`).join(''),
      );
    },
  };
}

/** The same entry with its keys always in one order, so that an unchanged index is an unchanged file. */
const inSchemaOrder = (entry: IndexEntry): IndexEntry =>
  isRecordEntry(entry) ? recordEntrySchema.parse(entry) : rejectEntrySchema.parse(entry);

/** The lines of an index in order, without what is no line of it. */
async function readLines(path: string): Promise<z.infer<typeof lineSchema>[]> {
  const lines: z.infer<typeof lineSchema>[] = [];
  try {
    for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      const line = lineSchema.safeParse(parseJson(text));
      if (line.success) lines.push(line.data);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw writeError(path, error);
  }
  return lines;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
