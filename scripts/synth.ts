/**
 * `npm run synth -- --reports N --seed S --out DIR`: a synthetic corpus as NDJSON parts, one record a line.
 * The same N and S give the same bytes. Nothing is left in DIR under its final name unless it is whole.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import { synthesizeRecords } from '../lib/synth';

const USAGE = 'usage: npm run synth -- --reports N [--seed S] --out DIR';
const PART_RECORDS = 10_000;

type Options = { reports: number; seed: number; out: string };

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
  const options = { reports: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } } as const;
  let values: { reports?: string; seed?: string; out?: string };
  try {
    values = parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    refuse(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
  if (!values.out) refuse('--out: found nothing, expected a folder to write to');
  if (statSync(values.out, { throwIfNoEntry: false })?.isFile())
    refuse(`--out: found the file ${values.out}, expected a folder`);
  return {
    reports: wholeNumber('reports', values.reports, 1),
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

async function main(): Promise<void> {
  const { reports, seed, out } = readOptions();
  const started = performance.now();
  mkdirSync(out, { recursive: true });
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: 'synth {bar} {value}/{total} reports · {rate}/s · {eta_formatted} left',
    noTTYOutput: false,
  });
  bar.start(reports, 0, { rate: '–' });
  const records = synthesizeRecords({ reports, seed });
  let written = 0;
  let part = 1;
  while (
    (await writePart(join(out, partName(part)), records, (count) => {
      written += count;
      bar.update(written, { rate: Math.round((written / (performance.now() - started)) * 1000) });
    })) === PART_RECORDS
  )
    part++;
  bar.stop();
  const parts = Math.ceil(written / PART_RECORDS);
  for (const name of readdirSync(out))
    if (/^part-\d{5}\.ndjson$/.test(name) && name > partName(parts)) rmSync(join(out, name));
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write(
    `${out}: ${written} synthetic reports in ${parts} files, seed ${seed}, ${seconds.toFixed(1)} s\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`synth: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
