/** A database whose making or bytes are disturbed: the last whole one is served, and no number is wrong in silence. */
import { copyFile, mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { selectCells, selectMetrics } from '../../lib/query';
import { withDatabase } from '../../lib/store/connect';
import type { Corpus } from '../../lib/store/corpora';
import { hasShell } from '../platform';
import { synthesizeRecords } from '../../lib/synth';
import { copyOfKept } from '../store/kept-corpus';
import { corpusIn, record, temporaryFolder } from '../store/small-corpus';
import { run } from './disturbed';

const BUILD = 'test/faults/build-synthetic.ts';
const REPORTS = 400;

/** A corpus of some size; each test disturbs a copy of it. */
const SOME = 120;
const ONE = { records: [record({ name: '甲县' })] };

async function copyOfSome(): Promise<{ corpus: Corpus; path: string; remove: () => Promise<void> }> {
  const { path, remove } = await temporaryFolder();
  return { corpus: await copyOfKept({ synthetic: { reports: SOME, seed: 5 } }, path), path, remove };
}

/** Reports that a corpus serves; opened in this process as the server does. */
const served = (corpus: Corpus): Promise<number> =>
  withDatabase(corpus, 'test', async (database) => {
    const [row] = await database.rows(
      z.object({ n: z.number() }),
      'SELECT count(*)::DOUBLE AS n FROM reports',
    );
    expect(row?.n).toBe(database.manifest.reports);
    return row?.n ?? 0;
  });
const leftovers = async (file: string): Promise<string[]> =>
  (await readdir(dirname(file))).filter((name) => name.startsWith(`${basename(file)}.building`));

test('a build that is killed at any moment leaves the corpus that is served, and the next build cleans up', async () => {
  const { path, remove } = await temporaryFolder();
  const corpus = await copyOfKept(ONE, path);
  expect(await served(corpus)).toBe(1);
  for (const moment of ['stored 200', `stored ${REPORTS}`]) {
    const build = run(BUILD, [corpus.file, String(REPORTS), '1']);
    await build.hasSaid(moment);
    await new Promise((resolve) => setTimeout(resolve, moment === 'stored 200' ? 0 : 150));
    build.child.kill('SIGKILL');
    expect((await build.ended).status).toBeNull();
    expect(await served(corpus)).toBe(1);
  }
  await corpusIn(path, [record({ name: '甲县' }), record({ name: '乙县' })]);
  expect(await served(corpus)).toBe(2);
  expect(await leftovers(corpus.file)).toEqual([]);
  await remove();
});

test.skipIf(!hasShell())('a build for which the disk is full says so, and what is served stays', async () => {
  const { path, remove } = await temporaryFolder();
  const corpus = await copyOfKept(ONE, path);
  const { status, said } = await run(BUILD, [corpus.file, '200', '1'], 700).ended;
  expect(status).toBe(1);
  expect(said).toMatch(/corpus\.duckdb: .*(?:write|space|large)/i);
  expect(await served(corpus)).toBe(1);
  expect(await leftovers(corpus.file)).toEqual([]);
  await remove();
});

test('two builds at once end in one whole database, of one of the two', async () => {
  const { path, remove } = await temporaryFolder();
  const corpus: Corpus = { name: 'reports', file: join(path, 'corpus.duckdb') };
  const other = run(BUILD, [corpus.file, '200', '1']);
  await other.hasSaid('stored 100');
  await corpusIn(path, synthesizeRecords({ reports: 80, seed: 2 }));
  expect((await other.ended).status).toBe(0);
  expect([80, 200]).toContain(await served(corpus));
  const { rows } = await selectCells(corpus, DEFAULT_FILTERS, { pageSize: 5 });
  expect(rows).toHaveLength(5);
  await remove();
});

test('a database of an older date is taken like any other: the clock may have gone back', async () => {
  const { path, remove } = await temporaryFolder();
  const corpus = await copyOfKept(ONE, path);
  expect(await served(corpus)).toBe(1);
  const two = [record({ name: '甲县' }), record({ name: '乙县' })];
  const other = await copyOfKept({ records: two }, join(path, 'other'));
  await utimes(other.file, 1e9, 1e9);
  for (const name of await readdir(dirname(other.file)))
    if (join(dirname(other.file), name) !== other.file)
      await rename(join(dirname(other.file), name), join(path, name));
  await rename(other.file, corpus.file);
  expect(await served(corpus)).toBe(2);
  await remove();
});

test('a truncated database is refused, or what was open stays', async () => {
  const { corpus, path, remove } = await copyOfSome();
  const whole = await readFile(corpus.file);
  expect(await served(corpus)).toBe(SOME);
  for (const share of [0, 0.001, 0.3, 0.9, 0.9999]) {
    const cut = whole.subarray(0, Math.floor(whole.length * share));
    await writeFile(`${corpus.file}.new`, cut);
    await rename(`${corpus.file}.new`, corpus.file);
    expect(await served(corpus)).toBe(SOME);
    const fresh: Corpus = { name: 'reports', file: join(path, `cut-${share}.duckdb`) };
    await writeFile(fresh.file, cut);
    await expect(served(fresh)).rejects.toThrow(/no whole database|query failed|Error/);
  }
  await remove();
});

const FLIPS = 30;

/** Copies of a corpus: a whole one, then some with one bit changed in the database or in its evidence, spread over that file. */
async function* copies(
  corpus: Corpus,
  part: 'database' | 'evidence',
): AsyncGenerator<{ copy: Corpus; isWhole: boolean }> {
  const folder = dirname(corpus.file);
  const evidence = await withDatabase(corpus, 'test', async ({ manifest }) => manifest.evidence);
  const name = part === 'database' ? basename(corpus.file) : evidence;
  const whole = await readFile(join(folder, name));
  for (let i = -1; i < FLIPS; i++) {
    const place = join(folder, `${part}-${i}`);
    await mkdir(place);
    for (const each of [basename(corpus.file), evidence])
      await copyFile(join(folder, each), join(place, each));
    const bytes = Buffer.from(whole);
    const at = Math.floor((whole.length * (i + 0.5)) / FLIPS);
    if (i >= 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << (i % 8));
    await writeFile(join(place, name), bytes);
    yield { copy: { name: 'reports', file: join(place, basename(corpus.file)) }, isWhole: i < 0 };
  }
}

/** How many of the changed copies were refused by each question; every other one has to answer as the corpus does. */
async function refusals(
  corpus: Corpus,
  part: 'database' | 'evidence',
  questions: readonly ((from: Corpus) => Promise<string>)[],
): Promise<number[]> {
  const right = await Promise.all(questions.map((ask) => ask(corpus)));
  const refused = questions.map(() => 0);
  for await (const { copy, isWhole } of copies(corpus, part))
    for (const [i, ask] of questions.entries()) {
      const answer = await ask(copy).catch(() => null);
      const isRefused = answer === null && !isWhole;
      refused[i] = (refused[i] ?? 0) + (isRefused ? 1 : 0);
      expect(isRefused ? right[i] : answer).toBe(right[i]);
    }
  return refused;
}

test('a database with a changed bit is refused or answers as before: never with another number', async () => {
  const { corpus, remove } = await copyOfSome();
  const question = {
    metrics: ['new_requests', 'granted', 'denied', 'reconsiderations', 'licensing_decisions'],
    by: ['year', 'province'],
    filters: { ...DEFAULT_FILTERS, basis: 'all' as const },
  };
  const answers = async (from: Corpus): Promise<string> => {
    const { rows } = await selectMetrics(from, question);
    const { rows: narrow } = await selectMetrics(from, {
      ...question,
      filters: { ...question.filters, q: '人民政府', applicant: ['natural_person'] },
      metrics: ['new_requests', 'granted'],
    });
    return JSON.stringify([rows, narrow]);
  };
  expect(Math.min(...(await refusals(corpus, 'database', [answers])))).toBeGreaterThan(0);
  await remove();
});

test('evidence with a changed bit is refused or shows what was printed: never another text, value or place', async () => {
  const tables = ['sources', 'cells', 'narrative', 'extra_rows', 'issues'];
  const hashes = z.object(Object.fromEntries(tables.map((table) => [table, z.string()])));
  const everything = tables.map(
    (table) => `(SELECT count(*) || ' ' || coalesce(bit_xor(hash(t)), 0) FROM ${table} t) AS ${table}`,
  );
  const all = async (from: Corpus): Promise<string> => {
    const rows = await withDatabase(from, 'test', (database) =>
      database.rows(hashes, `SELECT ${everything.join(', ')}`),
    );
    return JSON.stringify(rows);
  };
  const some = async (from: Corpus): Promise<string> => {
    const { rows } = await selectCells(from, { ...DEFAULT_FILTERS, basis: 'all' }, { pageSize: 200 });
    return JSON.stringify(rows);
  };
  const { corpus, remove } = await copyOfSome();
  // The narrow question first: what it reads is read afresh.
  expect(Math.min(...(await refusals(corpus, 'evidence', [some, all])))).toBeGreaterThan(0);
  await remove();
});
