/** Metrics → SQL over one row a report; the definitions are those of lib/metrics, nothing is added here. */
import { fieldById } from '../../form/index';
import { type Expression, type Metric, metricFields, type Sum } from '../../metrics/registry';
import { columnOf } from './columns';
import { unstoredSql } from './form-sql';
import { type Dialect, DUCKDB } from '../engine/dialect';

/**
 * Where the cells of table 3 come from: the columns `total` in reports, or a relation `applicants` (one row a report,
 * or a report and applicant) whose columns bear the row ids.
 */
export type RequestSource = 'total' | 'applicants';

/** SELECT items of one metric: its value or numerator `name`, `name_d` the denominator (rates), `name_n` the reports that have it. */
export function metricColumns(
  metric: Metric,
  name: string,
  source: RequestSource,
  dialect: Dialect = DUCKDB,
): string[] {
  if (metric.id === 'reports') return [`count(*)::DOUBLE AS ${name}`, `count(*)::DOUBLE AS ${name}_n`];
  if (metric.id === 'agencies')
    return [`count(DISTINCT reports.agency_no)::DOUBLE AS ${name}`, `count(*)::DOUBLE AS ${name}_n`];
  const numerator = expressionSql(metric.numerator, source, metric);
  if (!metric.denominator)
    return [`${sumSql(dialect, metric, numerator)} AS ${name}`, `count(${numerator})::DOUBLE AS ${name}_n`];
  // Both sums of a rate run over the reports that have both sides.
  const denominator = expressionSql(metric.denominator, source, metric);
  const both = `${numerator} IS NOT NULL AND ${denominator} IS NOT NULL`;
  return [
    `${sumSql(dialect, metric, numerator, both)} AS ${name}`,
    `${sumSql(dialect, metric, denominator, both)} AS ${name}_d`,
    `(count(*) FILTER (WHERE ${both}))::DOUBLE AS ${name}_n`,
  ];
}

/** The same items of one report by itself: what metricColumns gives for a group that it is alone in. */
export function reportMetricColumns(metric: Metric, name: string): string[] {
  if (metric.kind === 'count') return [`1::DOUBLE AS ${name}`, `1::DOUBLE AS ${name}_n`];
  const { numerator, denominator } = reportPartsSql(metric);
  const asSum = (value: string): string => (isMoney(metric) ? `round(${value}, 6)` : `(${value})::DOUBLE`);
  if (denominator === null)
    return [`${asSum(numerator)} AS ${name}`, `(${numerator} IS NOT NULL)::INTEGER::DOUBLE AS ${name}_n`];
  const both = `${numerator} IS NOT NULL AND ${denominator} IS NOT NULL`;
  return [
    `CASE WHEN ${both} THEN ${asSum(numerator)} END AS ${name}`,
    `CASE WHEN ${both} THEN ${asSum(denominator)} END AS ${name}_d`,
    `(${both})::INTEGER::DOUBLE AS ${name}_n`,
  ];
}

/** The same items added up from columns `from`, `from_d`, `from_n` that another grouping has already made. */
export function addedColumns(
  metric: Metric,
  name: string,
  from: string,
  dialect: Dialect = DUCKDB,
): string[] {
  const denominator = metric.denominator ? [`sum(${from}_d)::DOUBLE AS ${name}_d`] : [];
  const value = isMoney(metric) ? `round(${dialect.exactSum(from, '')}, 6)` : `sum(${from})::DOUBLE`;
  return [`${value} AS ${name}`, ...denominator, `coalesce(sum(${from}_n), 0)::DOUBLE AS ${name}_n`];
}

/**
 * SQL of a metric in one report, over a row of reports: its sum, or its ratio as a DOUBLE; NULL where a cell is missing
 * or the denominator is not above 0.
 */
export function reportValueSql(metric: Metric): string {
  const { numerator, denominator } = reportPartsSql(metric);
  if (denominator === null) return numerator;
  return `CASE WHEN ${denominator} > 0 THEN (${numerator})::DOUBLE / ${denominator} END`;
}

/** The two sides of `reportValueSql`; null for the denominator of a plain sum. */
export function reportPartsSql(metric: Metric): { numerator: string; denominator: string | null } {
  return {
    numerator: expressionSql(metric.numerator, 'total', metric),
    denominator: metric.denominator && expressionSql(metric.denominator, 'total', metric),
  };
}

/** Counts add up exactly; money is added with compensation and rounded to a millionth, so that order plays no part. */
function sumSql(dialect: Dialect, metric: Metric, value: string, condition?: string): string {
  const filter = condition === undefined ? '' : ` FILTER (WHERE ${condition})`;
  return isMoney(metric)
    ? `round(${dialect.exactSum(value, filter)}, 6)`
    : `(sum(${value})${filter})::DOUBLE`;
}

const isMoney = (metric: Metric): boolean =>
  metricFields(metric).some((id) => fieldById(id)?.kind.startsWith('amount'));

/** The value of an expression in one report: NULL as soon as a cell of it is missing. */
function expressionSql(expression: Expression, source: RequestSource, metric: Metric): string {
  const sums = expression.map((sum) => sumOfCells(sum, source, metric));
  return sums.length === 1 ? (sums[0] ?? 'NULL') : `coalesce(${sums.join(', ')})`;
}

function sumOfCells(sum: Sum, source: RequestSource, metric: Metric): string {
  const minus = sum.minus ?? [];
  if (sum.plus.length === 1 && minus.length === 0) return cellSql(sum.plus[0] ?? '', source, metric);
  const wide = (id: string): string => `${cellSql(id, source, metric)}::BIGINT`;
  return `(${sum.plus.map(wide).join(' + ')}${minus.map((id) => ` - ${wide(id)}`).join('')})`;
}

function cellSql(id: string, source: RequestSource, metric: Metric): string {
  const field = fieldById(id);
  if (!field) throw new Error(`metric ${metric.id} names the unknown field ${id}`);
  if (field.table !== 'requests') return `reports.${columnOf(id)}`;
  if (field.column !== 'total') return applicantCellSql(field.row, field.column);
  return source === 'applicants' && !metric.fixed ? `applicants."${field.row}"` : `reports.${columnOf(id)}`;
}

/** A cell of one applicant column: where no row is stored, 0 if the report's form has that row (schema.sql). */
function applicantCellSql(row: string, column: string): string {
  const alias = applicantAlias(column);
  return `CASE WHEN ${alias}.report_no IS NULL THEN ${unstoredSql(row)} ELSE ${alias}."${row}" END`;
}

const applicantAlias = (column: string): string => `of_${column}`;

/** Joins for the metrics that name a cell of one applicant column. */
export function fixedApplicantJoins(metrics: readonly Metric[]): string {
  const columns = metrics
    .flatMap(metricFields)
    .map(fieldById)
    .filter((field) => field?.table === 'requests' && field.column !== 'total')
    .map((field) => field?.column ?? '');
  return [...new Set(columns)]
    .map((column) => {
      const alias = applicantAlias(column);
      return `LEFT JOIN requests_by_applicant AS ${alias}
        ON ${alias}.report_no = reports.report_no AND ${alias}.applicant = '${column}'`;
    })
    .join('\n');
}
