/**
 * What was read → the corpus. Of several copies of one report the best is kept, with the places of the equal ones in
 * `also_at`; which one is best does not depend on the order in which they come. A record is in place before the index
 * says so, and it is removed only when its source now gives another one or nothing.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportRecord } from '../record';
import { taskChains } from './concurrent';
import { writeError } from './corpus-error';
import {
  compareEntries,
  compareText,
  type IndexEntry,
  entriesOfRecord,
  isRecordEntry,
  type RecordEntry,
  type RejectEntry,
} from './index-entry';
import type { SourceIndex } from './source-index';
import { readRecord, recordFile, recordText, writeChanged, writeWhole } from './record-file';

export type Corpus = { folder: string; ledger: SourceIndex; onNote: (line: string) => void };

/** Each answer says whether a record file was written or removed. */
export type Deduper = {
  /** Keeps what a source gave. `text` is the record as a file, for the plain case. */
  keepRecord(entry: RecordEntry, text: string): Promise<boolean>;
  keepReject(entry: RejectEntry): Promise<boolean>;
  /** Keeps the places of a source that was not read again. */
  keepCopies(entry: IndexEntry): Promise<boolean>;
  /** Forgets a source, and its record unless another source has given that record since. */
  forget(entry: IndexEntry): Promise<boolean>;
};

/** `pending` has the hashes still to be read in this run: what they gave before does not count against what comes now. */
export function openDeduper(corpus: Corpus, pending: Set<string>): Deduper {
  const { ledger } = corpus;
  const inTurn = taskChains();
  const before = (sha256: string): RecordEntry | null => {
    const entry = ledger.entries.get(sha256);
    return isRecordEntry(entry) ? entry : null;
  };
  const leaveInTurn = (old: RecordEntry): Promise<boolean> =>
    inTurn(old.record, () => {
      pending.delete(old.sha256);
      return leave(corpus, old, pending);
    });

  return {
    keepRecord: async (entry, text) => {
      const old = before(entry.sha256);
      const isMoved = old !== null && old.record !== entry.record;
      const isPlaced = await inTurn(entry.record, async () => {
        if (!isMoved) pending.delete(entry.sha256);
        ledger.keep(entry);
        return await place(corpus, entry, text, pending);
      });
      await ledger.put(entry);
      return (isMoved && (await leaveInTurn(old))) || isPlaced;
    },
    keepReject: async (entry) => {
      const old = before(entry.sha256);
      await ledger.put(entry);
      if (old !== null) return await leaveInTurn(old);
      pending.delete(entry.sha256);
      return false;
    },
    keepCopies: async (entry) => {
      ledger.keep(entry);
      const isWritten =
        isRecordEntry(entry) && (await inTurn(entry.record, () => refresh(corpus, entry.record)));
      await ledger.put(entry);
      return isWritten;
    },
    forget: async (entry) => {
      await ledger.drop(entry.sha256);
      return isRecordEntry(entry) && (await leaveInTurn(entry));
    },
  };
}

/** Puts a record just read in place, unless a better copy of the same report lies there. */
async function place(
  corpus: Corpus,
  entry: RecordEntry,
  text: string,
  pending: ReadonlySet<string>,
): Promise<boolean> {
  const kept = await readKept(corpus, entry.record);
  const isOnly = membersOf(corpus, entry.record).length === 1 && entry.copies.length === 1;
  if (!kept && isOnly) {
    await writeWhole(pathOf(corpus, entry.record), text);
    return true;
  }
  if (kept && kept.source.sha256 !== entry.sha256 && !pending.has(kept.source.sha256)) {
    const rival = await entryBehind(corpus, kept);
    if (compareEntries(rival, entry) <= 0) return await write(corpus, kept, rival);
  }
  return await write(corpus, JSON.parse(text) as ReportRecord, entry);
}

/** Takes a source out of the group of a record that it no longer gives. */
async function leave(corpus: Corpus, old: RecordEntry, pending: ReadonlySet<string>): Promise<boolean> {
  const id = old.record;
  const kept = await readKept(corpus, id);
  if (kept?.source.sha256 !== old.sha256) return await refresh(corpus, id);
  await rm(pathOf(corpus, id)).catch((error: unknown) => {
    throw writeError(pathOf(corpus, id), error);
  });
  for (const other of membersOf(corpus, id))
    if (other.sha256 !== old.sha256 && !pending.has(other.sha256)) {
      await corpus.ledger.drop(other.sha256);
      corpus.onNote(`${other.copies[0]?.path}: was a copy of ${id}, whose record is gone; ingest it again`);
    }
  return true;
}

/** Writes a record in place again with the copies known now. */
async function refresh(corpus: Corpus, id: string): Promise<boolean> {
  const kept = await readKept(corpus, id);
  return kept ? await write(corpus, kept, await entryBehind(corpus, kept)) : false;
}

const pathOf = (corpus: Corpus, id: string): string => join(corpus.folder, recordFile(id));
const readKept = (corpus: Corpus, id: string) => readRecord(corpus.folder, recordFile(id), corpus.onNote);
const write = (corpus: Corpus, record: ReportRecord, own: RecordEntry): Promise<boolean> =>
  writeChanged(pathOf(corpus, record.id), recordText(withCopies(corpus, record, own)));

const membersOf = ({ ledger }: Corpus, id: string): RecordEntry[] =>
  [...(ledger.groups.get(id) ?? [])].map((sha256) => ledger.entries.get(sha256)).filter(isRecordEntry);

/** The entry behind a record in place: its own, or one made from it where a run was killed before it wrote its own. */
async function entryBehind({ ledger }: Corpus, kept: ReportRecord): Promise<RecordEntry> {
  const known = ledger.entries.get(kept.source.sha256);
  if (isRecordEntry(known) && known.record === kept.id) return known;
  const made = entriesOfRecord(kept);
  for (const entry of made) if (!ledger.entries.has(entry.sha256)) await ledger.put(entry);
  return made[0];
}

/** The record as read from its first copy, with every other place of the same figures in `also_at`. */
function withCopies(corpus: Corpus, record: ReportRecord, own: RecordEntry): ReportRecord {
  const [first, ...rest] = own.copies;
  const equal = membersOf(corpus, own.record).filter(
    ({ sha256, values }) => sha256 !== own.sha256 && values === own.values,
  );
  const places = [{ sha256: own.sha256, copies: rest }, ...equal];
  const also = places.flatMap(({ sha256, copies }) => copies.map(({ path, url }) => ({ path, url, sha256 })));
  also.sort((a, b) => compareText(a.path, b.path) || compareText(a.sha256, b.sha256));
  const { also_at: _before, ...bare } = record;
  const placed = { ...bare, source: { ...record.source, ...first } };
  return also.length === 0 ? placed : { ...placed, also_at: also };
}
