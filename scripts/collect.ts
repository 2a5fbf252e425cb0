/**
 * npm run collect -- urls.txt [--out DIR] [--delay SECONDS] [--retries N] [--time-limit SECONDS] [--max-mb N]
 *                    [--user-agent TEXT] [--refresh] [--allow-private] [--ingest [--corpus DIR]]
 * Downloads the pages of a list and the documents attached to them. What could not be got is in DIR/collect-failed.csv and
 * makes the exit status 1. With --ingest the folder is then read into the corpus.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { CorpusError, ingestPaths, summaryLines } from '../lib/batch';
import { FAILED_LIST } from '../lib/batch/scan/walk';
import { collect, type CollectRequest, type Failure, parseAddressList } from '../lib/collect';
import { openProgress, say } from './terminal/progress';

const USAGE =
  'usage: npm run collect -- urls.txt [--out DIR] [--delay SECONDS] [--retries N] [--time-limit SECONDS] [--max-mb N] ' +
  '[--user-agent TEXT] [--refresh] [--allow-private] [--ingest [--corpus DIR]]';

function refuse(message: string): never {
  say(message);
  say(USAGE);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'data/build/downloads' },
        delay: { type: 'string', default: '2' },
        retries: { type: 'string', default: '3' },
        'time-limit': { type: 'string', default: '60' },
        'max-mb': { type: 'string', default: '50' },
        'user-agent': { type: 'string', default: 'ogi-annual-reports/0.1' },
        refresh: { type: 'boolean', default: false },
        'allow-private': { type: 'boolean', default: false },
        ingest: { type: 'boolean', default: false },
        corpus: { type: 'string', default: 'data/corpus' },
      },
    });
  } catch (error) {
    return refuse((error as Error).message.split('. ')[0] ?? '');
  }
}

function number(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  return refuse(`--${name}: found "${text}", expected a number from ${least} to ${most}`);
}

async function readList(path: string): Promise<string[]> {
  try {
    return parseAddressList(await readFile(path, 'utf8'));
  } catch (error) {
    return refuse(`${path}: found ${(error as Error).message}, expected a list of addresses, one a line`);
  }
}

async function writeFailures(folder: string, failures: Failure[]): Promise<void> {
  const rows = failures.map(({ address, linkedFrom, reason }) => [address, linkedFrom ?? '', reason]);
  const text = stringify([['address', 'linked_from', 'reason'], ...rows], {
    bom: true,
    escape_formulas: true,
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, FAILED_LIST), text);
}

const { values, positionals } = readArguments();
const [list, ...rest] = positionals;
if (list === undefined || rest.length > 0) refuse('collect: expected one list of addresses');

const stop = new AbortController();
const stopOnce = () => {
  if (stop.signal.aborted) process.exit(130);
  say('ending after the addresses at hand; again to end at once');
  stop.abort();
};
process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce);

const progress = openProgress();
const request: CollectRequest = {
  addresses: await readList(list),
  folder: values.out,
  maxBytes: number('max-mb', values['max-mb'], 1, 1000) * 1024 * 1024,
  seconds: number('time-limit', values['time-limit'], 1, 3600),
  refresh: values.refresh,
  userAgent: values['user-agent'],
  delay: number('delay', values.delay, 0, 3600),
  retries: number('retries', values.retries, 0, 20),
  redirects: 5,
  allowPrivate: values['allow-private'],
  signal: stop.signal,
  onProgress: (done, total) => progress.update('collect', done, total),
};

try {
  const { fetched, unchanged, failures } = await collect(request);
  progress.stop();
  for (const { address, reason } of failures) say(`${address}: ${reason}`);
  await writeFailures(values.out, failures);
  say(`${values.out}: ${fetched} files fetched, ${unchanged} there already, ${failures.length} failures`);
  process.exitCode = stop.signal.aborted ? 130 : failures.length > 0 ? 1 : 0;
  if (values.ingest && !stop.signal.aborted) {
    const summary = await ingestPaths({
      paths: [values.out],
      corpus: values.corpus,
      curation: 'data/curation',
      workers: availableParallelism(),
      secondsLimit: 60,
      signal: stop.signal,
      onNote: say,
    });
    for (const line of summaryLines(summary)) say(line);
  }
} catch (error) {
  progress.stop();
  const { message } = error as Error;
  say(
    error instanceof CorpusError ? message : `${values.out}: found ${message}, expected a folder to write to`,
  );
  process.exitCode = 1;
}
