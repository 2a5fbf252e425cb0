/**
 * `npm run mutants -- PLACE...`: changes the code of a room in every small way Stryker knows (a comparison turned, a
 * branch taken always, a text emptied) and runs the tests that hold that room against each. Prints a table of scores and
 * each change that no test noticed. PLACE is a room of scripts/mutants/rooms.ts, or a file or folder inside one; `--all` is
 * every room, `--sample N` the changes of N lines drawn by a seed. A file whose step has tests of its own is held by those
 * alone. Exit status 1 where a score is below its bound.
 */
import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { ownTests, ROOMS, type Room, roomOf } from './mutants/rooms';
import { filesIn, sampleLines } from './mutants/sample';
import { type Score, scoreOf, scoreTable, survivorLine } from './mutants/score';
import { writeScores } from './mutants/scores-in-docs';

const USAGE =
  'usage: npm run mutants -- PLACE... | --all  [--sample N [--seed S]] [--tests GLOB] [--workers N] [--quiet] [--write]\n' +
  '  --sample N     only the changes of N lines of each place, drawn by --seed (default 1)\n' +
  '  --tests GLOB   other tests than those of the room (comma-separated)\n' +
  '  --workers N    tests at once (default: the processors)\n' +
  '  --quiet        the table alone, without the survivors\n' +
  '  --write        puts the scores of whole rooms into docs/reliability.md';

type Job = { place: string; room: Room };

const { jobs, tests, workers, quiet, write, sample, seed } = readOptions();
const scores: Score[] = [];
for (const job of jobs) {
  scores.push(await mutate(job));
  if (write) writeScores(scores);
}
process.stdout.write(`${scoreTable(scores)}\n`);
process.exitCode = scores.some((score) => score.percent < score.bound) ? 1 : 0;

/** The score of one place; its survivors go to stdout as they become known. */
async function mutate({ place, room }: Job): Promise<Score> {
  const started = Date.now();
  const drawn = sample === null ? null : sampleLines(filesIn(place), sample, seed);
  const results: MutantResult[] = [];
  for (const { places, held } of batchesOf(drawn?.places ?? filesIn(place), room))
    results.push(...(await runStryker(places, held)));
  if (!quiet)
    for (const mutant of results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage'))
      process.stdout.write(`${survivorLine(mutant, relativeName)}\n`);
  const extent =
    drawn && drawn.places.length < drawn.lines ? `${drawn.places.length} of ${drawn.lines} lines` : 'all';
  return scoreOf(place, room.bound, extent, results, (Date.now() - started) / 1000);
}

/** Places that the same tests hold, together. */
function batchesOf(places: readonly string[], room: Room): { places: string[]; held: string }[] {
  const batches = new Map<string, string[]>();
  for (const place of places) {
    const held = tests ?? (ownTests(place, room) ?? room.tests).join(',');
    batches.set(held, [...(batches.get(held) ?? []), place]);
  }
  return [...batches].map(([held, each]) => ({ held, places: each }));
}

async function runStryker(places: readonly string[], held: string): Promise<MutantResult[]> {
  // Read by vitest.mutants.config.ts, in the processes that Stryker starts.
  process.env.MUTANTS_TESTS = held;
  return await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutants.config.ts', related: false },
    coverageAnalysis: 'perTest',
    mutate: places,
    // A copy of the tree without what is built: the tests must not see the change of another worker.
    tempDirName: '.stryker-tmp',
    ignorePatterns: ['.next', 'data/build', 'docs', 'test/app', 'dist', 'coverage'],
    concurrency: workers,
    // Only a change that never ends may count as noticed by time, so that a busy machine does not raise the score.
    timeoutMS: 10_000,
    timeoutFactor: 4,
    reporters: process.stderr.isTTY ? ['progress'] : ['progress-append-only'],
    fileLogLevel: 'off',
    logLevel: 'warn',
  } as unknown as ConstructorParameters<typeof Stryker>[0]).runMutationTest();
}

function relativeName(file: string): string {
  return relative(process.cwd(), file).split(sep).join('/');
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        all: { type: 'boolean' },
        quiet: { type: 'boolean' },
        write: { type: 'boolean' },
        tests: { type: 'string' },
        workers: { type: 'string' },
        sample: { type: 'string' },
        seed: { type: 'string' },
      },
    });
    const places = values.all
      ? ROOMS.map(({ room }) => room)
      : positionals.map((each) => each.replace(/\/+$/, ''));
    if (places.length === 0)
      refuse(`found no place, expected one of ${ROOMS.map(({ room }) => room).join(', ')}`);
    return {
      jobs: places.map((place): Job => ({ place, room: roomOf(place) ?? refuse(unknownPlace(place)) })),
      tests: values.tests,
      workers: values.workers === undefined ? availableParallelism() : wholeNumber('workers', values.workers),
      sample: values.sample === undefined ? null : wholeNumber('sample', values.sample),
      seed: wholeNumber('seed', values.seed ?? '1'),
      quiet: values.quiet ?? false,
      write: values.write ?? false,
    };
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function wholeNumber(option: string, text: string): number {
  return /^[1-9]\d{0,8}$/.test(text)
    ? Number(text)
    : refuse(`--${option}: found ${text}, expected a whole number`);
}

function unknownPlace(place: string): string {
  return `${place}: no tests are named for it, expected a place in ${ROOMS.map(({ room }) => room).join(', ')}`;
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}
