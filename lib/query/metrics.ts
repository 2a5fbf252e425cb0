/** Metrics × dimensions × filters: the one function behind every chart, table and query.csv. */
import { z } from 'zod';
import { FilterError } from '../errors';
import type { Filters } from '../filters/values';
import { type Metric, metricById } from '../metrics';
import { withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { type Meta, selectMeta } from './answer';
import { type Conditions, conditionsOf } from './conditions';
import { DIMENSIONS, type Dimension, type Key } from './dimensions';
import { applicantsJoin, fixedApplicantJoins, metricColumns } from './metric-sql';

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

export type MetricsAnswer = {
  metrics: string[];
  by: Dimension[];
  rows: MetricsRow[];
  /** `missing`: per metric, the reports of the whole slice without a value. */
  meta: Meta & { missing: Record<string, number>; row_count: number };
};

/** `metrics` and `by` may come from a URL: unknown ones are refused. */
export type MetricsQuestion = { metrics: readonly string[]; by: readonly string[]; filters: Filters };

/**
 * One row a group, ordered by the dimensions in the order asked (nulls last); one row when `by` is empty.
 * Throws FilterError for a metric or dimension that does not exist, and when `by` holds applicant beside a metric
 * that table 3 does not split. Under an `applicant` filter such a metric is null for every report.
 */
export async function selectMetrics(corpus: Corpus, question: MetricsQuestion): Promise<MetricsAnswer> {
  const by = [...new Set(question.by.map(dimensionOf))];
  const metrics = [...new Set(question.metrics)].map((id) => metricOf(id, by));
  const { filters } = question;
  return withDatabase(corpus, 'metrics', async (database) => {
    const conditions = conditionsOf(filters, by);
    const rows = await database.rows(
      rowSchema,
      metricsSql(metrics, by, filters, conditions),
      conditions.values,
    );
    const groups = rows.map((row) => readGroup(row, metrics, by));
    const missing = metrics.map((metric) => [metric.id, sumOf(groups, metric.id)]);
    const meta = await selectMeta(database, corpus, filters, conditions);
    return {
      metrics: metrics.map((metric) => metric.id),
      by,
      rows: groups,
      meta: { ...meta, missing: Object.fromEntries(missing), row_count: groups.length },
    };
  });
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

/** SQL of each dimension's key; agencies are grouped by number and named afterwards. */
const KEY_SQL: Record<Dimension, string> = {
  year: 'reports.year',
  province: 'reports.province',
  prefecture: 'reports.prefecture',
  county: 'reports.county',
  level: 'reports.level',
  body: 'reports.body',
  form: 'reports.form',
  applicant: 'applicants.applicant',
  agency: 'reports.agency_no',
};

function metricsSql(
  metrics: readonly Metric[],
  by: readonly Dimension[],
  filters: Filters,
  conditions: Conditions,
): string {
  const isGrouped = by.includes('applicant');
  const source = isGrouped || filters.applicant.length > 0 ? 'applicants' : 'total';
  const keys = by.map((dimension, i) => `${KEY_SQL[dimension]} AS k${i}`);
  const values = metrics.flatMap((metric, i) => metricColumns(metric, i, source));
  const grouped = `SELECT ${[...keys, 'count(*)::DOUBLE AS group_reports', ...values].join(', ')}
    FROM reports
    ${source === 'applicants' ? applicantsJoin(filters.applicant, isGrouped) : ''}
    ${fixedApplicantJoins(metrics)}
    WHERE (${conditions.slice}) AND (${conditions.basis})
    ${by.length > 0 ? `GROUP BY ${by.map((dimension) => KEY_SQL[dimension]).join(', ')}` : ''}`;
  const names = by.map(nameJoin).filter((each) => each !== null);
  return `SELECT ${['groups.*', ...names.map((each) => each.select)].join(', ')}
    FROM (${grouped}) AS groups
    ${names.map((each) => each.join).join('\n')}
    ${by.length > 0 ? `ORDER BY ${by.map((_, i) => `k${i} NULLS LAST`).join(', ')}` : ''}`;
}

/** What a region or an agency is called; other dimensions are words that the page translates. */
function nameJoin(dimension: Dimension, i: number): { select: string; join: string } | null {
  if (dimension === 'agency')
    return {
      select: `agencies${i}.agency_id AS k${i}_id, agencies${i}.name AS k${i}_name`,
      join: `LEFT JOIN agencies AS agencies${i} ON agencies${i}.agency_no = groups.k${i}`,
    };
  if (dimension !== 'province' && dimension !== 'prefecture' && dimension !== 'county') return null;
  return {
    select: `regions${i}.name AS k${i}_name`,
    join: `LEFT JOIN regions AS regions${i} ON regions${i}.code = groups.k${i}`,
  };
}

const rowSchema = z.record(z.string(), z.union([z.number(), z.string()]).nullable());
type Row = z.infer<typeof rowSchema>;

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
