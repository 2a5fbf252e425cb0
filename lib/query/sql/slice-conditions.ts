/**
 * Filters → SQL conditions over the table reports. Values are always bound; column names come from the code.
 * The basis is kept apart from the other conditions, so that an answer can say how many reports it leaves out.
 */
import { type Filters, regionDepth } from '../../filters/values';
import type { SqlValues } from '../../store/connect';
import { type Dialect, DUCKDB } from '../../store/engine/dialect';
import { whereSql } from './condition-sql';
import type { Dimension } from '../metrics/dimensions';

export type Conditions = {
  /** All filters but the basis; `true` when there is none. */
  slice: string;
  /** The basis; `true` when it leaves nothing out. */
  basis: string;
  values: SqlValues;
};

/** What reports are grouped by: a dimension of queries, or the township, which only lists of choices count. */
type Grouping = Dimension | 'township';

/**
 * Conditions of a query grouped by `by`. Besides slice and basis nothing decides which reports an answer rests on.
 *
 * Deduplicated basis: a report stays unless a consolidated report covers it at a region inside its group's own
 * region. With `level` among `by`, or one level filtered, only a report of its own level and region covers it. An
 * agency among `by`, or one agency filtered, is a group of its own in which nothing is counted twice.
 */
export function conditionsOf(
  filters: Filters,
  by: readonly Grouping[] = [],
  dialect: Dialect = DUCKDB,
): Conditions {
  const values: SqlValues = {};
  const bind = (value: string | number): string => {
    const name = `v${Object.keys(values).length}`;
    values[name] = value;
    return `$${name}`;
  };
  const oneOf = (column: string, options: readonly string[]): string | null =>
    options.length === 0 ? null : `${column} IN (${options.map(bind).join(', ')})`;

  const slice = [
    filters.from === null ? null : `reports.year >= ${bind(filters.from)}`,
    filters.to === null ? null : `reports.year <= ${bind(filters.to)}`,
    filters.region.length === 0
      ? null
      : `(${filters.region.map((prefix) => `${regionColumn(prefix)} = ${bind(Number(prefix))}`).join(' OR ')})`,
    oneOf('reports.level', filters.level),
    oneOf('reports.body', filters.body),
    oneOf('reports.form', filters.form),
    within(oneOf('agencies.agency_id', filters.agency)),
    within(
      words(filters.q)
        .map((word) => dialect.containsWord('agencies.names', bind(word)))
        .join(' AND '),
    ),
    filters.findings === 'clean' ? 'reports.findings = 0' : null,
    ...filters.where.map((group) => whereSql(group, bind, dialect)),
  ].filter((condition) => condition !== null);
  return { slice: slice.join(' AND ') || 'true', basis: basisCondition(filters, by, bind), values };
}

const REGION_COLUMNS = ['province', 'prefecture', 'county', 'township'] as const;

/** The column that holds the regions of a prefix's depth. */
export function regionColumn(prefix: string): string {
  return `reports.${REGION_COLUMNS[regionDepth(prefix) - 1]}`;
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const within = (condition: string | null): string | null =>
  condition ? `reports.agency_no IN (SELECT agency_no FROM agencies WHERE ${condition})` : null;

function basisCondition(
  filters: Filters,
  by: readonly Grouping[],
  bind: (value: string | number) => string,
): string {
  if (filters.basis === 'all') return 'true';
  if (filters.basis !== 'deduplicated') return `reports.scope = ${bind(filters.basis)}`;
  if (by.includes('agency') || filters.agency.length === 1) return 'true';
  if (by.includes('level') || filters.level.length === 1)
    return 'reports.in_totals AND NOT reports.covered_in_level';
  return `reports.in_totals AND reports.covered_at < ${groupDepth(filters, by, bind)}`;
}

/**
 * SQL for how deep the region of a report's group lies: that of the filter, or the deepest region dimension that the
 * report has a value for. A report whose region ends above a dimension falls into that dimension's empty group, and so
 * does a township that lies in no county.
 */
function groupDepth(
  filters: Filters,
  by: readonly Grouping[],
  bind: (value: string | number) => string,
): string {
  const filtered = filterDepth(filters.region, bind);
  const grouped = (['township', 'county', 'prefecture', 'province'] as const)
    .filter((dimension) => by.includes(dimension))
    .map((dimension) => {
      const depth = REGION_COLUMNS.indexOf(dimension) + 1;
      return `WHEN reports.${dimension} IS NOT NULL THEN ${depth}`;
    });
  return grouped.length === 0 ? filtered : `greatest(${filtered}, CASE ${grouped.join(' ')} ELSE 0 END)`;
}

/** SQL for the depth of the filtered region that a report lies in; of nested ones the outermost counts. */
function filterDepth(regions: readonly string[], bind: (value: string | number) => string): string {
  const outermost = regions.filter(
    (prefix) => !regions.some((other) => other !== prefix && prefix.startsWith(other)),
  );
  const depths = [...new Set(outermost.map(regionDepth))];
  if (depths.length <= 1) return String(depths[0] ?? 0);
  const cases = outermost.map(
    (prefix) => `WHEN ${regionColumn(prefix)} = ${bind(Number(prefix))} THEN ${regionDepth(prefix)}`,
  );
  return `CASE ${cases.join(' ')} END`;
}
