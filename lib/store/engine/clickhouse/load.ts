/** A corpus into ClickHouse: the tables of schema.sql, filled from the folder `engine` of a Parquet set. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CorpusName } from '../../../filters';
import { APPLICANT_COLUMNS } from '../../../form/index';
import { fillSchema } from '../../sql/form-sql';
import { clickhouseClient, clickhouseDatabase } from './connect';

const TABLES = ['agencies', 'regions', 'reports', 'requests_by_applicant', 'cells'] as const;
/** A table of 1.6 million reports takes minutes. */
const TIMEOUT_SECONDS = 3600;

const manifestSchema = z.object({
  corpus: z.string(),
  corpus_version: z.string(),
  rows: z.record(z.string(), z.number()),
});

/**
 * Creates the tables in an empty database and fills them; rows by table. Counts every table against the set's manifest
 * and writes its own manifest last: a database without one is never asked. Throws when a table is there already, when
 * the set is of another corpus, or when a count differs.
 */
export async function loadClickhouse(
  corpus: CorpusName,
  folder: string,
  cluster: string | null,
): Promise<Record<string, number>> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  if (manifest.corpus.split(':')[0] !== corpus)
    throw new Error(`${folder}: found the corpus ${manifest.corpus}, expected ${corpus}`);
  const client = clickhouseClient(corpus, TIMEOUT_SECONDS);
  try {
    for (const query of await schemaStatements(cluster)) await client.command({ query });
    await client.insert({
      table: 'applicants',
      values: APPLICANT_COLUMNS.map((applicant) => ({ applicant })),
      format: 'JSONEachRow',
    });
    const loaded: Record<string, number> = {};
    for (const table of TABLES) {
      const values = createReadStream(join(folder, 'engine', `${table}.parquet`));
      await client.insert({
        table,
        values,
        format: 'Parquet',
        // A row on a shard that could not be reached is an error now, not later.
        clickhouse_settings: { distributed_foreground_insert: 1 },
      });
      const counted = await client.query({
        query: `SELECT count(*) AS rows FROM ${table}`,
        format: 'JSONEachRow',
      });
      const [{ rows }] = countSchema.parse(await counted.json());
      const expected = manifest.rows[`engine/${table}`];
      if (rows !== expected)
        throw new Error(`${clickhouseDatabase(corpus)}.${table}: found ${rows} rows, expected ${expected}`);
      loaded[table] = rows;
    }
    await client.insert({
      table: 'manifest',
      values: [{ corpus_version: manifest.corpus_version }],
      format: 'JSONEachRow',
    });
    return loaded;
  } finally {
    await client.close();
  }
}

const countSchema = z.tuple([z.object({ rows: z.number() })]);

/** The statements of schema.sql for a cluster of this name, or for one server. */
export async function schemaStatements(cluster: string | null): Promise<string[]> {
  const text = fillSchema(
    await readFile(new URL('schema.sql', import.meta.url), 'utf8'),
    (form, index) => `'${form}' = ${index + 1}`,
  );
  const statements = text
    .replaceAll(/^--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  if (cluster !== null)
    return statements.map((statement) =>
      statement
        .replace('ON CLUSTER ogi', `ON CLUSTER ${cluster}`)
        .replace("Distributed('ogi'", `Distributed('${cluster}'`),
    );
  return statements
    .filter((statement) => !statement.includes('= Distributed('))
    .map((statement) =>
      statement
        .replace(' ON CLUSTER ogi', '')
        .replace(/^(CREATE TABLE \w+)_local/, '$1')
        .replace('ReplicatedMergeTree', 'MergeTree'),
    );
}
