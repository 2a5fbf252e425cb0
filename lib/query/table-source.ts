/** A table of a slice as SQL, before it is written in any format. */
import type { Filters } from '../filters/values';
import type { SqlValues } from '../store/connect';
import type { ReportColumn } from './report-columns';

export type TableSource = {
  /** Begins the name of its files. */
  name: 'reports' | 'cells';
  filters: Filters;
  columns: ReportColumn[];
  /** SQL of `report_no` and of the order within a report, and where they and the columns come from. */
  number: string;
  place: string;
  /** FROM and joins of the reports from $first to before $next; `whole` the same over the whole corpus. */
  from: (range: 'piece' | 'whole') => string;
  /** `report_no` and nothing else, one row a line. */
  rowsSql: string;
  /** Reports read at once, and of those the ones whose lines are joined into one piece. */
  reportsAtOnce: number;
  reportsAPiece: number;
  values: SqlValues;
};

/** SQL that keeps the reports of one piece. */
export const inPiece = (table: string, range: 'piece' | 'whole'): string =>
  range === 'whole' ? 'true' : `${table}.report_no >= $first AND ${table}.report_no < $next`;
