/**
 * Filters → SQL conditions over the table reports. Values are always bound; column names come from the code.
 * The basis is kept apart from the other conditions, so that an answer can say how many reports it leaves out.
 */
import { type ConditionSql } from '../../filters/filter';
import { FILTER_NAMES, filterOf, type Filters } from '../../filters';
import type { SqlValues } from '../../store/connect';
import { type Dialect, DUCKDB } from '../../store/engine/dialect';
import { basisCondition, type Grouping, regionColumn } from './basis-condition';
import { whereSql } from './condition-sql';

export type Conditions = {
  /** All filters but the basis; `true` when there is none. */
  slice: string;
  /** The basis; `true` when it leaves nothing out. */
  basis: string;
  values: SqlValues;
};

/** Conditions of a query grouped by `by`. Besides slice and basis nothing decides which reports a result rests on. */
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
  const sql: ConditionSql = {
    bind,
    oneOf: (column, options) => `${column} IN (${options.map(bind).join(', ')})`,
    ofAgency: (condition) => `reports.agency_no IN (SELECT agency_no FROM agencies WHERE ${condition})`,
    containsWord: dialect.containsWord,
    inRegion: (prefix) => `${regionColumn(prefix)} = ${bind(Number(prefix))}`,
    holds: (group) => whereSql(group, bind, dialect),
  };
  const slice = FILTER_NAMES.flatMap((name) => filterOf(name).conditions?.(filters[name], sql) ?? []);
  return { slice: slice.join(' AND ') || 'true', basis: basisCondition(filters, by, bind), values };
}
