/**
 * A question about metrics as SQL statements. Each takes the metrics it can answer from the cheapest relation: the
 * cube of totals, the cube by applicant, the reports, or the stored rows by applicant. All give the same groups.
 */
import type { Filters } from '../../filters';
import type { Metric } from '../../metrics/registry';
import { applicantSumsSql } from '../../store/sql/applicant-sql';
import { cubeColumn, isInApplicantCube, isInCube } from '../../store/sql/cubes';
import type { Dialect } from '../../store/engine/dialect';
import { addedColumns, fixedApplicantJoins, metricColumns } from '../../store/sql/metric-sql';
import type { Conditions } from '../sql/slice-conditions';
import type { Dimension } from './dimensions';
import { fitsCube } from '../sql/count-source';

export type MetricsSlice = {
  metrics: readonly Metric[];
  by: readonly Dimension[];
  filters: Filters;
  conditions: Conditions;
  dialect: Dialect;
  /** Whether no agency has two reports of one year. */
  oneAYear: boolean;
};

/** A metric and the name of its columns in every part: `m` and its place in the question. */
type Named = { metric: Metric; name: string };

/**
 * At least one statement; each gives rows of the keys `k0`…, `group_reports` and the columns of its metrics
 * (metricColumns), in order of the keys, nulls last. The first one also names regions and agencies (`k0_name`, and for
 * agencies `k0_id`). A metric that table 3 does not split has no columns under an applicant filter.
 */
export function metricStatements(slice: MetricsSlice): string[] {
  const { by, filters } = slice;
  const isGrouped = by.includes('applicant');
  const isSplit = isGrouped || filters.applicant.length > 0;
  const fits = slice.dialect.hasCubes && fitsCube(filters, by);
  const named = slice.metrics.map((metric, i): Named => ({ metric, name: `m${i}` }));
  const split = isSplit ? named.filter(({ metric }) => metric.byApplicant) : [];
  const whole = isSplit ? named.filter(({ metric }) => metric.fixed || metric.kind === 'count') : named;
  const isCountable = slice.oneAYear && by.includes('year');
  const isCubed = ({ metric }: Named): boolean =>
    fits && (isInCube(metric) || (metric.id === 'agencies' && isCountable));
  const isAdded = !isGrouped && filters.applicant.length > 1 && slice.dialect.hasCubes;
  const isCubedSplit = ({ metric }: Named): boolean =>
    fits && isInApplicantCube(metric) && (isGrouped || filters.applicant.length === 1);
  const parts = [
    ...part(split.filter(isCubedSplit), (metrics) => cubeSql(slice, metrics, true)),
    ...part(
      split.filter((each) => !isCubedSplit(each)),
      (metrics) => (isAdded ? addedSql(slice, metrics) : storedSql(slice, metrics)),
    ),
    ...part(whole.filter(isCubed), (metrics) => cubeSql(slice, metrics, false)),
    ...part(
      whole.filter((each) => !isCubed(each)),
      (metrics) => reportsSql(slice, metrics),
    ),
  ];
  if (parts.length === 0) parts.push(fits ? cubeSql(slice, [], false) : reportsSql(slice, []));
  return parts.map((sql, i) => (i === 0 ? withNames(sql, by) : sql));
}

const part = (metrics: Named[], sqlOf: (metrics: Named[]) => string): string[] =>
  metrics.length > 0 ? [sqlOf(metrics)] : [];

/** SQL of each dimension's key; agencies are grouped by number and named afterwards. */
const KEY_SQL: Record<Dimension, string> = {
  year: 'reports.year',
  province: 'reports.province',
  prefecture: 'reports.prefecture',
  county: 'reports.county',
  level: 'reports.level',
  body: 'reports.body',
  form: 'reports.form',
  applicant: 'reports.applicant',
  agency: 'reports.agency_no',
};

const keysOf = (by: readonly Dimension[]): { sql: string; name: string; dimension: Dimension }[] =>
  by.map((dimension, i) => ({ sql: KEY_SQL[dimension], name: `k${i}`, dimension }));

const whereSql = ({ conditions }: MetricsSlice): string => `(${conditions.slice}) AND (${conditions.basis})`;

/** Totals of the reports themselves. */
function reportsSql(slice: MetricsSlice, metrics: Named[]): string {
  const keys = keysOf(slice.by);
  const values = metrics.flatMap(({ metric, name }) => metricColumns(metric, name, 'total', slice.dialect));
  return groupedSql(
    keys,
    ['count(*)::DOUBLE AS group_reports', ...values],
    `FROM reports ${fixedApplicantJoins(metrics.map((each) => each.metric))} WHERE ${whereSql(slice)}`,
  );
}

/** Rows of a cube added up. Conditions name `reports`, whose columns the cubes have. */
function cubeSql(slice: MetricsSlice, metrics: Named[], isByApplicant: boolean): string {
  const { applicant } = slice.filters;
  const values = metrics.flatMap(({ metric, name }) =>
    metric.kind === 'count'
      ? [
          `coalesce(sum(reports.reports), 0)::DOUBLE AS ${name}, coalesce(sum(reports.reports), 0)::DOUBLE AS ${name}_n`,
        ]
      : addedColumns(metric, name, `reports.${cubeColumn(metric)}`),
  );
  const chosen =
    isByApplicant && applicant.length > 0 ? `AND reports.applicant IN (${quoted(applicant)})` : '';
  return groupedSql(
    keysOf(slice.by),
    ['coalesce(sum(reports.reports), 0)::DOUBLE AS group_reports', ...values],
    `FROM ${isByApplicant ? 'cube_by_applicant' : 'cube'} AS reports WHERE ${whereSql(slice)} ${chosen}`,
  );
}

/**
 * Sums over several applicant columns. In a report whose columns are whole the sum is missing nowhere, so there it may be
 * taken column by column: from the cube, less what the other reports put into it, or from the stored rows. Only those
 * others are added up report by report. Counts of reports are carried as many times as there are columns.
 */
function addedSql(slice: MetricsSlice, metrics: Named[]): string {
  const { conditions, filters, by } = slice;
  const only = (condition: string): MetricsSlice => ({
    ...slice,
    conditions: { ...conditions, slice: whereSql(slice), basis: condition },
  });
  const [whole, others] = [only('reports.split_whole'), only('NOT reports.split_whole')];
  const isCubed = fitsCube(filters, by) && metrics.every(({ metric }) => isInApplicantCube(metric));
  const columns = metrics.flatMap(({ metric, name }) => (metric.denominator ? [name, `${name}_d`] : [name]));
  const counts = ['group_reports', ...metrics.map(({ name }) => `${name}_n`)];
  const times = (names: string[], factor: number): string =>
    names.map((name) => `${name} * ${factor} AS ${name}`).join(', ');
  const each = filters.applicant.length;
  const parts = [
    `SELECT * FROM (${isCubed ? cubeSql(slice, metrics, true) : storedSql(whole, metrics, true)})`,
    ...(isCubed
      ? [
          `SELECT * REPLACE (${times([...columns, ...counts], -1)}) FROM (${storedSql(others, metrics, true)})`,
        ]
      : []),
    `SELECT * REPLACE (${times(counts, each)}) FROM (${storedSql(others, metrics, false)})`,
  ];
  const values = metrics.flatMap(({ metric, name }) => [
    ...(metric.denominator ? [name, `${name}_d`] : [name]).map(
      (column) => `CASE WHEN sum(parts.${name}_n) > 0 THEN sum(parts.${column}) END AS ${column}`,
    ),
    `coalesce(sum(parts.${name}_n) / ${each}, 0)::DOUBLE AS ${name}_n`,
  ]);
  return groupedSql(
    keysOf(by).map(({ name }) => ({ name, sql: `parts.${name}` })),
    [`coalesce(sum(parts.group_reports) / ${each}, 0)::DOUBLE AS group_reports`, ...values],
    `FROM (${parts.join(' UNION ALL BY NAME ')}) AS parts`,
  );
}

/** Sums over applicant columns from the rows stored for them: in each report, or column by column. */
function storedSql(
  slice: MetricsSlice,
  metrics: Named[],
  isGrouped = slice.by.includes('applicant'),
): string {
  const keys = keysOf(slice.by);
  const asked = {
    keys: keys.filter((key) => key.dimension !== 'applicant'),
    metrics,
    condition: whereSql(slice),
    applicants: slice.filters.applicant,
    isGrouped,
  };
  const sums = applicantSumsSql(asked, slice.dialect);
  const values = metrics.flatMap(({ metric, name }) =>
    addedColumns(metric, name, `sums.${name}`, slice.dialect),
  );
  return groupedSql(
    keys.map(({ name, dimension }) => ({
      name,
      sql: dimension === 'applicant' ? 'sums.applicant' : `sums.${name}`,
    })),
    ['coalesce(sum(sums.reports), 0)::DOUBLE AS group_reports', ...values],
    `FROM (${sums}) AS sums`,
  );
}

function groupedSql(keys: { sql: string; name: string }[], values: string[], from: string): string {
  const selected = [...keys.map((key) => `${key.sql} AS ${key.name}`), ...values];
  const grouping = keys.length > 0 ? `GROUP BY ${keys.map((key) => key.sql).join(', ')}` : '';
  const order = keys.length > 0 ? `ORDER BY ${keys.map((key) => `${key.name} NULLS LAST`).join(', ')}` : '';
  return `SELECT ${selected.join(', ')} ${from} ${grouping} ${order}`;
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** What regions and agencies are called; other dimensions are words that the page translates. */
function withNames(sql: string, by: readonly Dimension[]): string {
  const names = by.map(nameJoin).filter((each) => each !== null);
  if (names.length === 0) return sql;
  return `SELECT ${['groups.*', ...names.map((each) => each.select)].join(', ')}
    FROM (${sql}) AS groups
    ${names.map((each) => each.join).join('\n')}
    ORDER BY ${by.map((_, i) => `k${i} NULLS LAST`).join(', ')}`;
}

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
