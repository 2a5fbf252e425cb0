/** What `npm run mutants` counts and names: the command itself takes minutes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOMS, roomOf } from '../../scripts/mutants/rooms';
import { filesIn, sampleLines } from '../../scripts/mutants/sample';
import { scoreOf, scoreTable } from '../../scripts/mutants/score';

const results = (
  ...statuses: ('Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError')[]
) => statuses.map((status) => ({ status }));

test('a score counts what ran out of time as noticed, what no test ran as survived, and leaves out what could not run', () => {
  const score = scoreOf(
    'lib/x',
    75,
    'all',
    results('Killed', 'Timeout', 'NoCoverage', 'Ignored', 'CompileError'),
    9,
  );
  expect(score).toMatchObject({ noticed: 2, survived: 1, named: 1 });
  expect(score.percent).toBeCloseTo(66.67, 2);
  expect(scoreOf('lib/x', 75, 'all', [], 1).percent).toBe(100);
});

test('the table says which score is below its bound', () => {
  const rows = scoreTable([
    scoreOf('lib/a', 85, 'all', results('Killed'), 1),
    scoreOf('lib/b', 85, '10 of 20 lines', results('Killed', 'Survived'), 1),
  ]).split('\n');
  expect(rows).toHaveLength(4);
  expect(rows[2]).toContain('100.0 % | 85 %        | 1 s');
  expect(rows[3]).toContain('10 of 20 lines');
  expect(rows[3]).toContain('50.0 %  | 85 % missed | 1 s');
});

test('every room is there, and so are its tests', () => {
  expect(ROOMS.filter(({ room }) => !existsSync(room)).map(({ room }) => room)).toEqual([]);
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).map(
    (name) => `test/${name.replaceAll('\\', '/')}`,
  );
  const asPattern = (glob: string) =>
    new RegExp(
      `^${glob
        .replaceAll('.', '\\.')
        .replaceAll('**/', '(?:.+/)?')
        .replace(/(?<!\))\*/g, '[^/]*')}$`,
    );
  const without = ROOMS.flatMap(({ tests }) => tests).filter(
    (glob) => !files.some((file) => asPattern(glob).test(file)),
  );
  expect(without).toEqual([]);
});

test('a file belongs to the room it lies in, with or without a range of lines', () => {
  expect(roomOf('lib/audit')?.room).toBe('lib/audit');
  expect(roomOf('lib/audit/history.ts:10-20')?.room).toBe('lib/audit');
  expect(roomOf('lib/csv.ts:1-2')?.room).toBe('lib/csv.ts');
  expect(roomOf('lib/auditor')).toBeUndefined();
});

test('a sample is drawn by its seed from lines of code alone, each once', () => {
  const files = filesIn('lib/audit');
  expect(files).toContain('lib/audit/history.ts');
  const whole = sampleLines(files, 100_000, 1);
  expect(whole.places).toHaveLength(whole.lines);
  expect(new Set(whole.places).size).toBe(whole.lines);
  const drawn = sampleLines(files, 20, 7);
  expect(drawn.places).toHaveLength(20);
  expect(sampleLines(files, 20, 7)).toEqual(drawn);
  expect(sampleLines(files, 20, 8)).not.toEqual(drawn);
  const texts = drawn.places.map((place) => {
    const [, file = '', line = ''] = /^(.*):(\d+)-\2$/.exec(place) ?? [];
    return readFileSync(file, 'utf8').split('\n')[Number(line) - 1]?.trim() ?? '';
  });
  expect(texts.filter((text) => text === '' || /^(?:\/\/|\*|\/\*|import )/.test(text))).toEqual([]);
});

test('docs/reliability.md has a row for every room', () => {
  const text = readFileSync('docs/reliability.md', 'utf8');
  expect(ROOMS.filter(({ room }) => !text.includes(`| \`${room}\``)).map(({ room }) => room)).toEqual([]);
});
