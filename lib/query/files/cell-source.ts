/** The long form: one row a cell with its raw text, state and place. */
import type { Filters } from '../../filters';
import { ALL_FIELDS, fieldLabel } from '../../form/index';
import { type Bilingual, fieldUnit } from '../../metrics/registry';
import { conditionsOf } from '../sql/slice-conditions';
import { type ReportColumn, reportColumns } from '../reports/column-sql';
import { corpusColumn } from './report-source';
import { inRange, type TableSource } from './table-source';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Label and unit of every field as a relation `named`. */
function namedFields(language: keyof Bilingual): string {
  const rows = ALL_FIELDS.map(
    ({ id }) => `(${quote(id)}, ${quote(fieldLabel(id, language))}, ${quote(fieldUnit(id)[language])})`,
  );
  return `(VALUES ${rows.join(', ')}) AS named(field, label, unit)`;
}

const column = (
  id: string,
  kind: ReportColumn['kind'],
  sql: string,
  zh: string,
  en: string,
): ReportColumn => ({ id, kind, sql, zh, en, unit: null });

/** One row a printed cell of the reports of a slice, in order of report and form. */
export function cellSource(filters: Filters, language: keyof Bilingual): TableSource {
  const conditions = conditionsOf(filters);
  const condition = `(${conditions.slice}) AND (${conditions.basis})`;
  return {
    name: 'cells',
    filters,
    columns: [
      column('agency', 'text', 'sources.agency_name', '机关', 'Agency'),
      column('year', 'count', 'reports.year', '年份', 'Year'),
      column('region_code', 'word', 'sources.region_code', '行政区划代码', 'Region code'),
      column('field', 'word', 'cells.field::VARCHAR', '字段', 'Field'),
      column('label', 'text', 'named.label', '字段名', 'Label'),
      column('value', 'amount', 'cells.value', '数值', 'Value'),
      column('unit', 'text', 'named.unit', '单位', 'Unit'),
      column('state', 'word', 'cells.state::VARCHAR', '单元格状态', 'State'),
      column('raw', 'text', 'cells.raw', '原文', 'Printed text'),
      column('note', 'text', 'cells.note', '附注', 'Note'),
      column('place', 'text', 'cells.place', '原文位置', 'Place in the source'),
      corpusColumn(filters),
      ...reportColumns(['report_id', 'source_url']),
    ],
    number: 'cells.report_no',
    place: 'cells.field',
    from: (range) => `(SELECT * FROM cells WHERE ${inRange('cells', range)}) AS cells
      JOIN reports ON reports.report_no = cells.report_no
      JOIN sources ON sources.report_no = cells.report_no
      JOIN agencies ON agencies.agency_no = reports.agency_no
      JOIN ${namedFields(language)} ON named.field = cells.field::VARCHAR
      WHERE ${inRange('reports', range)} AND ${condition}`,
    ranked: null,
    rowsSql: `SELECT cells.report_no FROM cells
      WHERE cells.report_no IN (SELECT report_no FROM reports WHERE ${condition})`,
    reportsAtOnce: 128,
    reportsAPiece: 8,
    values: conditions.values,
  };
}
