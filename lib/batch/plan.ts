/**
 * What lies there now against what the index knows → what must be read. A source is read when it is new, when the reader,
 * its curation or the copy it is read from has changed; its copies are then decided anew, so they are read with it.
 */
import { type CurationLine, curationHash, isAbout } from '../curation';
import { compareText, type IndexEntry, isRecordEntry } from './index-entry';
import type { SourceIndex } from './source-index';
import type { Copy } from './sources';

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
export function makePlan(ledger: SourceIndex, observed: Observed, options: PlanOptions): Plan {
  const taken = placesTaken(observed);
  const plan: Plan = { toRead: new Map(), moved: [], superseded: [] };
  const read = (sha256: string, copies: Copy[]) =>
    plan.toRead.set(sha256, { copies, from: observed.get(sha256)?.[0]?.path ?? '' });
  const about = curationLookup(options.curation);
  for (const entry of ledger.entries.values()) {
    const seen = observed.get(entry.sha256) ?? [];
    const copies = copiesNow(entry, seen, taken, options.isGone);
    if (copies.length === 0) plan.superseded.push(entry);
    else if (seen.length > 0 && mustRead(entry, copies, about, options)) read(entry.sha256, copies);
    else if (!isSameCopies(entry.copies, copies)) plan.moved.push({ ...entry, copies });
  }
  for (const [sha256, seen] of observed) if (!ledger.entries.has(sha256)) read(sha256, sortCopies(seen));
  for (const { sha256, copies } of groupMates(plan, ledger, observed)) read(sha256, copies);
  plan.moved = plan.moved.filter(({ sha256 }) => !plan.toRead.has(sha256));
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

/** Known and seen copies, without places where other content lies now, and without places that are gone if others are left. */
function copiesNow(
  entry: IndexEntry,
  seen: Copy[],
  taken: Map<string, string>,
  isGone: (copy: Copy) => boolean,
): Copy[] {
  const isSeen = new Set(seen.map(({ path }) => path));
  const known = entry.copies.filter(({ path }) => !isSeen.has(path) && !taken.has(path));
  const there = seen.length > 0 ? [...seen, ...known.filter((copy) => !isGone(copy))] : known;
  return sortCopies(there);
}

/** Copies whose address is known come first: an address is evidence of who reports. */
function sortCopies(copies: Copy[]): Copy[] {
  return [...copies].sort(
    (a, b) => Number(a.url === null) - Number(b.url === null) || compareText(a.path, b.path),
  );
}

const isSameCopies = (a: Copy[], b: Copy[]): boolean =>
  a.length === b.length && a.every(({ path, url }, i) => path === b[i]?.path && url === b[i]?.url);

function mustRead(
  entry: IndexEntry,
  copies: Copy[],
  about: ReturnType<typeof curationLookup>,
  options: PlanOptions,
): boolean {
  if (entry.reader !== options.reader) return true;
  if (!isSameCopies(entry.copies.slice(0, 1), copies.slice(0, 1))) return true;
  if (isRecordEntry(entry)) return curationHash(about(entry.sha256, entry.read_as)) !== entry.curation;
  return entry.time_limit !== undefined && entry.time_limit < options.secondsLimit;
}

/** Where one copy of a report is read again or gone, the others may be the better ones now: only the best one was kept. */
function groupMates(plan: Plan, ledger: SourceIndex, observed: Observed): IndexEntry[] {
  const again = [...plan.toRead.keys()].map((sha256) => ledger.entries.get(sha256));
  const groups = new Set([...again, ...plan.superseded].filter(isRecordEntry).map(({ record }) => record));
  const members = [...groups].flatMap((id) => [...(ledger.groups.get(id) ?? [])]);
  const moved = new Map(plan.moved.map((entry) => [entry.sha256, entry]));
  const gone = new Set(plan.superseded.map(({ sha256 }) => sha256));
  return members
    .filter((sha256) => !plan.toRead.has(sha256) && !gone.has(sha256) && observed.has(sha256))
    .flatMap((sha256) => moved.get(sha256) ?? ledger.entries.get(sha256) ?? []);
}
