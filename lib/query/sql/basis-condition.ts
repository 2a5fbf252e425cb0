/** Which reports may be added up without counting one thing twice, as a condition in SQL. */
import { type Filters, regionDepth } from '../../filters';
import type { Dimension } from '../metrics/dimensions';

/** What reports are grouped by: a dimension of queries, or the township, which only lists of choices count. */
export type Grouping = Dimension | 'township';

type Bind = (value: string | number) => string;

const REGION_COLUMNS = ['province', 'prefecture', 'county', 'township'] as const;

/** The column that holds the regions of a prefix's depth. */
export function regionColumn(prefix: string): string {
  return `reports.${REGION_COLUMNS[regionDepth(prefix) - 1]}`;
}

/**
 * Deduplicated basis: a report stays unless a consolidated report covers it at a region inside its group's own
 * region. With `level` among `by`, or one level filtered, only a report of its own level and region covers it. An
 * agency among `by`, or one agency filtered, is a group of its own in which nothing is counted twice.
 */
export function basisCondition(filters: Filters, by: readonly Grouping[], bind: Bind): string {
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
function groupDepth(filters: Filters, by: readonly Grouping[], bind: Bind): string {
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
function filterDepth(regions: readonly string[], bind: Bind): string {
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
