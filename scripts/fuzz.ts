/**
 * `npm run fuzz -- --documents N --seed S [--shape X]`: prints known records as damaged documents, reads them back and
 * compares every cell. Exit status 1 where anything was wrong in silence, or where less was read than the floors of
 * test/fuzz/floors.ts ask for. Ctrl-C prints the table so far.
 * `--only I` repeats one document and says all that is known of it; `--full` prints every shape × damage.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import { DecodeError } from '../lib/errors';
import { ingestBytes } from '../lib/ingest';
import { type Comparison, compareRecord, type Mistake } from '../test/fuzz/compare';
import { drawDocument } from '../test/fuzz/document';
import { belowFloor, chance, damageFloor, shapeFloor } from '../test/fuzz/floors';
import { type Rendered, SHAPES, type Shape } from '../test/fuzz/render';
import {
  addTally,
  countDocument,
  damageCounts,
  shapeCounts,
  silentErrors,
  type Tally,
  tallyText,
} from '../test/fuzz/tally';

const USAGE = 'usage: npm run fuzz -- [--documents N] [--seed S] [--shape X] [--only I] [--full]';
/** Documents between two reports of a worker to its parent. */
const BATCH = 20;

type Options = {
  documents: number;
  seed: number;
  shape: Shape | undefined;
  only: number | undefined;
  full: boolean;
};
type Report = { done: number; tally: Tally; lines: string[] };

function refuse(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

function wholeNumber(flag: string, text: string): number {
  if (!/^\d{1,12}$/.test(text)) refuse(`--${flag}: found ${text}, expected a whole number`);
  return Number(text);
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const options = {
    documents: text,
    seed: text,
    shape: text,
    only: text,
    full: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ options, allowPositionals: false });
    const shape = SHAPES.find((each) => each === values.shape);
    if (values.shape !== undefined && !shape)
      refuse(`--shape: found ${values.shape}, expected one of ${SHAPES.join(', ')}`);
    return {
      documents: wholeNumber('documents', values.documents ?? '2000'),
      seed: wholeNumber('seed', values.seed ?? '1'),
      shape,
      only: values.only === undefined ? undefined : wholeNumber('only', values.only),
      full: values.full ?? false,
    };
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

type Outcome = { rendered: Rendered; comparison: Comparison | null; refusal: string | null };

/** Renders one document and reads it back. A refusal is no silent error; any other exception is a bug and is thrown. */
async function tryDocument(seed: number, index: number, shape: Shape | undefined): Promise<Outcome> {
  const rendered = await drawDocument(seed, index, shape);
  try {
    const record = await ingestBytes(rendered.bytes, { path: rendered.name, url: null });
    return { rendered, comparison: compareRecord(rendered, record), refusal: null };
  } catch (error) {
    if (error instanceof DecodeError) return { rendered, comparison: null, refusal: error.message };
    throw new Error(
      `document ${index} (${rendered.shape}; ${rendered.damage.join(', ')}): ${String(error)}`,
      {
        cause: error,
      },
    );
  }
}

const mistakeText = ({ field, verdict, truth, got }: Mistake): string =>
  `  ${verdict} ${field}: the document says ${truth}, read ${got}`;

/** Keeps a document that was read wrongly, with what it says, for a person to look at. Returns its path. */
function saveDocument(seed: number, index: number, rendered: Rendered): string {
  const folder = join(tmpdir(), `fuzz-${seed}`);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${index}-${rendered.shape}-${rendered.name}`);
  writeFileSync(path, rendered.bytes);
  return path;
}

function describe(seed: number, index: number, { rendered, comparison }: Outcome): string[] {
  const silent = comparison?.mistakes.filter(({ verdict }) => verdict === 'silent') ?? [];
  if (silent.length === 0) return [];
  const path = saveDocument(seed, index, rendered);
  return [
    `SILENT ERROR seed ${seed} document ${index}, ${rendered.shape}, ${rendered.damage.join(' + ') || 'no damage'}: ${silent.length} fields, ${path}`,
    ...silent.slice(0, 4).map(mistakeText),
  ];
}

/** A worker: every `step`th document from `first`, reported in batches. */
async function work({ documents, seed, shape }: Options, first: number, step: number): Promise<void> {
  let report: Report = { done: 0, tally: {}, lines: [] };
  const send = (): void => {
    process.send?.(report);
    report = { done: 0, tally: {}, lines: [] };
  };
  for (let index = first; index < documents; index += step) {
    const outcome = await tryDocument(seed, index, shape);
    countDocument(report.tally, outcome.rendered, outcome.comparison);
    report.lines.push(...describe(seed, index, outcome));
    report.done++;
    if (report.done === BATCH) send();
  }
  send();
  process.disconnect();
}

async function repeatOne({ seed, shape }: Options, index: number): Promise<void> {
  const { rendered, comparison, refusal } = await tryDocument(seed, index, shape);
  const path = saveDocument(seed, index, rendered);
  process.stderr.write(
    `seed ${seed} document ${index}, ${rendered.shape}, ${rendered.damage.join(' + ') || 'no damage'}: ${path}\n`,
  );
  if (refusal) process.stderr.write(`refused: ${refusal}\n`);
  for (const mistake of comparison?.mistakes ?? []) process.stderr.write(`${mistakeText(mistake)}\n`);
  process.stderr.write(`${JSON.stringify(comparison?.counts ?? {})}\n`);
  process.exitCode = comparison && comparison.counts.silent > 0 ? 1 : 0;
}

/** The floors by damage are those of a run of every shape. */
function lowShares(tally: Tally, isOneShape: boolean): string[] {
  return [
    ...belowFloor(shapeCounts(tally), shapeFloor, undefined, chance),
    ...(isOneShape ? [] : belowFloor(damageCounts(tally), damageFloor, undefined, chance)),
  ];
}

function run(options: Options): void {
  const started = performance.now();
  const tally: Tally = {};
  let done = 0;
  let failed = 0;
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: 'fuzz {bar} {value}/{total} documents · {rate}/s · {eta_formatted} left · {silent} silent',
  });
  bar.start(options.documents, 0, { rate: '–', silent: 0 });
  const say = (line: string): void => {
    process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${line}\n`);
  };
  const workers = Math.min(Math.max(1, availableParallelism()), 8, Math.max(1, options.documents));
  const children: ChildProcess[] = [];
  let running = workers;
  const finish = (): void => {
    bar.stop();
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`${tallyText(tally, options.full)}\n`);
    const low = lowShares(tally, options.shape !== undefined);
    for (const line of low) say(`LESS READ THAN THE FLOOR: ${line}`);
    say(
      `fuzz: ${done} documents in ${seconds.toFixed(1)} s (${(done / seconds).toFixed(1)}/s), seed ${options.seed}, ${silentErrors(tally)} silent errors, ${low.length} shares below their floor`,
    );
    process.exit(failed > 0 || low.length > 0 || silentErrors(tally) > 0 ? 1 : 0);
  };
  process.once('SIGINT', () => {
    for (const child of children) child.kill();
    finish();
  });
  for (let i = 0; i < workers; i++) {
    const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2), {
      env: { ...process.env, FUZZ_WORKER: `${i}/${workers}` },
    });
    children.push(child);
    child.on('message', (message) => {
      const report = message as Report;
      addTally(tally, report.tally);
      done += report.done;
      for (const line of report.lines) say(line);
      const rate = (done / ((performance.now() - started) / 1000)).toFixed(1);
      bar.update(done, { rate, silent: silentErrors(tally) });
    });
    child.on('exit', (code) => {
      if (code !== 0) failed++;
      if (--running === 0) finish();
    });
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  const [worker, workers] = (process.env.FUZZ_WORKER ?? '').split('/').map(Number);
  if (worker !== undefined && workers !== undefined) {
    // Ctrl-C reaches the whole group: the parent ends its workers once it has printed what they found.
    process.on('SIGINT', () => undefined);
    await work(options, worker, workers);
  } else if (options.only !== undefined) await repeatOne(options, options.only);
  else run(options);
}

main().catch((error: unknown) => {
  process.stderr.write(`fuzz: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
