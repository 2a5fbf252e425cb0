/** `rejects.csv`: everything that gave no record of its own, with the reason and what a person can do about it. */
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { compareCopies, compareText } from '../copies';
import { type IndexEntry, isRecordEntry, type RecordEntry } from './corpus/index-entry';
import type { SourceIndex } from './corpus/source-index';
import { writeChanged } from './corpus/record-file';

export type Reject = { file: string; reason: string; remedy: string; isDiffering?: true };

/** All rejects of a corpus, by file: what is no report, what could not be read, and copies that differ from the one kept. */
export function listRejects(index: SourceIndex): Reject[] {
  const rejects: Reject[] = [];
  for (const entry of index.entries.values())
    if (!isRecordEntry(entry))
      for (const { path } of entry.copies)
        rejects.push({
          file: path,
          reason: `found ${entry.found}, expected ${entry.expected}`,
          remedy: entry.remedy,
        });
  for (const { path, found, expected, remedy } of index.problems.values())
    rejects.push({ file: path, reason: `found ${found}, expected ${expected}`, remedy });
  for (const hashes of index.groups.values())
    if (hashes.size > 1) rejects.push(...differing([...hashes].map((hash) => index.entries.get(hash))));
  return rejects.sort((a, b) => compareText(a.file, b.file) || compareText(a.reason, b.reason));
}

function differing(entries: (IndexEntry | undefined)[]): Reject[] {
  const [kept, ...others] = entries.filter(isRecordEntry).sort(compareCopies);
  return others.flatMap((entry) =>
    kept && entry.values !== kept.values
      ? entry.copies.map(({ path }) => ({ file: path, ...reasonOf(entry, kept) }))
      : [],
  );
}

function reasonOf(entry: RecordEntry, kept: RecordEntry): Omit<Reject, 'file'> {
  const from = kept.copies[0]?.path ?? '';
  if (entry.numbers === 0)
    return {
      reason: `found no figures; the report ${kept.record} was read from ${from}`,
      remedy: 'none needed if that file is its attachment',
    };
  const issues = ({ errors, warnings, infos }: RecordEntry) => `${errors}/${warnings}/${infos}`;
  return {
    isDiffering: true,
    reason:
      `differs from ${from}, which was kept as ${kept.record}: ` +
      `issues ${issues(entry)} (errors/warnings/others) against ${issues(kept)}`,
    remedy: 'compare the two; if they are different reports, set agency.name or year in data/curation',
  };
}

/** Writes the list if it changed. True when it was written. */
export async function writeRejects(corpus: string, rejects: Reject[]): Promise<boolean> {
  const rows = rejects.map(({ file, reason, remedy }) => [file, reason, remedy]);
  const text = stringify([['file', 'reason', 'remedy'], ...rows], { bom: true, escape_formulas: true });
  return await writeChanged(join(corpus, 'rejects.csv'), text);
}
