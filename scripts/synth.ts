/**
 * `npm run synth -- --reports N --seed S --out DIR [--format ndjson|duckdb]`: a synthetic corpus as NDJSON parts, one
 * record a line, or straight as the database demo.duckdb that `DATABASE_DIR=DIR npm start` serves; large ones are
 * databases unless told otherwise, without printed cells. The same N and S give the same figures either way. Nothing
 * is left in DIR under its final name unless it is whole.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import { buildDatabase } from '../lib/store/build/index';
import { synthesizeRecords, synthesizeReports } from '../lib/synth';

const USAGE = 'usage: npm run synth -- --reports N [--seed S] --out DIR [--format ndjson|duckdb]';
/** Above this many reports NDJSON would be gigabytes. */
const MOST_AS_RECORDS = 50_000;
const PART_RECORDS = 10_000;

const FORMATS = ['ndjson', 'duckdb'] as const;
type Format = (typeof FORMATS)[number];

type Options = { reports: number; seed: number; out: string; format: Format };

function refuse(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

function wholeNumber(flag: string, text: string | undefined, lowest: number): number {
  const number = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || number < lowest || !Number.isSafeInteger(number))
    refuse(`--${flag}: found ${text ?? 'nothing'}, expected a whole number from ${lowest}`);
  return number;
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const options = { reports: text, seed: text, out: text, format: text };
  let values: { reports?: string; seed?: string; out?: string; format?: string };
  try {
    values = parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    refuse(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
  if (!values.out) refuse('--out: found nothing, expected a folder to write to');
  if (statSync(values.out, { throwIfNoEntry: false })?.isFile())
    refuse(`--out: found the file ${values.out}, expected a folder`);
  const reports = wholeNumber('reports', values.reports, 1);
  const asked = values.format ?? (reports > MOST_AS_RECORDS ? 'duckdb' : 'ndjson');
  const format = FORMATS.find((each) => each === asked);
  if (!format) refuse(`--format: found ${asked}, expected one of ${FORMATS.join(', ')}`);
  return {
    reports,
    format,
    seed: wholeNumber('seed', values.seed ?? '1', 0),
    out: values.out,
  };
}

const partName = (number: number): string => `part-${String(number).padStart(5, '0')}.ndjson`;

/** Writes one part under a temporary name and renames it when it is complete. Returns how many records it holds. */
async function writePart(
  file: string,
  records: Iterator<object>,
  onRecords: (count: number) => void,
): Promise<number> {
  const handle = await open(`${file}.tmp`, 'w');
  let count = 0;
  try {
    let lines: string[] = [];
    while (count < PART_RECORDS) {
      const next = records.next();
      if (!next.done) {
        lines.push(JSON.stringify(next.value), '\n');
        count++;
      }
      if (next.done || count % 250 === 0 || count === PART_RECORDS) {
        await handle.write(lines.join(''));
        onRecords(lines.length / 2);
        lines = [];
      }
      if (next.done) break;
    }
    await handle.close();
    if (count > 0) renameSync(`${file}.tmp`, file);
    return count;
  } finally {
    await handle.close();
    rmSync(`${file}.tmp`, { force: true });
  }
}

/** Writes the corpus as NDJSON parts and removes those of a larger corpus before. */
async function writeRecords(
  { reports, seed, out }: Options,
  onRecords: (written: number) => void,
): Promise<void> {
  const records = synthesizeRecords({ reports, seed });
  let written = 0;
  let part = 1;
  while (
    (await writePart(join(out, partName(part)), records, (count) => {
      written += count;
      onRecords(written);
    })) === PART_RECORDS
  )
    part++;
  const parts = Math.ceil(written / PART_RECORDS);
  for (const name of readdirSync(out))
    if (/^part-\d{5}\.ndjson$/.test(name) && name > partName(parts)) rmSync(join(out, name));
}

async function writeDatabase(
  { reports, seed, out }: Options,
  onRecords: (written: number) => void,
): Promise<void> {
  await buildDatabase({
    records: synthesizeReports({ reports, seed }),
    file: join(out, 'demo.duckdb'),
    corpus: 'demo',
    synthetic: true,
    regionsFile: join('data', 'regions.csv'),
    onProgress: onRecords,
  });
}

async function main(): Promise<void> {
  const options = readOptions();
  const { reports, seed, out, format } = options;
  const started = performance.now();
  mkdirSync(out, { recursive: true });
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: 'synth {bar} {value}/{total} reports · {rate}/s · {eta_formatted} left',
    noTTYOutput: false,
  });
  bar.start(reports, 0, { rate: '–' });
  const show = (written: number): void => {
    bar.update(written, { rate: Math.round((written / (performance.now() - started)) * 1000) });
  };
  await (format === 'ndjson' ? writeRecords(options, show) : writeDatabase(options, show));
  bar.stop();
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write(
    `${out}: ${reports} synthetic reports as ${format}, seed ${seed}, ${seconds.toFixed(1)} s\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`synth: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
