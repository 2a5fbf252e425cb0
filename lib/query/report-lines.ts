/** reports.csv: one row a report with every field of the form. */
import { type CsvColumn, lineSql, type SqlCell } from '../csv';
import { WIDE_COLUMNS } from '../filters/columns';
import type { Filters } from '../filters/values';
import type { Bilingual } from '../metrics';
import type { LinesQuestion } from '../store/stream';
import { conditionsOf } from './conditions';
import { columnJoins, type ReportColumn, reportColumns } from './report-columns';

/** The name of a corpus as every row of a file bears it, so that invented figures never pass for real ones. */
export const corpusLabel = (filters: Filters): string =>
  filters.corpus === 'demo' ? 'demo: synthetic data 合成数据' : filters.corpus;

/** Which corpus a file is from, in every row of it. */
export const corpusColumn = (filters: Filters): ReportColumn => ({
  id: 'corpus',
  kind: 'text',
  sql: `'${corpusLabel(filters)}'`,
  zh: '数据集',
  en: 'Corpus',
  unit: null,
});

/** Header and lines of a file. */
export type LinesFile = { columns: CsvColumn[]; question: LinesQuestion };

/** Where a row is from: the last columns of a file. */
const ORIGIN: readonly string[] = ['report_id', 'source_url'];

/** Columns of a file: those chosen, else all; every row says which corpus and which report it is. */
export function fileColumns(filters: Filters, chosen: readonly string[]): ReportColumn[] {
  const ids = chosen.length > 0 ? chosen : WIDE_COLUMNS;
  const ends = ids.filter((id) => ORIGIN.includes(id));
  return [
    ...reportColumns(ids.filter((id) => !ends.includes(id))),
    corpusColumn(filters),
    ...reportColumns([...new Set(['report_id', ...ends])]),
  ];
}

/** The columns and lines of reports.csv for a slice, in order of region, agency and year. */
export function reportLines(
  filters: Filters,
  language: keyof Bilingual,
  chosen: readonly string[] = [],
): LinesFile {
  const columns = fileColumns(filters, chosen);
  const conditions = conditionsOf(filters);
  const condition = `(${conditions.slice}) AND (${conditions.basis})`;
  return {
    columns: columns.map((each) => headOf(each, language)),
    question: {
      reportsAtOnce: 16_384,
      reportsAPiece: 512,
      rowsSql: `SELECT report_no FROM reports WHERE ${condition}`,
      linesSql: `SELECT reports.report_no, 0 AS place, ${lineSql(columns.map(csvCell))} AS line
        FROM reports ${columnJoins(columns, 'report_no >= $first AND report_no < $next')}
        WHERE reports.report_no >= $first AND reports.report_no < $next AND ${condition}`,
      values: conditions.values,
    },
  };
}

/** What a header says of a column. */
export const headOf = ({ id, unit, ...label }: ReportColumn, language: keyof Bilingual): CsvColumn => ({
  id,
  label: label[language],
  unit: unit?.[language] ?? null,
});

/** A ratio is written as any number with decimals is. */
export const csvCell = ({ kind, sql }: ReportColumn): SqlCell => ({
  kind: kind === 'rate' ? 'amount' : kind,
  sql,
});
