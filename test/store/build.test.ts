import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ALL_FIELDS, CELL_STATES, REQUEST_COLUMNS, REQUEST_ROWS } from '../../lib/form';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { selectAgencies, selectReport } from '../../lib/query';
import { BODIES, LEVELS, type ReportRecord, SCOPES } from '../../lib/record';
import { buildDatabase, buildVersion } from '../../lib/store/build/index';
import { columnOf, REPORT_FIELDS } from '../../lib/store/sql/columns';
import { cubesSql } from '../../lib/store/sql/cubes';
import { withDatabase } from '../../lib/store/connect';
import type { Corpus } from '../../lib/store/corpora';
import { LAYOUT } from '../../lib/store/schema/layout';
import { readCorpus } from '../../lib/store/build/read-corpus';
import { synthesizeRecords, synthesizeReports } from '../../lib/synth';
import { copyOfKept } from './kept-corpus';
import { corpusIn, record, temporaryFolder } from './small-corpus';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const SYNTHETIC = { reports: 400, seed: 7 };
let built: Promise<Corpus> | undefined;
/** The corpus of the synthetic records with their cells, built once. */
const synthetic = (): Promise<Corpus> =>
  (built ??= corpusIn(folder.path, synthesizeRecords(SYNTHETIC), 'demo'));

/** All rows of a statement over a database file. */
async function rowsOf(file: string, sql: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const [manifest] = (await connection.runAndReadAll('SELECT evidence FROM manifest')).getRowObjectsJson();
    const evidence = join(dirname(file), z.string().parse(manifest?.evidence));
    await connection.run(`ATTACH '${evidence}' AS evidence (READ_ONLY)`);
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test('the tables have a column for every field of the form and the closed lists of the record', async () => {
  const { file } = await corpusIn(folder.path, [record()]);
  const columns = (await rowsOf(file, 'SELECT table_name, column_name FROM duckdb_columns()')) as {
    table_name: string;
    column_name: string;
  }[];
  const of = (table: string): string[] =>
    columns.filter((each) => each.table_name === table).map((each) => each.column_name);
  expect(of('reports')).toEqual(expect.arrayContaining(REPORT_FIELDS.map((field) => columnOf(field.id))));
  expect(of('requests_by_applicant').slice(2)).toEqual(REQUEST_ROWS.map((row) => row.id));
  expect(of('requests').slice(2)).toEqual(REQUEST_ROWS.map((row) => row.id));
  expect(of('disclosures')).toHaveLength(
    1 + ALL_FIELDS.filter((field) => field.table === 'disclosure').length,
  );
  const [lists] = (await rowsOf(
    file,
    `SELECT enum_range(NULL::level) AS level, enum_range(NULL::body) AS body, enum_range(NULL::scope) AS scope,
            enum_range(NULL::evidence.cell_state) AS state, enum_range(NULL::applicant) AS applicant,
            enum_range(NULL::evidence.field) AS field`,
  )) as Record<string, string[]>[];
  expect(lists).toEqual({
    level: [...LEVELS],
    body: [...BODIES],
    scope: [...SCOPES],
    state: [...CELL_STATES],
    applicant: REQUEST_COLUMNS.map((column) => column.id),
    field: ALL_FIELDS.map((field) => field.id),
  });
});

test('a record comes back from the tables as it went in', async () => {
  const records = [...synthesizeRecords(SYNTHETIC)];
  const corpus = await synthetic();
  for (const one of records.filter((_, i) => i % 9 === 0)) {
    const answer = await selectReport(corpus, one.id);
    expect(answer?.record).toEqual(one);
  }
});

test('a corpus written straight into the database has the figures of its records, without their cells', async () => {
  const asRecords = await synthetic();
  const straight = { name: 'demo' as const, file: join(folder.path, 'straight.duckdb') };
  const reports = synthesizeReports(SYNTHETIC);
  await buildDatabase({ records: reports, file: straight.file, corpus: 'demo', synthetic: true });
  const tables = [
    'reports',
    'agencies',
    'requests_by_applicant',
    'issues',
    'findings',
    'sources',
    'cube',
    'cube_by_applicant',
  ];
  for (const table of tables) {
    // Without cells a blank cannot be told from what was not read, so fewer equations can be tested.
    const columns = table === 'reports' ? '* EXCLUDE (tested)' : '*';
    const sql = `SELECT count(*)::INTEGER AS n, bit_xor(hash(t))::VARCHAR AS contents FROM (SELECT ${columns} FROM ${table}) t`;
    const found = await rowsOf(straight.file, sql);
    expect([table, found]).toEqual([table, await rowsOf(asRecords.file, sql)]);
  }
  expect(await rowsOf(straight.file, 'SELECT count(*)::INTEGER AS n FROM cells')).toEqual([{ n: 0 }]);
});

test('the real records come back from the tables, with the rows of the other form as nulls', async () => {
  const records: ReportRecord[] = [];
  for await (const one of readCorpus('data/corpus')) records.push(one);
  const corpus = await corpusIn(folder.path, records);
  const nulls = Object.fromEntries(REQUEST_COLUMNS.map((column) => [column.id, null]));
  expect(records.length).toBeGreaterThan(0);
  for (const one of records) {
    const rows = REQUEST_ROWS.map((row) => [row.id, { ...nulls, ...one.requests[row.id] }]);
    const answer = await selectReport(corpus, one.id);
    expect(answer?.record).toEqual({ ...one, requests: Object.fromEntries(rows) });
  }
});

test('an agency that its reports name differently is one agency, found by every name', async () => {
  const names = ['甲县人民政府', '甲县'];
  const records = names.map((name, i) => ({
    ...record({ name, year: 2023 + i }),
    id: `610111-甲县-${2023 + i}`,
  }));
  const corpus = await corpusIn(folder.path, records);
  const { rows } = await selectAgencies(corpus, { ...DEFAULT_FILTERS, q: '人民政府' });
  expect(rows).toMatchObject([{ id: '610111-甲县', name: '甲县', reports: 2, first_year: 2023 }]);
  const years = (await selectReport(corpus, '610111-甲县-2023'))?.years.map((each) => each.year);
  expect(years).toEqual([2023, 2024]);
});

test('blank, dash and absent stay null in every table, and 0 stays 0', async () => {
  const values = {
    'requests.granted.total': null,
    'requests.partial.total': 0,
    'requests.granted.org_other': null,
  };
  const { file } = await corpusIn(folder.path, [record({ values })]);
  expect(
    await rowsOf(
      file,
      'SELECT requests_granted_total, requests_partial_total, requests_carried_in_total FROM reports',
    ),
  ).toEqual([{ requests_granted_total: null, requests_partial_total: 0, requests_carried_in_total: null }]);
  expect(
    await rowsOf(file, `SELECT "granted" FROM requests WHERE applicant IN ('org_other', 'total')`),
  ).toEqual([{ granted: null }, { granted: null }]);
  expect(await rowsOf(file, 'SELECT field, value, state FROM cells ORDER BY field')).toEqual([
    { field: 'requests.granted.org_other', value: null, state: 'blank' },
    { field: 'requests.granted.total', value: null, state: 'blank' },
    { field: 'requests.partial.total', value: 0, state: 'number' },
  ]);
});

test('the same records give the same version in whatever order they come, another value gives another', async () => {
  const records = ['甲县', '乙县', '丙县'].map((name) =>
    record({ name, values: { 'requests.new_requests.total': 5 } }),
  );
  const changed = [
    ...records.slice(1),
    record({ name: '甲县', values: { 'requests.new_requests.total': 6 } }),
  ];
  const versions: string[] = [];
  for (const each of [records, [...records].reverse(), changed]) {
    const corpus = await corpusIn(folder.path, each);
    versions.push(await withDatabase(corpus, 'test', async ({ manifest }) => manifest.corpus_version));
  }
  expect(versions[1]).toBe(versions[0]);
  expect(versions[2]).not.toBe(versions[0]);
});

test('a build that fails half-way leaves the database from before and no traces', async () => {
  const corpus = await copyOfKept({ records: [record()] }, folder.path);
  function* breaking(): Generator<ReportRecord> {
    yield record({ name: '乙县' });
    throw new Error('the disk is gone');
  }
  await expect(
    buildDatabase({ records: breaking(), file: corpus.file, corpus: 'reports', synthetic: false }),
  ).rejects.toThrow('the disk is gone');
  expect(await rowsOf(corpus.file, 'SELECT name FROM agencies')).toEqual([{ name: '甲县人民政府' }]);
  expect((await readdir(folder.path)).filter((name) => name.includes('building'))).toEqual([]);
});

test('what a killed build left behind goes with the next build, and is never taken for the database', async () => {
  const killed = join(folder.path, 'corpus.duckdb.building-999999999');
  await writeFile(killed, 'half a database');
  await writeFile(`${killed}.staged`, '');
  await corpusIn(folder.path, [record()]);
  expect((await readdir(folder.path)).filter((name) => name.includes('building'))).toEqual([]);
});

test('a file that is no whole database is refused, and the one that is open stays', async () => {
  const corpus = await copyOfKept({ records: [record()] }, folder.path);
  const version = () => withDatabase(corpus, 'test', async ({ manifest }) => manifest.corpus_version);
  const before = await version();
  await writeFile(`${corpus.file}.broken`, 'no database');
  await rename(`${corpus.file}.broken`, corpus.file);
  expect(await version()).toBe(before);
  await copyOfKept({ records: [record({ name: '乙县' })] }, folder.path);
  expect(await version()).not.toBe(before);
});

test('a database of another layout is refused, with both numbers', async () => {
  const { file } = await copyOfKept({ records: [record()] }, join(folder.path, 'other-layout'));
  const change = async (sql: string): Promise<unknown> => {
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    await connection.run(sql);
    connection.closeSync();
    instance.closeSync();
    return withDatabase({ name: 'reports', file }, 'test', () => Promise.resolve('opened')).catch(
      (error: unknown) => String(error),
    );
  };
  expect(await change(`UPDATE manifest SET layout = ${LAYOUT + 7}`)).toMatch(
    `the layout of its tables is ${LAYOUT + 7}, expected ${LAYOUT}`,
  );
  expect(await change('ALTER TABLE manifest DROP layout')).toMatch('is older than 2, expected');
});

test('the number of the layout rises with the tables', async () => {
  // When this fails the tables or how they are loaded have changed: raise LAYOUT, and write the new hash here.
  expect([LAYOUT, await buildVersion()]).toEqual([3, '0fba7f4844b20798']);
});

test('a record that the tables cannot hold is refused aloud and the others are stored', async () => {
  const strange = record({ name: '乙县' });
  strange.requests.invented_row = { total: 1 };
  const broken = record({ name: '丙县', values: { 'requests.granted.total': 1.5 } });
  const lines: string[] = [];
  const file = join(folder.path, 'refused.duckdb');
  const result = await buildDatabase({
    records: [record(), strange, broken, record()],
    file,
    corpus: 'reports',
    synthetic: false,
    onRefused: (line) => lines.push(line),
  });
  expect(result).toMatchObject({ reports: 1, refused: 3 });
  expect(lines).toEqual([
    '610111-乙县-2024: found requests.invented_row.total, expected a field of the form',
    '610111-丙县-2024: requests.granted.total: found 1.5, expected a whole number of at most 2147483647',
    'made/甲县人民政府-2024.txt: found the id 610111-甲县人民政府-2024 a second time, expected it once',
  ]);
});

test('a corpus folder is read record by record, and what is no record is named', async () => {
  const { path, remove } = await temporaryFolder();
  await writeFile(join(path, 'a.json'), JSON.stringify(record({ name: '甲县' })));
  await writeFile(join(path, 'b.json'), '<html>');
  await writeFile(join(path, 'c.json'), JSON.stringify({ ...record(), year: 'two thousand' }));
  const lines = [record({ name: '乙县' }), record({ name: '丙县' })].map((each) => JSON.stringify(each));
  await writeFile(join(path, 'd.ndjson'), `${lines.join('\n')}\n\n{"half": `);
  const refused: string[] = [];
  const names: string[] = [];
  for await (const each of readCorpus(path, (line) => refused.push(line))) names.push(each.agency.name);
  await remove();
  expect(names).toEqual(['甲县', '乙县', '丙县']);
  expect(refused.map((line) => line.split(':')[0])).toEqual(['b.json', 'c.json', 'd.ndjson line 4']);
  expect(refused[1]).toContain('year');
});

test('every table of the schema states its grain', async () => {
  const files = ['schema.sql', 'schema-evidence.sql'].map((name) =>
    readFile(new URL(`../../lib/store/schema/${name}`, import.meta.url), 'utf8'),
  );
  const lines = [...(await Promise.all(files)), cubesSql()].join('\n').split('\n');
  const without = lines.filter((line, i) => {
    const above = lines.slice(Math.max(i - 4, 0), i);
    return /^ *CREATE (TABLE|VIEW)/.test(line) && !above.some((each) => /^ *-- Grain: one row/.test(each));
  });
  expect(without).toEqual([]);
});
