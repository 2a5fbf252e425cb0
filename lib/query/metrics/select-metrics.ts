/** Metrics × dimensions × filters: the one function behind every chart, table and query.csv. */
import { z } from 'zod';
import { FilterError } from '../../errors';
import type { Filters } from '../../filters';
import { type Metric, metricById } from '../../metrics/registry';
import type { Corpus } from '../../store/corpora';
import { withEngine } from '../../store/engine/index';
import { mapYielding } from '../../event-loop';
import { type Meta, selectMeta } from '../meta';
import { conditionsOf } from '../sql/slice-conditions';
import { DIMENSIONS, type Dimension, type Key } from './dimensions';
import { metricStatements } from './metric-statements';
import { cachedQuery } from '../query-cache';

/** One number with what it rests on. */
export type MetricValue = {
  /** The sum, the rate as a ratio 0–1, or the count; null when no report has it or the denominator is 0. */
  value: number | null;
  /** Of a rate: both sums over the reports that have both. Null for sums and counts. */
  numerator: number | null;
  denominator: number | null;
  /** Reports with a value, and reports of the group without one. */
  reports: number;
  missing: number;
};

export type MetricsRow = {
  /** One entry a dimension asked for. */
  key: Partial<Record<Dimension, Key>>;
  /** Chinese names of the keys of region and agency dimensions. */
  names: Partial<Record<Dimension, string | null>>;
  /** Reports in the group. */
  reports: number;
  /** By metric id. */
  values: Record<string, MetricValue>;
};

export type MetricsResult = {
  metrics: string[];
  by: Dimension[];
  rows: MetricsRow[];
  /** `missing`: per metric, the reports of the whole slice without a value. */
  meta: Meta & { missing: Record<string, number>; row_count: number };
};

/** `metrics` and `by` may come from a URL: unknown ones are refused. */
export type MetricsQuery = { metrics: readonly string[]; by: readonly string[]; filters: Filters };

/**
 * One row a group, ordered by the dimensions in the order asked (nulls last); one row when `by` is empty.
 * Throws FilterError for a metric or dimension that does not exist, and when `by` holds applicant beside a metric
 * that table 3 does not split. Under an `applicant` filter such a metric is null for every report.
 */
export function selectMetrics(corpus: Corpus, question: MetricsQuery): Promise<MetricsResult> {
  // A row an agency is too much to keep, and to ask whether it is holds everybody up.
  if (question.by.includes('agency')) return runMetrics(corpus, question);
  return cachedQuery(corpus, 'metrics', question, () => runMetrics(corpus, question));
}

async function runMetrics(corpus: Corpus, question: MetricsQuery): Promise<MetricsResult> {
  const by = [...new Set(question.by.map(dimensionOf))];
  const metrics = [...new Set(question.metrics)].map((id) => metricOf(id, by));
  const { filters } = question;
  return withEngine(corpus, 'metrics', async (database, dialect) => {
    const conditions = conditionsOf(filters, by, dialect);
    const found: Row[][] = [];
    const oneAYear = database.manifest.one_a_year;
    for (const sql of metricStatements({ metrics, by, filters, conditions, dialect, oneAYear }))
      found.push(await database.rows(rowSchema, sql, conditions.values));
    const groups = await mapYielding(joined(found, by), (row) => readGroup(row, metrics, by));
    const missing = metrics.map((metric) => [metric.id, sumOf(groups, metric.id)]);
    const meta = await selectMeta(database, corpus, filters, conditions, by, dialect);
    return {
      metrics: metrics.map((metric) => metric.id),
      by,
      rows: groups,
      meta: { ...meta, missing: Object.fromEntries(missing), row_count: groups.length },
    };
  });
}

/** The rows of all parts, which have the same groups, as one row a group in the order of the first part. */
function joined([first = [], ...others]: Row[][], by: readonly Dimension[]): Row[] {
  if (others.length === 0) return first;
  const keyOf = (row: Row): string => JSON.stringify(by.map((_, i) => row[`k${i}`]));
  const indexes = others.map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  return first.map((row) => Object.assign({}, row, ...indexes.map((index) => index.get(keyOf(row)))) as Row);
}

function dimensionOf(name: string): Dimension {
  const dimension = DIMENSIONS.find((each) => each === name);
  if (!dimension) throw new FilterError('by', name, `one of ${DIMENSIONS.join(', ')}`);
  return dimension;
}

function metricOf(id: string, by: readonly Dimension[]): Metric {
  const metric = metricById(id);
  if (!metric) throw new FilterError('metrics', id, 'an id of /api/v1/metrics or a field id');
  if (by.includes('applicant') && !metric.byApplicant)
    throw new FilterError('by', 'applicant', `metrics of table 3 only, which ${id} is not`);
  return metric;
}

type Row = Record<string, number | string | null>;

/** Told value by value: a schema of a record takes a tenth of a millisecond a row, which is seconds for all agencies. */
const rowSchema = z.custom<Row>(
  (row) =>
    typeof row === 'object' &&
    row !== null &&
    Object.values(row).every(
      (value) => value === null || typeof value === 'number' || typeof value === 'string',
    ),
  'expected a row of numbers, texts and nulls',
);

function readGroup(row: Row, metrics: readonly Metric[], by: readonly Dimension[]): MetricsRow {
  const reports = numberIn(row, 'group_reports') ?? 0;
  const key = by.map((dimension, i) => [dimension, keyIn(row, dimension, i)]);
  const names = by.flatMap((dimension, i) => (`k${i}_name` in row ? [[dimension, row[`k${i}_name`]]] : []));
  const values = metrics.map((metric, i) => [metric.id, readValue(row, metric, `m${i}`, reports)]);
  return {
    key: Object.fromEntries(key),
    names: Object.fromEntries(names),
    reports,
    values: Object.fromEntries(values),
  };
}

function keyIn(row: Row, dimension: Dimension, i: number): Key {
  const key = row[dimension === 'agency' ? `k${i}_id` : `k${i}`] ?? null;
  return key === null || dimension === 'year' ? key : String(key);
}

function readValue(row: Row, metric: Metric, name: string, groupReports: number): MetricValue {
  const sum = numberIn(row, name);
  const reports = numberIn(row, `${name}_n`) ?? 0;
  const counts = { reports, missing: groupReports - reports };
  if (!metric.denominator) return { value: sum, numerator: null, denominator: null, ...counts };
  const denominator = numberIn(row, `${name}_d`);
  const value = sum !== null && denominator !== null && denominator > 0 ? sum / denominator : null;
  return { value, numerator: sum, denominator, ...counts };
}

function numberIn(row: Row, name: string): number | null {
  const value = row[name] ?? null;
  if (typeof value === 'string') throw new Error(`column ${name} holds ${value}, expected a number`);
  return value;
}

const sumOf = (rows: readonly MetricsRow[], id: string): number =>
  rows.reduce((sum, row) => sum + (row.values[id]?.missing ?? 0), 0);
