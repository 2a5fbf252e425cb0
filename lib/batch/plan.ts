/**
 * What lies there now against what the index knows → what must be read. A source is read when it is new, when the reader,
 * its curation, its place or its address has changed.
 */
import { type CurationLine, curationHash, isAbout } from '../curation';
import { compareText } from '../copies';
import { type IndexEntry, isRecordEntry } from './corpus/index-entry';
import type { SourceIndex } from './corpus/source-index';
import type { Copy } from './scan/sources';

/** Content hash → where it was seen in this run. */
export type Observed = Map<string, Copy[]>;

export type PlanOptions = {
  reader: string;
  curation: readonly CurationLine[];
  secondsLimit: number;
  /** Whether a copy that was not seen in this run is known to be gone. */
  isGone: (copy: Copy) => boolean;
};

export type Plan = {
  /** Content hash → its copies, and the place where its bytes were seen in this run. */
  toRead: Map<string, { copies: Copy[]; from: string }>;
  /** Sources that need no reading but lie in other places now. */
  moved: IndexEntry[];
  /** Sources whose every place now holds something else. */
  superseded: IndexEntry[];
};

/** The plan of a run. Reads the index, changes nothing. */
export function makePlan(index: SourceIndex, observed: Observed, options: PlanOptions): Plan {
  const taken = placesTaken(observed);
  const plan: Plan = { toRead: new Map(), moved: [], superseded: [] };
  const read = (sha256: string, copies: Copy[]) =>
    plan.toRead.set(sha256, { copies, from: observed.get(sha256)?.[0]?.path ?? '' });
  const about = curationLookup(options.curation);
  for (const entry of index.entries.values()) {
    const seen = observed.get(entry.sha256) ?? [];
    const copies = copiesNow(entry, seen, taken, options.isGone);
    if (copies.length === 0) plan.superseded.push(entry);
    else if (seen.length > 0 && mustRead(entry, copies, about, options)) read(entry.sha256, copies);
    else if (!isSameCopies(entry.copies, copies)) plan.moved.push({ ...entry, copies });
  }
  for (const [sha256, seen] of observed)
    if (!index.entries.has(sha256))
      read(
        sha256,
        copiesNow({ sha256, copies: [] }, seen, taken, () => false),
      );
  return plan;
}

/** The lines about a source. */
export function curationLookup(
  lines: readonly CurationLine[],
): (sha256: string, readAs: string | null) => CurationLine[] {
  const byRecord = new Map<string, CurationLine[]>();
  for (const line of lines) byRecord.set(line.record, [...(byRecord.get(line.record) ?? []), line]);
  return (sha256, readAs) =>
    [...(byRecord.get(sha256) ?? []), ...(byRecord.get(readAs ?? '') ?? [])].filter((line) =>
      isAbout(line, sha256, readAs),
    );
}

/** Path → hash of what lies there now. */
function placesTaken(observed: Observed): Map<string, string> {
  const taken = new Map<string, string>();
  for (const [sha256, copies] of observed) for (const { path } of copies) taken.set(path, sha256);
  return taken;
}

/**
 * Known and seen copies, without places where other content is now, and without places that are gone if others are left.
 * The record goes on naming the place it named before, as long as that is not known to be gone.
 */
function copiesNow(
  entry: Pick<IndexEntry, 'sha256' | 'copies'>,
  seen: Copy[],
  taken: Map<string, string>,
  isGone: (copy: Copy) => boolean,
): Copy[] {
  const known = entry.copies.filter(({ path }) => (taken.get(path) ?? entry.sha256) === entry.sha256);
  const isSeen = new Map(seen.map((copy) => [copy.path, copy]));
  const there = known.flatMap((copy): Copy[] => {
    const found = isSeen.get(copy.path);
    if (found) return [found];
    return seen.length > 0 && copy.elsewhere === undefined && isGone(copy) ? [] : [copy];
  });
  const isKnown = new Set(there.map(({ path }) => path));
  const added = seen.filter(({ path }) => !isKnown.has(path));
  const [first, ...rest] = there[0] ? [...there, ...added] : sortCopies(added);
  return first ? [first, ...rest.sort((a, b) => compareText(a.path, b.path))] : [];
}

/** Copies whose address is known come first: an address is evidence of who reports. */
function sortCopies(copies: Copy[]): Copy[] {
  return [...copies].sort(
    (a, b) => Number(a.url === null) - Number(b.url === null) || compareText(a.path, b.path),
  );
}

/** What a source is read as: the place that its record names, and the first address that is known of any. */
export const readAt = (copies: readonly Copy[]): Copy => ({
  path: copies[0]?.path ?? '',
  url: copies.find(({ url }) => url !== null)?.url ?? null,
});

const isSameCopies = (a: Copy[], b: Copy[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ path, url, elsewhere }, i) => path === b[i]?.path && url === b[i].url && elsewhere === b[i].elsewhere,
  );

function mustRead(
  entry: IndexEntry,
  copies: Copy[],
  about: ReturnType<typeof curationLookup>,
  options: PlanOptions,
): boolean {
  if (entry.reader !== options.reader) return true;
  if (!isSameCopies([readAt(entry.copies)], [readAt(copies)])) return true;
  if (isRecordEntry(entry)) return curationHash(about(entry.sha256, entry.read_as)) !== entry.curation;
  return entry.time_limit !== undefined && entry.time_limit < options.secondsLimit;
}
