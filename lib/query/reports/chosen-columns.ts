/** A table of reports with the columns, conditions and order of one's choice, a page at a time. */
import { z } from 'zod';
import type { Sort } from '../../filters/columns';
import type { Filters } from '../../filters';
import { CELL_STATES, type CellState, fieldById } from '../../form/index';
import { type Database, withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import type { Meta } from '../meta';
import type { PageMeta, PageQuery } from '../sql/page';
import { amongSql, inOrder, selectPageOfReports } from './page-of-reports';
import { columnJoins, type ReportColumn, reportColumns } from './column-sql';

export type ReportTableQuery = PageQuery & {
  /** Column ids (lib/filters/columns), in order. */
  columns: readonly string[];
  sorts?: readonly Sort[];
};

/** `values` by column id; `states` says of every cell without a number why, when the form has it. */
export type ReportTableRow = {
  values: Record<string, string | number | null>;
  states: Record<string, CellState>;
};

export type ReportTable = { columns: ReportColumn[]; rows: ReportTableRow[]; meta: Meta & PageMeta };

const tableRow = z.object({ report_no: z.number() }).catchall(z.union([z.string(), z.number()]).nullable());
const stateRow = z.object({ report_no: z.number(), field: z.string(), state: z.enum(CELL_STATES) });

/**
 * The page and its columns. `report_id` is always the last column when it was not chosen, so that every row leads to
 * its report. Throws FilterError for a column, sort or cursor that is none.
 */
export async function selectReportTable(
  corpus: Corpus,
  filters: Filters,
  question: ReportTableQuery,
): Promise<ReportTable> {
  const columns = reportColumns([...new Set([...question.columns, 'report_id'])]);
  return withDatabase(corpus, 'reports', async (database) => {
    const { numbers, meta } = await selectPageOfReports(database, corpus, filters, question);
    const selected = columns.map(
      ({ kind, sql }, i) => `${isNumber(kind) ? `(${sql})::DOUBLE` : `(${sql})::VARCHAR`} AS c${i}`,
    );
    const found = await database.rows(
      tableRow,
      `SELECT reports.report_no, ${selected.join(', ')}
       FROM reports ${columnJoins(columns, amongSql('requests', numbers))}
       WHERE ${amongSql('reports', numbers)}`,
    );
    const states = await selectStates(database, columns, numbers);
    const rows = inOrder(found, numbers).map((row) => ({
      values: Object.fromEntries(columns.map(({ id }, i) => [id, row[`c${i}`] ?? null])),
      states: states.get(row.report_no) ?? {},
    }));
    return { columns, rows, meta };
  });
}

const isNumber = (kind: ReportColumn['kind']): boolean => kind !== 'text' && kind !== 'word';

async function selectStates(
  database: Database,
  columns: readonly ReportColumn[],
  numbers: readonly number[],
): Promise<Map<number, Record<string, CellState>>> {
  const fields = columns.filter(({ id }) => fieldById(id)).map(({ id }) => `'${id}'`);
  const states = new Map<number, Record<string, CellState>>();
  if (fields.length === 0 || numbers.length === 0) return states;
  const rows = await database.rows(
    stateRow,
    `SELECT report_no, field, state FROM cells
     WHERE ${amongSql('cells', numbers)} AND field IN (${fields.join(', ')}) AND state <> 'number'`,
  );
  for (const { report_no, field, state } of rows)
    states.set(report_no, { ...states.get(report_no), [field]: state });
  return states;
}
