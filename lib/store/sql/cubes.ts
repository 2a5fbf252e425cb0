/**
 * The cubes: every metric added up beforehand for each combination of what the dashboard filters and groups by, down
 * to the province. A chart over 1.6 million reports then adds up some ten thousand rows (docs/performance.md).
 * They are made by the same SQL as a query over reports, so they cannot mean anything else.
 */
import { REQUEST_ROWS } from '../../form/index';
import { METRICS, type Metric, metricById } from '../../metrics/registry';
import { applicantSumsSql } from './applicant-sql';
import { columnOf, REPORT_FIELDS } from './columns';
import { metricColumns } from './metric-sql';

/**
 * Keys of both cubes under the names of reports, so that conditions fit all three. What lies below the province is
 * cut off: `depth` and `covered_at` end at 1, `findings` says 0 or 1.
 */
const KEYS: readonly { sql: string; name: string }[] = [
  { sql: 'reports.year', name: 'year' },
  { sql: 'reports.province', name: 'province' },
  { sql: 'reports.level', name: 'level' },
  { sql: 'reports.body', name: 'body' },
  { sql: 'reports.form', name: 'form' },
  { sql: 'reports.scope', name: 'scope' },
  { sql: '(CASE WHEN reports.depth > 1 THEN 1 ELSE reports.depth END)', name: 'depth' },
  { sql: 'reports.in_totals', name: 'in_totals' },
  { sql: 'least(reports.covered_at, 1)', name: 'covered_at' },
  { sql: 'reports.covered_in_level', name: 'covered_in_level' },
  { sql: '(CASE WHEN reports.findings > 0 THEN 1 ELSE 0 END)', name: 'findings' },
];

/** Counts of reports, by the condition under which a report is counted. */
export const REPORT_COUNTS = {
  reports: 'true',
  with_requests: 'reports.has_requests',
  with_proceedings: 'reports.has_proceedings',
  with_disclosure: 'reports.has_disclosure',
  with_findings: 'reports.findings > 0',
  with_issues: 'reports.doubts > 0',
} as const;
export type ReportCount = keyof typeof REPORT_COUNTS;

/** The column of a metric in the cubes: a plain sum of one field bears the field's name. */
export function cubeColumn(metric: Metric): string {
  const [sum, ...others] = metric.numerator;
  const isPlain = !metric.denominator && others.length === 0 && !sum?.minus && sum?.plus.length === 1;
  return isPlain ? columnOf(sum.plus[0] ?? '') : metric.id;
}

const named = (metrics: readonly Metric[]): { metric: Metric; name: string }[] => [
  ...new Map(metrics.map((metric) => [cubeColumn(metric), { metric, name: cubeColumn(metric) }])).values(),
];

const SUMS = METRICS.filter((metric) => metric.kind !== 'count');
const existing = (ids: readonly string[]): Metric[] =>
  ids.map(metricById).filter((metric) => metric !== undefined);

const CUBE_METRICS = named([...SUMS, ...existing(REPORT_FIELDS.map((field) => field.id))]);
const APPLICANT_METRICS = named([
  ...SUMS.filter((metric) => metric.byApplicant),
  ...existing(REQUEST_ROWS.map((row) => `requests.${row.id}`)),
]);

const CUBE_COLUMNS = new Set(CUBE_METRICS.map(({ name }) => name));
const APPLICANT_COLUMNS_THERE = new Set(APPLICANT_METRICS.map(({ name }) => name));

/** Whether the metric stands in the cube of totals. */
export const isInCube = (metric: Metric): boolean =>
  metric.id === 'reports' || CUBE_COLUMNS.has(cubeColumn(metric));

/** Whether the metric, following an applicant column, stands in the cube by applicant. */
export const isInApplicantCube = (metric: Metric): boolean =>
  metric.byApplicant && APPLICANT_COLUMNS_THERE.has(cubeColumn(metric));

/** Statements that make both cubes from the tables. */
export function cubesSql(): string {
  const keys = KEYS.map((key) => `${key.sql} AS ${key.name}`);
  const counts = Object.entries(REPORT_COUNTS).map(
    ([name, condition]) => `(count(*) FILTER (${condition}))::DOUBLE AS ${name}`,
  );
  const sums = CUBE_METRICS.flatMap(({ metric, name }) => metricColumns(metric, name, 'total'));
  const order = `ORDER BY ${KEYS.map((key) => `${key.name} NULLS FIRST`).join(', ')}`;
  const byApplicant = applicantSumsSql({
    keys: KEYS,
    metrics: APPLICANT_METRICS,
    condition: 'true',
    applicants: [],
    isGrouped: true,
  });
  return `
    -- Grain: one row a combination of the keys that some report has.
    CREATE TABLE cube AS SELECT ${[...keys, ...counts, ...sums].join(', ')} FROM reports GROUP BY ALL ${order};
    -- Grain: one row such a combination and applicant column.
    CREATE TABLE cube_by_applicant AS ${byApplicant} ${order}, applicant;`;
}
