/**
 * Lines of text out of a corpus, as many as there are and never fewer in silence. What matches is counted first, in
 * ranges of reports; then one range after the other is read as the reader takes them, so memory stays flat and the
 * order is that of the file. A range that yields another number of lines than was counted breaks the stream off.
 */
import { z } from 'zod';
import { setting } from '../settings';
import { prometheus } from '../telemetry/prometheus';
import type { Corpus } from './corpora';
import { BusyError, type Lease, type Manifest, openConnection, type SqlValues } from './connect';

export type LinesQuestion = {
  /** Reports read at once, and of those the ones whose lines are joined into one piece. */
  reportsAtOnce: number;
  reportsAPiece: number;
  /** `report_no` and nothing else, one row a line. */
  rowsSql: string;
  /**
   * For an order of its own: a table `ranked` to be made first, for all other SQL to use. What the rest calls
   * `report_no` is then a position in it.
   */
  rankedSql: string | null;
  /**
   * Columns report_no, place (order within a report), line: of the reports from $first to before $next. A question that
   * is `numbered` is also told $seen, the lines before.
   */
  linesSql: string;
  lineEnd: '\r\n' | '\n' | '';
  numbered: boolean;
  values: SqlValues;
};

export type Lines = {
  manifest: Manifest;
  /** Lines that the stream will give. */
  rows: number;
  /** Whole lines with their ends, in UTF-8. */
  pieces: AsyncGenerator<Uint8Array[], void>;
  /** To be called by a reader that stops half-way or never begins. */
  close: () => void;
};

/** A reader that takes nothing for so long has gone. */
const IDLE_LIMIT_MS = 120_000;

const holder = globalThis as typeof globalThis & { ogiExports?: { running: number } };
const exports = (): { running: number } => {
  holder.ogiExports ??= { running: 0 };
  return holder.ogiExports;
};

const bucketSchema = z.object({ bucket: z.number(), rows: z.number() });
type Bucket = z.infer<typeof bucketSchema>;

/**
 * The lines and how many there will be. Throws BusyError when too many exports run. `signal` ends a query that runs
 * when the reader leaves.
 */
export async function openLines(
  corpus: Corpus,
  question: LinesQuestion,
  signal: AbortSignal,
): Promise<Lines> {
  const leave = beginExport();
  const idle = new AbortController();
  let lease: Lease | undefined;
  const close = once(() => {
    leave();
    lease?.close();
  });
  try {
    lease = await openConnection(corpus, AbortSignal.any([signal, idle.signal]));
    if (question.rankedSql !== null)
      await lease.read(`CREATE TEMP TABLE ranked AS ${question.rankedSql}`, question.values);
    const buckets = await countBuckets(lease, question);
    const rows = buckets.reduce((sum, bucket) => sum + bucket.rows, 0);
    const pieces = readBuckets(lease, question, buckets, idle, close);
    return { manifest: lease.manifest, rows, pieces, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Takes one of the places for downloads; what comes back frees it. Throws BusyError when all are taken. */
export function beginExport(): () => void {
  if (exports().running >= setting('EXPORTS_AT_ONCE')) throw new BusyError('too many downloads at once');
  const change = (by: number): void => {
    exports().running += by;
    prometheus().exportsRunning.set(exports().running);
  };
  change(1);
  return once(() => change(-1));
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}

async function countBuckets(lease: Lease, question: LinesQuestion): Promise<Bucket[]> {
  const values = question.rankedSql === null ? question.values : {};
  const rows = await lease.read(
    `SELECT (report_no // ${question.reportsAtOnce})::DOUBLE AS bucket, count(*)::DOUBLE AS rows
     FROM (${question.rowsSql}) GROUP BY bucket ORDER BY bucket`,
    values,
  );
  return z.array(bucketSchema).parse(rows);
}

async function* readBuckets(
  lease: Lease,
  question: LinesQuestion,
  buckets: readonly Bucket[],
  idle: AbortController,
  close: () => void,
): AsyncGenerator<Uint8Array[], void> {
  try {
    let seen = 0;
    for (const { bucket, rows } of buckets) {
      const first = bucket * question.reportsAtOnce;
      const found = await readPieces(lease, question, first, seen);
      const lines = found.reduce((sum, piece) => sum + piece.lines, 0);
      if (lines !== rows) throw new Error(`reports from ${first}: found ${lines} lines, expected ${rows}`);
      seen += rows;
      const timer = setTimeout(() => {
        idle.abort();
        close();
      }, IDLE_LIMIT_MS).unref();
      yield found.map((piece) => piece.bytes);
      clearTimeout(timer);
      idle.signal.throwIfAborted();
    }
  } finally {
    close();
  }
}

const pieceSchema = z.object({ lines: z.number(), bytes: z.instanceof(Uint8Array) });

const LINE_ENDS = { '\r\n': 'chr(13) || chr(10)', '\n': 'chr(10)', '': "''" } as const;

/** Lines are joined and encoded by DuckDB, so that none of them becomes a string here. */
async function readPieces(
  lease: Lease,
  question: LinesQuestion,
  first: number,
  seen: number,
): Promise<z.infer<typeof pieceSchema>[]> {
  const end = LINE_ENDS[question.lineEnd];
  const rows = await lease.read(
    `SELECT count(*)::DOUBLE AS lines,
       encode(string_agg(line, ${end} ORDER BY report_no, place) || ${end}) AS bytes
     FROM (${question.linesSql})
     GROUP BY report_no // ${question.reportsAPiece}
     ORDER BY min(report_no)`,
    {
      ...question.values,
      first,
      next: first + question.reportsAtOnce,
      ...(question.numbered ? { seen } : {}),
    },
  );
  return z.array(pieceSchema).parse(rows);
}
