/**
 * Sums over single applicant columns of table 3. Only rows that are not all zero are stored (schema.sql), so the rows
 * that are not there have to be counted: they add nothing to a sum, but their reports do have a value.
 */
import {
  APPLICANT_COLUMNS,
  FORM_VERSIONS,
  fieldById,
  type FormVersion,
  REQUEST_ROWS,
  requestRows,
} from '../../form/index';
import type { Expression, Metric } from '../../metrics/registry';
import { type Dialect, DUCKDB } from '../engine/dialect';
import { metricColumns } from './metric-sql';

export type ApplicantSums = {
  /** SQL over reports and the name of each key. */
  keys: readonly { sql: string; name: string }[];
  /** Metrics of table 3 and the name of their columns (metricColumns). */
  metrics: readonly { metric: Metric; name: string }[];
  /** SQL over reports. */
  condition: string;
  /** Columns looked at; empty means all six. */
  applicants: readonly string[];
  /** One row an applicant column, or all of them added up in each report (null where one of them is missing). */
  isGrouped: boolean;
};

/** SELECT of one row a combination of keys, form of table 3 and, if grouped, applicant: `reports` and the metrics' columns. */
export function applicantSumsSql(
  { keys, metrics, condition, applicants, isGrouped }: ApplicantSums,
  dialect: Dialect = DUCKDB,
): string {
  const columns = applicants.length > 0 ? applicants : APPLICANT_COLUMNS;
  const selected = keys.map((key) => `${key.sql} AS ${key.name}`);
  const sums = metrics.flatMap(({ metric, name }) => metricColumns(metric, name, 'applicants', dialect));
  const same = ['zero_form', ...keys.map((key) => key.name)]
    .map((name) => `stored.${name} IS NOT DISTINCT FROM counted.${name}`)
    .join(' AND ');
  const values = metrics.flatMap(({ metric, name }) => valuesWithZeros(metric, name));
  const list = columns.map((column) => `'${column}'`).join(', ');
  return `WITH counted AS (
      SELECT ${[...selected, 'reports.form AS zero_form', 'count(*) AS reports'].join(', ')}
      FROM reports WHERE ${condition} GROUP BY ALL
    ),
    stored AS (
      SELECT ${[...selected, 'reports.form AS zero_form', ...(isGrouped ? ['applicants.applicant AS applicant'] : []), 'count(*) AS stored', ...sums].join(', ')}
      FROM (${isGrouped ? storedRows(list) : addedRows(list, condition)}) AS applicants
      JOIN reports ON reports.report_no = applicants.report_no
      WHERE ${condition} GROUP BY ALL
    )
    SELECT ${[...keys.map((key) => `counted.${key.name} AS ${key.name}`), ...(isGrouped ? ['columns.applicant AS applicant'] : []), 'counted.reports::DOUBLE AS reports', ...values].join(', ')}
    FROM counted
    ${isGrouped ? `CROSS JOIN (${dialect.applicantRows(columns)}) AS columns` : ''}
    LEFT JOIN stored ON ${same} ${isGrouped ? 'AND stored.applicant = columns.applicant' : ''}`;
}

const storedRows = (list: string): string =>
  `SELECT * FROM requests_by_applicant WHERE applicant IN (${list})`;

/** Only of reports that are asked for: adding up the others would cost more than all else. */
function addedRows(list: string, condition: string): string {
  const added = REQUEST_ROWS.map(
    ({ id }) => `CASE WHEN count("${id}") = count(*) THEN sum("${id}") END AS "${id}"`,
  );
  return `SELECT report_no, ${added.join(', ')} FROM requests_by_applicant
    WHERE applicant IN (${list}) AND report_no IN (SELECT reports.report_no FROM reports WHERE ${condition})
    GROUP BY report_no`;
}

/** The columns of a metric once the rows that are not stored are counted too. */
function valuesWithZeros(metric: Metric, name: string): string[] {
  const forms = FORM_VERSIONS.filter((form) => isZeroThere(metric, form));
  const list = forms.map((form) => `'${form}'`).join(', ');
  const zeros =
    forms.length === 0
      ? '0'
      : `if(counted.zero_form IN (${list}), counted.reports - coalesce(stored.stored, 0), 0)`;
  const sum = (column: string): string =>
    `if(${zeros} > 0, coalesce(stored.${column}, 0), stored.${column}) AS ${column}`;
  return [
    sum(name),
    ...(metric.denominator ? [sum(`${name}_d`)] : []),
    `(coalesce(stored.${name}_n, 0) + ${zeros})::DOUBLE AS ${name}_n`,
  ];
}

/** Whether a row of nothing but the zeros of this form has a value for the metric, which is then 0. */
function isZeroThere(metric: Metric, form: FormVersion): boolean {
  const rows: readonly string[] = requestRows(form);
  const isThere = (expression: Expression): boolean =>
    expression.some(({ plus, minus = [] }) =>
      [...plus, ...minus].every((id) => rows.includes(fieldById(id)?.row ?? '')),
    );
  return isThere(metric.numerator) && (metric.denominator === null || isThere(metric.denominator));
}
