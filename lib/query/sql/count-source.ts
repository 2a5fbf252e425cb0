/**
 * Where a query reads from. The cubes hold every metric for years, provinces, levels, bodies and forms; what
 * asks for less than a province, for single agencies, names or conditions on values goes to the reports themselves.
 * Both give the same result (test/query): the cubes bear the names of reports, so the same conditions fit them.
 */
import { FILTER_NAMES, filterOf, type Filters, isDefault } from '../../filters';
import { type Dialect, DUCKDB } from '../../store/engine/dialect';
import { REPORT_COUNTS, type ReportCount } from '../../store/sql/cubes';
import type { Dimension } from '../metrics/dimensions';

const CUBE_DIMENSIONS: readonly Dimension[] = ['year', 'province', 'level', 'body', 'form', 'applicant'];

/** Whether the cubes can tell the groups of this query apart. */
export function fitsCube(filters: Filters, by: readonly Dimension[] = []): boolean {
  return (
    by.every((dimension) => CUBE_DIMENSIONS.includes(dimension)) &&
    FILTER_NAMES.every((name) => filterOf(name).inCubes?.(filters[name]) ?? isDefault(filters, name))
  );
}

/** A relation named `reports`, and how reports are counted in it. */
export type CountSource = {
  from: string;
  /** SQL of the number of reports, as DOUBLE: 0 where there is none. */
  count: (what?: ReportCount, condition?: string) => string;
};

/** The smallest relation that can count the reports of this query. */
export function countSource(
  filters: Filters,
  by: readonly Dimension[] = [],
  dialect: Dialect = DUCKDB,
): CountSource {
  if (dialect.hasCubes && fitsCube(filters, by))
    return {
      from: 'cube AS reports',
      count: (what = 'reports', condition = 'true') =>
        `coalesce(sum(reports.${what}) FILTER (WHERE ${condition}), 0)::DOUBLE`,
    };
  return {
    from: 'reports',
    count: (what = 'reports', condition = 'true') =>
      `(count(*) FILTER (WHERE (${condition}) AND ${REPORT_COUNTS[what]}))::DOUBLE`,
  };
}
