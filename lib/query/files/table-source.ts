/** A table of a slice as SQL, before it is written in any format. */
import type { Filters } from '../../filters';
import type { SqlValues } from '../../store/connect';
import type { ReportColumn } from '../reports/column-sql';

export type TableSource = {
  /** Begins the name of its files. */
  name: 'reports' | 'cells';
  filters: Filters;
  columns: ReportColumn[];
  /** SQL of `report_no` and of the order within a report, and where they and the columns come from. */
  number: string;
  place: string;
  /** FROM and joins of the reports in a range. */
  from: (range: Range) => string;
  /** Reports in an order of their own: what `ranked` holds, and the keys after ORDER BY. Null for the corpus's order. */
  ranked: { sql: string; orderSql: string } | null;
  /** `report_no` and nothing else, one row a line. */
  rowsSql: string;
  /** Reports read at once, and of those the ones whose lines are joined into one piece. */
  reportsAtOnce: number;
  reportsAPiece: number;
  values: SqlValues;
};

/**
 * Reports from number $first to before $next; those from place $first to before $next in the table `ranked`
 * (`report_no`, `position`); or all of the corpus.
 */
export type Range = 'piece' | 'ranked' | 'whole';

const RANGE_SQL: Record<Range, (table: string) => string> = {
  piece: (table) => `${table}.report_no >= $first AND ${table}.report_no < $next`,
  ranked: (table) =>
    `${table}.report_no IN (SELECT report_no FROM ranked WHERE position >= $first AND position < $next)`,
  whole: () => 'true',
};

/** SQL that keeps the reports of a range. */
export const inRange = (table: string, range: Range): string => RANGE_SQL[range](table);
