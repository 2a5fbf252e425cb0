/** What another engine has to be able to do to be compared: hold the tables of a Parquet set and answer the product's own SQL. */
import { conditionsOf } from '../../lib/query/conditions';
import { partsOf } from '../../lib/query/metric-parts';
import { metricById } from '../../lib/metrics';
import type { Dialect } from '../../lib/store/dialect';
import type { Aggregate } from './questions';

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

/** The rows of one question, its statements' columns side by side, in an order that is the same for every engine. */
export async function answerOf(rival: Omit<Rival, 'name' | 'close'>, question: Aggregate): Promise<string[]> {
  const { by, filters } = question;
  const metrics = question.metrics.flatMap((id) => metricById(id) ?? []);
  const conditions = conditionsOf(filters, by, rival.dialect);
  const groups = new Map<string, Row>();
  for (const sql of partsOf({ metrics, by, filters, conditions, dialect: rival.dialect }))
    for (const row of await rival.rows(sql, conditions.values as SqlValues, question)) {
      const key = JSON.stringify(by.map((_, i) => row[`k${i}`]));
      groups.set(key, { ...groups.get(key), ...row });
    }
  return [...groups.values()].map(told).sort();
}

const told = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
