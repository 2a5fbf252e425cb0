/**
 * npm run bench:ingest [-- --only FORMAT] [--files N]
 * How fast documents become records, in the calling thread and with a thread a core, and how much memory that takes.
 * Each measurement is a process of its own; the table goes to stdout.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ingestPaths } from '../lib/batch';
import { FORMATS, writeDocuments } from './bench-ingest/documents';
import { say } from './terminal/progress';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    files: { type: 'string' },
    /** Measures one folder and prints JSON: what the command starts for itself. */
    measure: { type: 'string' },
    workers: { type: 'string', default: '0' },
  },
});

/** Files for about ten seconds of reading at the target with one thread. */
const filesFor = (target: number): number => Number(values.files ?? Math.max(20, target * 6));
const cores = availableParallelism();

type Measured = { perSecond: number; cpuMs: number; seconds: number; rssMb: number; reports: number };

/**
 * One run over a folder. Rate and processor time are those of the reading itself, from the first file done to the last;
 * processor time a file tells the cost also on a machine that has other work.
 */
async function measure(folder: string, workers: number): Promise<Measured> {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  let first = 0;
  let last = 0;
  let done = 0;
  let cpuFirst = 0;
  let cpuLast = 0;
  const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
  const summary = await ingestPaths({
    paths: [folder],
    corpus: join(folder, '..', `corpus-${workers}`),
    curation: join(folder, 'none'),
    workers,
    secondsLimit: 60,
    onProgress: (stage, count) => {
      if (stage !== 'read') return;
      last = performance.now();
      cpuLast = cpu();
      done = count;
      if (count === 1) [first, cpuFirst] = [last, cpuLast];
    },
  });
  clearInterval(timer);
  const perSecond = (done - 1) / Math.max(0.001, (last - first) / 1000);
  const cpuMs = (cpuLast - cpuFirst) / Math.max(1, done - 1);
  return { perSecond, cpuMs, seconds: summary.seconds, rssMb: peak / 1024 / 1024, reports: summary.reports };
}

function measureApart(folder: string, workers: number): Measured {
  const script = fileURLToPath(import.meta.url);
  const args = ['--import', 'tsx', script, '--measure', folder, '--workers', String(workers)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

async function printTable(): Promise<void> {
  const rows = [
    [
      'format',
      'KB',
      'files',
      'target /s',
      '1 thread /s',
      `${cores} threads /s`,
      'CPU ms a file',
      '1 thread MB',
      `${cores} threads MB`,
      'seconds',
    ],
  ];
  for (const format of FORMATS) {
    if (values.only !== undefined && !format.name.startsWith(values.only)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'ogi-bench-'));
    try {
      const files = filesFor(format.target);
      say(`${format.name}: writing ${files} files`);
      const bytes = await writeDocuments(format, files, join(folder, 'in'));
      say(`${format.name}: reading`);
      const one = measureApart(join(folder, 'in'), 0);
      const many = measureApart(join(folder, 'in'), cores);
      if (one.reports < files || many.reports < files)
        say(`${format.name}: found ${Math.min(one.reports, many.reports)} reports, expected ${files}`);
      const round = (number: number) => String(Math.round(number));
      rows.push([
        format.name,
        round(bytes / 1024),
        String(files),
        String(format.target),
        round(one.perSecond),
        round(many.perSecond),
        one.cpuMs.toFixed(1),
        round(one.rssMb),
        round(many.rssMb),
        `${one.seconds.toFixed(1)} → ${many.seconds.toFixed(1)}`,
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    process.stdout.write(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`);
}

if (values.measure === undefined) await printTable();
else process.stdout.write(JSON.stringify(await measure(values.measure, Number(values.workers))));
