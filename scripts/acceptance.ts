/**
 * `npm run acceptance -- [--address http://…] [--only 3,12] [--seed N]`: the fifteen criteria of the dashboard against a
 * running site, by a headless browser and HTTP. Starts `npm start` itself when no address is given. Prints pass or fail
 * with figures for each; status 1 when one failed. Progress goes to stderr.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { CRITERIA } from './acceptance/criteria';
import { type Criterion, openSheet, type Sheet } from './acceptance/criterion';
import { type Ground, openSite, withBrowser } from '../test/site/ground';
import { launchBrowser } from '../test/site/browser';
import { startServer } from '../test/site/server';

const { values } = parseArgs({
  options: { address: { type: 'string' }, only: { type: 'string' }, seed: { type: 'string', default: '' } },
});
const only = values.only?.split(',').map(Number);
const seed = values.seed === '' ? Math.floor(Math.random() * 1e6) : Number(values.seed);

/** Faults of one criterion that are told. */
const MOST_TOLD = 8;

// The limits are for strangers; this is one reader who asks everything.
const own = values.address
  ? null
  : await startServer({
      command: ['--import', 'tsx', 'scripts/start.ts'],
      settings: { RATE_LIMIT_API: '0', RATE_LIMIT_EXPORTS: '0', LOG_LEVEL: 'error' },
      patienceSeconds: 600,
    });
const browser = await launchBrowser();
try {
  const ground = withBrowser(
    await openSite(values.address ?? own?.address ?? '', { seed, extent: 'whole', progress }),
    browser,
  );
  say(`${ground.address}, ${ground.demoReports} reports in the demo, seed ${seed}, ${busy()}`);
  const failed: number[] = [];
  for (const criterion of CRITERIA.filter(({ number }) => !only || only.includes(number))) {
    const sheet = await run(criterion, ground);
    if (sheet.faults.length > 0) failed.push(criterion.number);
    tell(criterion, sheet);
  }
  say(`${failed.length === 0 ? 'all passed' : `failed: ${failed.join(', ')}`}; ${busy()}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await own?.stop();
}

async function run(criterion: Criterion, ground: Ground): Promise<Sheet> {
  const sheet = openSheet();
  const start = performance.now();
  const told = (text: string): void => progress(`${criterion.number} ${criterion.name}: ${text}`);
  try {
    await criterion.check({ ...ground, progress: told }, sheet);
  } catch (error) {
    sheet.expect(false, 'the check', error instanceof Error ? error.message : error, 'a check that ends');
  }
  progress('');
  sheet.measured(`${sheet.checks()} checks in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return sheet;
}

function tell({ number, name }: Criterion, { figures, faults }: Sheet): void {
  say(`${String(number).padStart(2)} ${faults.length === 0 ? 'pass' : 'FAIL'} ${name}`);
  for (const figure of figures) say(`        ${figure}`);
  for (const fault of faults.slice(0, MOST_TOLD))
    say(`     ✗  ${fault.at}\n        found ${fault.found}\n        expected ${fault.expected}`);
  if (faults.length > MOST_TOLD) say(`     ✗  and ${faults.length - MOST_TOLD} more`);
}

/** How busy the machine is: times measured beside other work are upper bounds. */
function busy(): string {
  return `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line that is written over; only for people who watch. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text.slice(0, 100)}`);
}
