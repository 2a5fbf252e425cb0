/**
 * `npm run bench -- [--reports N] [--database FILE]`: what the dashboard's questions cost over a synthetic corpus of N
 * reports (100,000 by default), made first in a temporary folder, or over the database given. Prints a table in
 * Markdown; docs/performance.md says what each line means.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DEFAULT_FILTERS, type Filters } from '../lib/filters/values';
import {
  type Corpus,
  selectAgencies,
  selectCoverage,
  selectDistribution,
  selectFilterOptions,
  selectHeadline,
  selectMetrics,
  selectPeers,
  selectReports,
} from '../lib/query';
import { forgetAnswers } from '../lib/query/remember';
import { buildDatabase } from '../lib/store/build';
import { withDatabase } from '../lib/store/connect';
import { synthesizeReports } from '../lib/synth';

const RUNS = 15;
const OUTCOMES = ['granted', 'partial', 'denied', 'unable', 'not_processed', 'other'];
const demo = (filters: Partial<Filters> = {}): Filters => ({
  ...DEFAULT_FILTERS,
  corpus: 'demo',
  ...filters,
});

type Line = [what: string, figure: string, target: string];

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '100000' }, database: { type: 'string' } },
});
const lines: Line[] = [];
const folder = values.database ? null : await mkdtemp(join(tmpdir(), 'ogi-bench-'));
try {
  const file = values.database ?? join(folder ?? '', 'demo.duckdb');
  const corpus: Corpus = { name: 'demo', file };
  if (folder) lines.push(await measureBuild(file, Number(values.reports)));
  lines.push(await measureFile(corpus), ...(await measureQuestions(corpus)), await measureClients(corpus));
  for (const line of [['what', 'measured', 'target'], ['---', '---', '---'], ...lines])
    process.stdout.write(`| ${line.join(' | ')} |\n`);
} finally {
  if (folder) await rm(folder, { recursive: true, force: true });
}

async function measureBuild(file: string, reports: number): Promise<Line> {
  const records = synthesizeReports({ reports, seed: 1 });
  const { seconds } = await buildDatabase({ records, file, corpus: 'demo', synthetic: true });
  const pace = Math.round(reports / seconds);
  return [
    `generate and build ${reports} reports`,
    `${seconds.toFixed(1)} s, ${pace} reports/s`,
    '25,000 reports/s',
  ];
}

async function measureFile(corpus: Corpus): Promise<Line> {
  const manifest = await withDatabase(corpus, 'metrics', async (database) => database.manifest);
  const { size } = await stat(corpus.file);
  const each = (size / manifest.reports).toFixed(0);
  return [`file without evidence, ${manifest.reports} reports`, `${each} bytes a report`, '≤ 85'];
}

/** The questions of the pages, by the target that holds for them. */
function questions(corpus: Corpus, agency: string): Record<string, [() => Promise<unknown>, string]> {
  const metrics =
    (ids: string[], by: string[], filters: Partial<Filters> = {}) =>
    () =>
      selectMetrics(corpus, { metrics: ids, by, filters: demo(filters) });
  return {
    'trend by year': [metrics(['new_requests', 'disclosure_rate'], ['year']), '≤ 10 ms, ≤ 8 × SELECT 1'],
    'outcomes by province': [metrics(OUTCOMES, ['province']), '≤ 10 ms'],
    'outcomes by applicant': [metrics(OUTCOMES, ['applicant']), '≤ 10 ms'],
    'by level and body in one province': [
      metrics(OUTCOMES, ['level', 'body'], { region: ['44'] }),
      '≤ 10 ms',
    ],
    'headline figures': [() => selectHeadline(corpus, demo()), '≤ 50 ms'],
    'filter options': [() => selectFilterOptions(corpus, demo()), '≤ 50 ms'],
    'coverage by year and level': [() => selectCoverage(corpus, demo()), '≤ 50 ms'],
    'prefectures of one province': [metrics(OUTCOMES, ['prefecture'], { region: ['44'] }), '≤ 50 ms'],
    'every prefecture': [metrics(OUTCOMES, ['prefecture']), '≤ 50 ms'],
    'agencies whose name says 局, by year': [metrics(['new_requests'], ['year'], { q: '局' }), '≤ 50 ms'],
    'two applicant columns, by year': [
      metrics(OUTCOMES, ['year'], { applicant: ['org_commercial', 'org_other'] }),
      '≤ 50 ms',
    ],
    'history of one agency': [metrics(['new_requests'], ['year'], { agency: [agency] }), '≤ 50 ms'],
    'distribution over counties': [
      () => selectDistribution(corpus, { metric: 'disclosure_rate', filters: demo({ level: ['county'] }) }),
      '≤ 50 ms',
    ],
    'peers of one agency': [
      () => selectPeers(corpus, { agency, year: 2023, metrics: ['new_requests', 'disclosure_rate'] }),
      '≤ 50 ms',
    ],
    'first page of reports': [() => selectReports(corpus, demo()), '≤ 50 ms'],
  };
}

async function measureQuestions(corpus: Corpus): Promise<Line[]> {
  const { rows } = await selectAgencies(corpus, demo({ level: ['county'] }), { pageSize: 1 });
  const nothing = await cost(() =>
    withDatabase(corpus, 'metrics', (database) =>
      database.rows(z.object({ a: z.number() }), 'SELECT 1 AS a'),
    ),
  );
  const measured: Line[] = [
    ['SELECT 1', `${nothing.time.toFixed(2)} ms, ${nothing.cpu.toFixed(2)} ms CPU`, ''],
  ];
  for (const [name, [ask, target]] of Object.entries(questions(corpus, rows[0]?.id ?? ''))) {
    const { time, cpu } = await cost(ask);
    const ratio = (time / nothing.time).toFixed(1);
    measured.push([name, `${time.toFixed(1)} ms, ${ratio} × SELECT 1, ${cpu.toFixed(1)} ms CPU`, target]);
  }
  const kept = await cost(() => selectHeadline(corpus, demo()), false);
  return [...measured, ['headline figures, kept answer', `${kept.time.toFixed(2)} ms`, '≤ 20 ms a page']];
}

/**
 * Median time of some runs in ms, each without a kept answer unless told otherwise, and the processor time of one, which
 * is the same on a busy machine as on an idle one.
 */
async function cost(ask: () => Promise<unknown>, isForgetful = true): Promise<{ time: number; cpu: number }> {
  await ask();
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run++) {
    if (isForgetful) forgetAnswers();
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  const time = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { time, cpu: (user + system) / 1000 / RUNS };
}

/** 64 readers who each ask for the trend of another slice, one after the other, none of them answered from memory. */
async function measureClients(corpus: Corpus): Promise<Line> {
  const times: number[] = [];
  const start = performance.now();
  const read = async (client: number): Promise<void> => {
    for (let i = 0; i < 20; i++) {
      const asked = performance.now();
      const from = 2019 + ((client + i) % 7);
      forgetAnswers();
      await selectMetrics(corpus, {
        metrics: ['new_requests'],
        by: ['year', 'level'],
        filters: demo({ from }),
      });
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: 64 }, (_, client) => read(client)));
  const seconds = (performance.now() - start) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const figure = `${Math.round(times.length / seconds)} questions/s, p50 ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms`;
  return ['64 clients at once', figure, '≥ 450/s, p99/p50 ≤ 1.6'];
}
