/**
 * Folders of downloaded reports → a corpus: scan what is there, plan what must be read, read it in threads, write the list of
 * rejects. What did not change is not touched; a run that is stopped at any
 * point leaves a corpus that can be used and that the next run completes.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type CurationLine, curateRecord, curationHash, readCuration } from '../curation';
import type { ReportRecord } from '../record';
import { forEachOf } from './concurrent';
import { type Corpus, openCorpus } from './corpus/index';
import { writeError } from './corpus/corpus-error';
import { isRecordEntry, type RejectEntry } from './corpus/index-entry';
import { lockCorpus } from './corpus/lock';
import { curationLookup, makePlan, type Plan, readAt } from './plan';
import { answerFor, type ReadAnswer } from './read/answer';
import { openReader } from './read/reader';
import { readerVersion } from './read/reader-version';
import { listRejects, writeRejects } from './rejects';
import { type Copy, readSources, type Source } from './scan/sources';
import { isUnder, type Scan, scanFiles } from './scan/index';
import { countAnswer, emptySummary, type Summary } from './summary';
import type { FoundFile } from './scan/walk';

export { CorpusError } from './corpus/corpus-error';
export { type Summary, summaryLines } from './summary';

export type IngestRequest = {
  /** Files and folders. */
  paths: string[];
  /** The corpus folder; made when it is not there. */
  corpus: string;
  /** Threads; 0 reads in the calling thread. */
  workers: number;
  /** Folder of the curation files. */
  curation: string;
  /** Seconds one source may take. */
  secondsLimit: number;
  /** Ends the run after the sources that are being read. */
  signal?: AbortSignal;
  onProgress?: (stage: 'scan' | 'read', done: number, total: number) => void;
  /** One line about something a person should know that is no reject. */
  onNote?: (line: string) => void;
};

/**
 * What the run did. Throws CurationError before anything is read when a curation file cannot be used, and CorpusError when
 * the corpus cannot be written; what was written by then stays and is not read again.
 */
export async function ingestPaths(request: IngestRequest): Promise<Summary> {
  const started = performance.now();
  const curation = await readCuration(request.curation);
  await mkdir(request.corpus, { recursive: true }).catch((error: unknown) => {
    throw writeError(request.corpus, error);
  });
  const unlock = await lockCorpus(request.corpus);
  try {
    const summary = emptySummary();
    const run = await openRun(request, curation, summary);
    try {
      const { onProgress, signal } = request;
      const onScan = (done: number, total: number) => onProgress?.('scan', done, total);
      const scan = await scanFiles(request.paths, request.corpus, onScan, signal);
      summary.seen = scan.sources;
      const plan = planRun(run, scan);
      await forgetMoved(run, plan);
      await readPlanned(run, plan, scan.files);
    } finally {
      await run.corpus.index.flush();
    }
    await finishRun(run);
    summary.seconds = (performance.now() - started) / 1000;
    return summary;
  } finally {
    await unlock();
  }
}

type Run = {
  request: IngestRequest;
  corpus: Corpus;
  reader: string;
  curation: CurationLine[];
  curationAbout: ReturnType<typeof curationLookup>;
  summary: Summary;
  /** Hashes of sources still to be read. */
  pending: Set<string>;
};

async function openRun(request: IngestRequest, curation: Run['curation'], summary: Summary): Promise<Run> {
  return {
    request,
    corpus: await openCorpus(request.corpus, request.onNote ?? (() => undefined)),
    reader: await readerVersion(),
    curation,
    curationAbout: curationLookup(curation),
    summary,
    pending: new Set<string>(),
  };
}

/** Problems go to the index in place of those the same paths had before; then what there is to do. */
function planRun(run: Run, { observed, problems }: Scan): Plan {
  const { request, corpus, reader, curation } = run;
  const walked = isUnder(request.paths);
  const { index } = corpus;
  for (const path of index.problems.keys()) if (walked(path)) index.problems.delete(path);
  for (const each of problems) index.problems.set(each.path, each);
  const { secondsLimit } = request;
  const plan = makePlan(index, observed, { reader, curation, secondsLimit, isGone });
  for (const sha256 of plan.toRead.keys()) run.pending.add(sha256);
  return plan;
}

/** A file that is no longer where it was; what came from an address stays known by it. */
const isGone = ({ path, url }: Copy): boolean => url === null && !existsSync(path.split('!')[0] ?? '');

/** Follows sources that moved, and takes those that vanished out of the index. */
async function forgetMoved({ corpus, summary }: Run, plan: Plan): Promise<void> {
  for (const entry of plan.moved) if (await corpus.keepCopies(entry)) summary.written += 1;
  for (const entry of plan.superseded) if (await corpus.forget(entry)) summary.written += 1;
}

async function readPlanned(run: Run, plan: Plan, files: FoundFile[]): Promise<void> {
  const { request, summary } = run;
  const total = plan.toRead.size;
  if (total === 0 || request.signal?.aborted) return;
  const reader = await openReader(Math.min(request.workers, total), request.secondsLimit);
  try {
    // Twice the threads: while one waits for the disk, the other's next source is at hand.
    await forEachOf(plannedSources(run, plan, files), Math.max(1, request.workers) * 2, async (source) => {
      const copies = plan.toRead.get(source.sha256)?.copies ?? [source.copy];
      const answer = await reader.read({ bytes: source.bytes, copy: readAt(copies) });
      run.pending.delete(source.sha256);
      await keepAnswer(run, source.sha256, copies, answer);
      countAnswer(summary, answer);
      request.onProgress?.('read', summary.read, total);
    });
  } finally {
    await reader.close();
  }
  for (const sha256 of request.signal?.aborted ? [] : run.pending)
    request.onNote?.(`${plan.toRead.get(sha256)?.from}: changed or vanished during the run; ingest it again`);
}

/** The sources to read, each once, from where the plan saw it. Only files that hold one are opened. */
async function* plannedSources(run: Run, plan: Plan, files: FoundFile[]): AsyncGenerator<Source> {
  const wanted = new Map([...plan.toRead].map(([sha256, { from }]) => [from, sha256]));
  const holderOf = (path: string) => path.split('!')[0];
  const holders = new Set([...wanted.keys()].map(holderOf));
  for (const file of files) {
    if (!holders.has(holderOf(file.path))) continue;
    for await (const source of readSources(file)) {
      if (run.request.signal?.aborted) return;
      if (source.kind === 'source' && wanted.get(source.copy.path) === source.sha256) yield source;
    }
  }
}

/** Puts an answer into the corpus: the record, with what a person decided about its identity, or the reject. */
async function keepAnswer(
  run: Run,
  sha256: string,
  copies: Copy[],
  answer: ReadAnswer & { isLate?: true },
): Promise<void> {
  const { corpus, reader, request, summary } = run;
  if (answer.kind === 'reject') {
    const { found, expected, remedy, isLate } = answer;
    const late = isLate ? { time_limit: request.secondsLimit } : {};
    const entry: RejectEntry = { sha256, reader, copies, found, expected, remedy, ...late };
    if (await corpus.keepReject(entry)) summary.written += 1;
    return;
  }
  const readAs = answer.about.record;
  const lines = run.curationAbout(sha256, readAs);
  const { about, text } =
    lines.length === 0 ? answer : answerFor(curateRecord(JSON.parse(answer.text) as ReportRecord, lines));
  const curation = curationHash(lines);
  const entry = { ...about, reader, copies, read_as: readAs, curation };
  if (await corpus.keepRecord(entry, text)) summary.written += 1;
}

/** The list of rejects, the index in order, and what the curation files say of reports that are not there. */
async function finishRun({ request, corpus, curation, summary }: Run): Promise<void> {
  const { index } = corpus;
  const rejects = listRejects(index);
  summary.records = index.groups.size;
  summary.rejects = rejects.length;
  summary.differing = rejects.filter(({ isDiffering }) => isDiffering).length;
  await writeRejects(request.corpus, rejects);
  await index.compact();
  const known = new Set<string>();
  for (const entry of index.entries.values())
    known.add(entry.sha256).add(isRecordEntry(entry) ? entry.read_as : '');
  for (const { record, place } of curation)
    if (!known.has(record)) corpus.onNote(`${place}: found ${record}, expected a report of the corpus`);
}
