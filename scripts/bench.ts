/**
 * `npm run bench -- [--reports N,M] [--databases FILE,FILE] [--only 1,4,10] [--work DIR]`: this machine beside the targets
 * of docs/performance.md, and the product beside other engines. Measures the last corpus given and how its times grew
 * from the first. Corpora are made first (100,000 reports by default), or are the databases given, from `npm run synth`.
 * Prints tables in Markdown; progress goes to stderr.
 */
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportParquetSet } from '../lib/export/parquet-set';
import type { Corpus } from '../lib/query';
import { corpusManifest } from '../lib/store/connect';
import { answerLines, growthLines, measureAnswers } from '../test/bench/answers';
import { measureApi } from '../test/bench/api';
import { measureBuild } from '../test/bench/build';
import { measureClients } from '../test/bench/clients';
import { compareRivals } from '../test/bench/rivals/compare';
import { measureCsv } from '../test/bench/csv';
import { measureDrift } from '../test/bench/drift';
import { measureFiles } from '../test/bench/files';
import { type Line, targetTable } from '../test/bench/lines';
import { measurePages } from '../test/bench/pages';
import { measureSwaps } from '../test/bench/swaps';
import { openWorkspace } from '../test/bench/workspace';
import { say } from './terminal/progress';
import { isBuilt, startServer } from '../test/site/server';

// Slow questions are what is measured.
process.env.LOG_LEVEL ??= 'error';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '100000' },
    databases: { type: 'string' },
    only: { type: 'string' },
    work: { type: 'string' },
  },
});
const wanted = values.only?.split(',').map(Number);
const isWanted = (...targets: number[]): boolean =>
  wanted === undefined || targets.some((target) => wanted.includes(target));

const workspace = await openWorkspace(values.work);
const lines: Line[] = [];
/** Keeps what was measured, and tells it at once: the whole takes a while. */
const note = (...measured: Line[]): void => {
  for (const { what, measured: figure } of measured) say(`${what}: ${figure}`);
  lines.push(...measured);
};
try {
  const corpora = values.databases
    ? values.databases.split(',').map((file): Corpus => ({ name: 'demo', file: resolve(file) }))
    : await buildCorpora(values.reports.split(',').map(Number));
  const corpus = corpora.at(-1);
  if (!corpus) throw new Error('found no corpus to measure');
  const { reports } = await corpusManifest(corpus);
  say(`${corpus.file}: ${reports} reports`);
  await measureQueries(corpus, corpora[0], reports);
  const rivals = await measureFilesAndRivals(corpus);
  await measureServer(corpus);
  process.stdout.write(
    `${reports} reports, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end\n\n`,
  );
  process.stdout.write(`${targetTable(lines)}\n${rivals}`);
} finally {
  await workspace.remove();
}
// The corpora stay open for as long as a server would need them.
process.exit();

async function buildCorpora(sizes: number[]): Promise<Corpus[]> {
  const corpora: Corpus[] = [];
  for (const reports of sizes) {
    if (!Number.isSafeInteger(reports) || reports < 1)
      throw new Error(`--reports: found ${values.reports}, expected whole numbers`);
    say(`${reports} reports: building`);
    const file = join(workspace.folder, String(reports), 'demo.duckdb');
    const line = await measureBuild(file, reports);
    if (isWanted(6)) note(line);
    corpora.push({ name: 'demo', file });
  }
  return corpora;
}

async function measureQueries(corpus: Corpus, first: Corpus | undefined, reports: number): Promise<void> {
  if (isWanted(1, 9)) {
    say('questions');
    const answers = await measureAnswers(corpus);
    if (isWanted(1)) note(...answerLines(answers));
    if (isWanted(9) && first && first !== corpus) {
      say('growth');
      const times = reports / (await corpusManifest(first)).reports;
      note(...growthLines(await measureAnswers(first), answers, times));
    }
  }
  if (isWanted(3)) note(await measureClients(corpus));
  if (isWanted(8)) {
    say('memory');
    note(await measureDrift(corpus));
  }
  if (isWanted(7)) {
    say('swaps');
    note(await measureSwaps(await workspace.copies(corpus)));
  }
  if (isWanted(5)) {
    say('CSV');
    note(await measureCsv(corpus, workspace.folder));
  }
}

/** The table of the comparison, empty when there was none. */
async function measureFilesAndRivals(corpus: Corpus): Promise<string> {
  if (!isWanted(4, 10)) return '';
  say('Parquet set');
  const set = join(workspace.folder, 'set');
  await exportParquetSet(corpus, set);
  if (isWanted(4)) note(...(await measureFiles(corpus, set)));
  if (!isWanted(10)) return '';
  const compared = await compareRivals(corpus, set, workspace.folder);
  note(...compared.lines);
  return compared.table;
}

async function measureServer(corpus: Corpus): Promise<void> {
  if (!isWanted(2, 3)) return;
  if (!isBuilt) {
    say('pages and API are not measured: the site is not built (npm start builds it)');
    return;
  }
  say('server');
  const server = await startServer({
    settings: {
      DATABASE_DIR: await workspace.serve(corpus),
      RATE_LIMIT_API: '0',
      RATE_LIMIT_EXPORTS: '0',
      LOG_LEVEL: 'error',
    },
  });
  try {
    if (isWanted(2)) note(...(await measurePages(server.address)));
    if (isWanted(3)) note(await measureApi(server.address));
  } finally {
    await server.stop();
  }
}
