/** What another engine has to be able to do to be compared: hold the tables of a Parquet set and answer the product's own SQL. */
import { z } from 'zod';
import { type Corpus, selectMeta } from '../../../lib/query/index';
import { conditionsOf } from '../../../lib/query/sql/slice-conditions';
import { metricStatements } from '../../../lib/query/metrics/metric-statements';
import { metricById } from '../../../lib/metrics/registry';
import { corpusManifest, type Database } from '../../../lib/store/connect';
import type { Dialect } from '../../../lib/store/engine/dialect';
import type { Aggregate } from '../questions';

export type SqlValues = Record<string, string | number>;
export type Row = Record<string, string | number | null>;

export type Rival = {
  name: string;
  dialect: Dialect;
  rows: (sql: string, values: SqlValues, question: Aggregate) => Row[] | Promise<Row[]>;
  close: () => void | Promise<void>;
};

/** Tables of the folder `engine` of a Parquet set that the compared questions read. */
export const RIVAL_TABLES = ['agencies', 'regions', 'reports', 'requests_by_applicant'] as const;

/**
 * The answer to one question as the product asks it: the rows, their statements' columns side by side, in an order that is
 * the same for every engine; and how many reports were counted and left out.
 */
export async function answerOf(
  rival: Omit<Rival, 'name' | 'close'>,
  corpus: Corpus,
  question: Aggregate,
): Promise<string[]> {
  const { by, filters } = question;
  const { dialect } = rival;
  const metrics = question.metrics.flatMap((id) => metricById(id) ?? []);
  const conditions = conditionsOf(filters, by, dialect);
  const groups = new Map<string, Row>();
  for (const sql of metricStatements({ metrics, by, filters, conditions, dialect, oneAYear: true }))
    for (const row of await rival.rows(sql, conditions.values as SqlValues, question)) {
      const key = JSON.stringify(by.map((_, i) => row[`k${i}`]));
      groups.set(key, { ...groups.get(key), ...row });
    }
  const database: Database = {
    manifest: await corpusManifest(corpus),
    rows: async (schema, sql, values = {}) =>
      z.array(schema).parse(await rival.rows(sql, values as SqlValues, question)),
  };
  const { reports, left_out } = await selectMeta(database, corpus, filters, conditions, by, dialect);
  return [`${reports} reports, ${left_out} left out`, ...[...groups.values()].map(told).sort()];
}

const told = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
