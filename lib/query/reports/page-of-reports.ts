/** Which reports stand on a page of a list: found first and alone, so that names and cells are read for them only. */
import { z } from 'zod';
import { type Sort, serializeSorts } from '../../filters/columns';
import type { Filters } from '../../filters';
import type { Database, SqlValues } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { type Meta, selectMeta } from '../meta';
import { conditionsOf } from '../sql/slice-conditions';
import { afterSql, type CursorKey, orderSql, type SortKey } from '../sql/cursor';
import { type PageMeta, type PageQuery, pageOf } from '../sql/page';
import { sortKeys } from './column-sql';

const pageRow = z.object({ report_no: z.number() }).catchall(z.union([z.string(), z.number()]).nullable());

/** `report_no` of the reports on the page, in its order, and the meta of the list. */
export async function selectPageOfReports(
  database: Database,
  corpus: Corpus,
  filters: Filters,
  question: PageQuery & { sorts?: readonly Sort[] },
): Promise<{ numbers: number[]; meta: Meta & PageMeta }> {
  const sorts = question.sorts ?? [];
  const order = `reports ${serializeSorts(sorts) || 'region'}`;
  const keys = sortKeys(sorts);
  const kinds = keys.map((key) => (key.isText ? 'string' : 'number'));
  const page = pageOf(question, database.manifest.corpus_version, order, kinds);
  const conditions = conditionsOf(filters);
  const values: SqlValues = { ...conditions.values, limit: page.limit, offset: page.offset };
  const bind = (value: string | number): string => {
    const name = `k${Object.keys(values).length}`;
    values[name] = value;
    return `$${name}`;
  };
  const after = page.after === null ? 'true' : afterSql(keys, page.after, bind);
  const meta = await selectMeta(database, corpus, filters, conditions);
  const rows = await database.rows(
    pageRow,
    `SELECT reports.report_no, ${keys.map((key, i) => `${keyValueSql(key)} AS key${i}`).join(', ')}
     FROM reports
     WHERE (${conditions.slice}) AND (${conditions.basis}) AND ${after}
     ORDER BY ${orderSql(keys)}
     LIMIT $limit OFFSET $offset`,
    values,
  );
  const last = rows.at(-1);
  const lastKeys: CursorKey[] = keys.map((_, i) => last?.[`key${i}`] ?? null);
  return {
    numbers: rows.map((row) => row.report_no),
    meta: { ...meta, ...page.meta(meta.reports, rows.length, lastKeys) },
  };
}

/** Sums are wider than a number of JavaScript; names stay text. */
const keyValueSql = ({ sql, isText }: SortKey): string => (isText ? sql : `(${sql})::DOUBLE`);

/** SQL for the rows of these reports; false for none. By the bounds DuckDB sees which parts of a table it need not read. */
export function amongSql(table: string, numbers: readonly number[]): string {
  if (numbers.length === 0) return 'false';
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return `${table}.report_no BETWEEN ${first} AND ${last} AND ${table}.report_no IN (${numbers.join(', ')})`;
}

/** Rows in the order of the numbers. */
export function inOrder<T extends { report_no: number }>(
  rows: readonly T[],
  numbers: readonly number[],
): T[] {
  const byNumber = new Map(rows.map((row) => [row.report_no, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
