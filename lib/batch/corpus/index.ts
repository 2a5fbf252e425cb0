/**
 * What was read → the record files of a corpus: one file a source, named by the report, and by a piece of the source's hash
 * too where several sources tell the same report. A record is in place before the index says so, and it is removed only
 * when its source now gives another one or nothing. Which of several is shown is decided when a database is built.
 */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withPlaces } from '../../copies';
import type { ReportRecord } from '../../record';
import { taskChains } from '../concurrent';
import { writeError } from './corpus-error';
import {
  entryOfRecord,
  type IndexEntry,
  isRecordEntry,
  type RecordEntry,
  type RejectEntry,
} from './index-entry';
import { listRecordFiles, readRecord, recordFile, recordText, writeChanged } from './record-file';
import { openIndex, type SourceIndex } from './source-index';

/** Each answer of keep and forget says whether a record file was written or removed. */
export type Corpus = {
  folder: string;
  index: SourceIndex;
  onNote: (line: string) => void;
  /** Keeps what a source gave, `text` being the record as a file. */
  keepRecord(entry: RecordEntry, text: string): Promise<boolean>;
  keepReject(entry: RejectEntry): Promise<boolean>;
  /** Keeps the places of a source that was not read again. */
  keepCopies(entry: IndexEntry): Promise<boolean>;
  /** Forgets a source and its record. */
  forget(entry: IndexEntry): Promise<boolean>;
};

/** The corpus of a folder that exists. Records that the index does not know, as in a fresh clone, are taken into it. */
export async function openCorpus(folder: string, onNote: (line: string) => void): Promise<Corpus> {
  const index = await openIndex(folder);
  await matchFiles(folder, index, onNote);
  const inTurn = taskChains();
  const othersOf = ({ record, sha256 }: RecordEntry): string[] =>
    [...(index.groups.get(record) ?? [])].filter((hash) => hash !== sha256);
  const fileOf = (entry: RecordEntry): string =>
    recordFile(entry.record, othersOf(entry).length > 0 ? entry.sha256 : null);

  const place = (entry: RecordEntry, text: string): Promise<boolean> =>
    inTurn(entry.record, async () => {
      const [other, ...more] = othersOf(entry);
      if (other !== undefined && more.length === 0)
        await move(folder, recordFile(entry.record, null), recordFile(entry.record, other));
      index.keep(entry);
      const isPlain = entry.copies.length === 1;
      const written = isPlain ? text : recordText(placed(JSON.parse(text) as ReportRecord, entry));
      return await writeChanged(join(folder, fileOf(entry)), written);
    });
  const remove = (entry: RecordEntry): Promise<boolean> =>
    inTurn(entry.record, async () => {
      await orError(join(folder, fileOf(entry)), (path) => rm(path, { force: true }));
      const [other, ...more] = othersOf(entry);
      if (other !== undefined && more.length === 0)
        await move(folder, recordFile(entry.record, other), recordFile(entry.record, null));
      return true;
    });

  return {
    folder,
    index,
    onNote,
    keepRecord: async (entry, text) => {
      const old = index.entries.get(entry.sha256);
      const isWritten = await place(entry, text);
      const isMoved = isRecordEntry(old) && old.record !== entry.record && (await remove(old));
      await index.put(entry);
      return isMoved || isWritten;
    },
    keepReject: async (entry) => {
      const old = index.entries.get(entry.sha256);
      await index.put(entry);
      return isRecordEntry(old) && (await remove(old));
    },
    keepCopies: async (entry) => {
      await index.put(entry);
      if (!isRecordEntry(entry)) return false;
      const record = await readRecord(folder, fileOf(entry), onNote);
      return (
        record !== null &&
        (await writeChanged(join(folder, fileOf(entry)), recordText(placed(record, entry))))
      );
    },
    forget: async (entry) => {
      await index.drop(entry.sha256);
      return isRecordEntry(entry) && (await remove(entry));
    },
  };
}

/** The record with the other places of its source. */
const placed = (record: ReportRecord, { sha256, copies: [, ...rest] }: RecordEntry): ReportRecord =>
  withPlaces(
    record,
    rest.map(({ path, url }) => ({ path, url, sha256 })),
  );

/** Gives a record file the other of its two names; nothing happens where it has it already. */
const move = (folder: string, from: string, to: string): Promise<void> =>
  orError(join(folder, from), async (path) => {
    await rename(path, join(folder, to)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  });

async function orError(path: string, act: (path: string) => Promise<void>): Promise<void> {
  await act(path).catch((error: unknown) => {
    throw writeError(path, error);
  });
}

/**
 * Makes index and files agree after a crash, a deleted index or in a fresh clone: entries without a file are forgotten,
 * records without an entry are taken in, and a file whose name is not the right one by now is renamed.
 */
async function matchFiles(folder: string, index: SourceIndex, onNote: Corpus['onNote']): Promise<void> {
  const left = await listRecordFiles(folder);
  const fileIn = new Map<string, string>();
  const groupOf = (report: string): number => index.groups.get(report)?.size ?? 0;
  const entries = [...index.entries.values()].filter(isRecordEntry);
  // Whose the name without a hash is cannot be told of several.
  for (const { record, sha256 } of entries)
    for (const file of [recordFile(record, sha256), recordFile(record, null)])
      if ((file.includes(sha256.slice(0, 8)) || groupOf(record) === 1) && left.delete(file))
        fileIn.set(sha256, file);
  for (const file of left) {
    const record = await readRecord(folder, file, onNote);
    if (!record) continue;
    const { sha256 } = record.source;
    const known = index.entries.get(sha256);
    // A killed run had placed what the source gives now and not yet removed what it gave before.
    if (fileIn.has(sha256)) await rm(join(folder, file));
    else if (!isRecordEntry(known) || known.record !== record.id) index.keep(entryOfRecord(record));
    if (!fileIn.has(sha256)) fileIn.set(sha256, file);
  }
  for (const { sha256 } of entries) if (!fileIn.has(sha256)) index.forget(sha256);
  for (const entry of [...index.entries.values()].filter(isRecordEntry)) {
    const name = recordFile(entry.record, groupOf(entry.record) > 1 ? entry.sha256 : null);
    const file = fileIn.get(entry.sha256);
    if (file !== undefined && file !== name) await move(folder, file, name);
  }
}
