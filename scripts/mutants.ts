/**
 * `npm run mutants -- PLACE...`: changes the code of a room in every small way Stryker knows (a comparison turned, a
 * branch taken always, a text emptied) and runs the tests that hold that room against each. Prints a table of scores and
 * each change that no test noticed. PLACE is a room of scripts/mutants/rooms.ts, or a file or folder inside one, which
 * then runs with the tests of its room; `--all` is every room. Exit status 1 where a score is below its bound.
 */
import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { ROOMS, type Room, roomOf } from './mutants/rooms';
import { type Score, scoreOf, scoreTable, survivorLine } from './mutants/score';
import { writeScores } from './mutants/scores-in-docs';

const USAGE =
  'usage: npm run mutants -- PLACE... | --all  [--tests GLOB] [--workers N] [--quiet] [--write]\n' +
  '  --tests GLOB   other tests than those of the room (comma-separated)\n' +
  '  --workers N    tests at once (default: the processors)\n' +
  '  --quiet        the table alone, without the survivors\n' +
  '  --write        puts the scores of whole rooms into docs/reliability.md';

type Job = { place: string; room: Room };

const { jobs, tests, workers, quiet, write } = readOptions();
const scores: Score[] = [];
for (const job of jobs) scores.push(await mutate(job));
process.stdout.write(`${scoreTable(scores)}\n`);
if (write) writeScores(scores);
process.exitCode = scores.some((score) => score.percent < score.bound) ? 1 : 0;

/** The score of one place; its survivors go to stdout as they become known at its end. */
async function mutate({ place, room }: Job): Promise<Score> {
  // Read by vitest.mutants.config.ts, in the processes that Stryker starts.
  process.env.MUTANTS_TESTS = tests ?? room.tests.join(',');
  const started = Date.now();
  const results: MutantResult[] = await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutants.config.ts', related: false },
    coverageAnalysis: 'perTest',
    mutate: [/\.tsx?(:|$)/.test(place) ? place : `${place}/**/*.ts`],
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
  if (!quiet)
    for (const mutant of results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage'))
      process.stdout.write(`${survivorLine(mutant, relativeName)}\n`);
  return scoreOf(place, room.bound, results, (Date.now() - started) / 1000);
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
      workers: values.workers === undefined ? availableParallelism() : wholeWorkers(values.workers),
      quiet: values.quiet ?? false,
      write: values.write ?? false,
    };
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function wholeWorkers(text: string): number {
  return /^[1-9]\d?$/.test(text) ? Number(text) : refuse(`--workers: found ${text}, expected 1 to 99`);
}

function unknownPlace(place: string): string {
  return `${place}: no tests are named for it, expected a place in ${ROOMS.map(({ room }) => room).join(', ')}`;
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}
