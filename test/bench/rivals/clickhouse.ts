/** ClickHouse in this process (chdb), asked without a network, with the tables and settings that the product gives it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { boundSql, STANDARD } from '../../../lib/store/engine/clickhouse/connect';
import { schemaStatements } from '../../../lib/store/engine/clickhouse/load';
import { CLICKHOUSE } from '../../../lib/store/engine/dialect';
import { APPLICANT_COLUMNS } from '../../../lib/form/index';
import { findChdb } from './engines';
import { quoted } from '../duckdb';
import { type Rival, RIVAL_TABLES } from './rival';

const rowSchema = z.record(z.string(), z.union([z.string(), z.number()]).nullable());

/** Loads the folder `engine` of a Parquet set into `folder`; the reason when chdb cannot be had. */
export async function openClickhouseRival(set: string, folder: string): Promise<Rival | string> {
  const chdb = await findChdb();
  if (typeof chdb === 'string') return chdb;
  await mkdir(folder, { recursive: true });
  const session = new chdb.Session(folder);
  session.query('CREATE DATABASE bench');
  session.query('USE bench');
  for (const [name, value] of Object.entries(STANDARD)) session.query(`SET ${name} = '${String(value)}'`);
  for (const statement of await schemaStatements(null)) session.query(statement);
  const words = APPLICANT_COLUMNS.map((word) => `(${quoted(word)})`).join(', ');
  session.query(`INSERT INTO applicants VALUES ${words}`);
  for (const table of RIVAL_TABLES) {
    const file = join(set, 'engine', `${table}.parquet`);
    session.query(`INSERT INTO ${table} FROM INFILE ${quoted(file)} FORMAT Parquet`);
  }
  return {
    name: 'embedded ClickHouse (chdb)',
    dialect: CLICKHOUSE,
    rows: (sql, values) => {
      const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
      const bound = boundSql(sql, values);
      const format = 'JSONEachRow';
      const answer =
        Object.keys(texts).length === 0
          ? session.query(bound, format)
          : session.queryBind(bound, texts, format);
      const lines = answer.split('\n').filter((line) => line !== '');
      return lines.map((line) => rowSchema.parse(JSON.parse(line)));
    },
    close: () => session.cleanup(),
  };
}
