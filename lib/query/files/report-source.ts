/** The wide form: one row a report with every field of the form, or the columns chosen. */
import type { CsvColumn } from '../../csv';
import { serializeSorts, type Sort, WIDE_COLUMNS } from '../../filters/columns';
import type { Filters } from '../../filters';
import type { Bilingual } from '../../metrics/registry';
import { conditionsOf } from '../sql/slice-conditions';
import { orderSql } from '../sql/cursor';
import { columnJoins, type ReportColumn, reportColumns, sortKeys } from '../reports/column-sql';
import { inRange, type TableSource } from './table-source';

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

/** Where a row is from: the last columns of a file. */
const ORIGIN: readonly string[] = ['report_id', 'source_url'];

/** Columns of a file: those chosen, else all; every row says which corpus and which report it is. */
function fileColumns(filters: Filters, chosen: readonly string[]): ReportColumn[] {
  const ids = chosen.length > 0 ? chosen : WIDE_COLUMNS;
  const ends = ids.filter((id) => ORIGIN.includes(id));
  return [
    ...reportColumns(ids.filter((id) => !ends.includes(id))),
    corpusColumn(filters),
    ...reportColumns([...new Set(['report_id', ...ends])]),
  ];
}

/** Of an order of its own, reports are read in larger pieces: each is a search through the whole corpus. */
const RANKED_AT_ONCE = 65_536;

/** One row a report of a slice, in the order asked; without one in order of region, agency and year. */
export function reportSource(
  filters: Filters,
  chosen: readonly string[] = [],
  sorts: readonly Sort[] = [],
): TableSource {
  const columns = fileColumns(filters, chosen);
  const conditions = conditionsOf(filters);
  const condition = `(${conditions.slice}) AND (${conditions.basis})`;
  const isRanked = !['', 'region'].includes(serializeSorts(sorts));
  const order = orderSql(sortKeys(sorts));
  return {
    name: 'reports',
    filters,
    columns,
    number: isRanked ? 'ranked.position' : 'reports.report_no',
    place: '0::INTEGER',
    from: (
      range,
    ) => `reports ${range === 'ranked' ? 'JOIN ranked ON ranked.report_no = reports.report_no' : ''}
      ${columnJoins(columns, inRange('requests', range))}
      WHERE ${inRange('reports', range)} AND ${condition}`,
    ranked: isRanked
      ? {
          sql: `SELECT report_no, (row_number() OVER (ORDER BY ${order}) - 1)::INTEGER AS position
            FROM reports WHERE ${condition}`,
          orderSql: order,
        }
      : null,
    rowsSql: `SELECT report_no FROM reports WHERE ${condition}`,
    reportsAtOnce: isRanked ? RANKED_AT_ONCE : 16_384,
    reportsAPiece: 512,
    values: conditions.values,
  };
}

/** What a header says of a column. */
export const headOf = (
  { id, unit, ...label }: Bilingual & { id: string; unit: Bilingual | null },
  language: keyof Bilingual,
): CsvColumn => ({ id, label: label[language], unit: unit?.[language] ?? null });
