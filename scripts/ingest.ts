/**
 * npm run ingest -- PATH... [--corpus DIR] [--workers N] [--time-limit SECONDS] [--curation DIR] [--watch]
 * Reads every report under the paths into the corpus, and again only what changed. All words go to stderr. Ctrl-C ends
 * after the files being read; a second Ctrl-C ends at once. Both leave a corpus that the next run completes.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { watch as watchFiles } from 'chokidar';
import { CorpusError, ingestPaths, type IngestRequest, summaryLines } from '../lib/batch';
import { CurationError } from '../lib/curation';
import { openProgress, say } from './terminal/progress';

const USAGE =
  'usage: npm run ingest -- PATH... [--corpus DIR] [--workers N] [--time-limit SECONDS] [--curation DIR] [--watch]';

function refuse(message: string): never {
  say(message);
  say(USAGE);
  process.exit(2);
}

function wholeNumber(name: string, text: string, least: number): number {
  if (/^\d{1,6}$/.test(text) && Number(text) >= least) return Number(text);
  return refuse(`--${name}: found "${text}", expected a whole number from ${least}`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        corpus: { type: 'string', default: 'data/corpus' },
        curation: { type: 'string', default: 'data/curation' },
        workers: { type: 'string', default: String(availableParallelism()) },
        'time-limit': { type: 'string', default: '300' },
        watch: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return refuse((error as Error).message.split('. ')[0] ?? '');
  }
}

const { values, positionals } = readArguments();
if (positionals.length === 0) refuse('ingest: found no path, expected files or folders');

const stop = new AbortController();
const stopOnce = (signal: NodeJS.Signals) => {
  if (stop.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
  say(`${signal}: ending after the files being read; again to end at once`);
  stop.abort();
};
process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce);

const request: IngestRequest = {
  paths: positionals,
  corpus: values.corpus,
  curation: values.curation,
  workers: wholeNumber('workers', values.workers, 0),
  secondsLimit: wholeNumber('time-limit', values['time-limit'], 1),
  signal: stop.signal,
};

/** One run over some paths; the exit status it deserves. */
async function run(paths: string[]): Promise<number> {
  const progress = openProgress();
  try {
    const summary = await ingestPaths({
      ...request,
      paths,
      onProgress: progress.update,
      onNote: (line) => progress.say(line.replace(/[\r\n]+/gu, ' ')),
    });
    progress.stop();
    for (const line of summaryLines(summary)) say(line);
    if (stop.signal.aborted) say('stopped before the end: run the same command again to go on');
    return stop.signal.aborted ? 130 : 0;
  } catch (error) {
    progress.stop();
    if (!(error instanceof CorpusError || error instanceof CurationError)) throw error;
    say(error.message);
    return error instanceof CurationError ? 2 : 1;
  }
}

/** Waits until files settle, then runs over what came or changed, until the command is stopped. */
async function watch(): Promise<number> {
  const changed = new Set<string>();
  let wake = (): void => undefined;
  const watcher = watchFiles(positionals, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 500 },
    ignored: (path) => /\.tmp-\d+$|\.part$/.test(path),
  });
  const notice = (path: string) => {
    changed.add(path);
    wake();
  };
  watcher.on('add', notice).on('change', notice);
  stop.signal.addEventListener('abort', () => wake());
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  say(`watching ${positionals.join(' ')}; Ctrl-C ends`);
  let status = await run(positionals);
  while (!stop.signal.aborted && status !== 2) {
    if (changed.size === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    if (stop.signal.aborted) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
    const paths = [...changed];
    changed.clear();
    if (paths.length > 0) status = await run(paths);
  }
  await watcher.close();
  return status === 130 ? 0 : status; // Ctrl-C is how a watch ends
}

process.exitCode = values.watch ? await watch() : await run(positionals);
