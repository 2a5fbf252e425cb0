/** cells.csv: the long form, one row a cell with its raw text, state and place. */
import { lineSql } from '../csv';
import type { Filters } from '../filters/values';
import { ALL_FIELDS, fieldLabel } from '../form';
import { type Bilingual, fieldUnit } from '../metrics';
import { conditionsOf } from './conditions';
import { reportColumns } from './report-columns';
import { corpusColumn, csvCell, type LinesFile } from './report-lines';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Label and unit of every field as a relation `named`. */
function namedFields(language: keyof Bilingual): string {
  const rows = ALL_FIELDS.map(
    ({ id }) => `(${quote(id)}, ${quote(fieldLabel(id, language))}, ${quote(fieldUnit(id)[language])})`,
  );
  return `(VALUES ${rows.join(', ')}) AS named(field, label, unit)`;
}

/** The columns and lines of cells.csv for a slice, in order of report and form. */
export function cellLines(filters: Filters, language: keyof Bilingual): LinesFile {
  const columns = [
    { id: 'agency', kind: 'text', sql: 'sources.agency_name', zh: '机关', en: 'Agency' },
    { id: 'year', kind: 'count', sql: 'reports.year', zh: '年份', en: 'Year' },
    { id: 'region_code', kind: 'word', sql: 'sources.region_code', zh: '行政区划代码', en: 'Region code' },
    { id: 'field', kind: 'word', sql: 'cells.field', zh: '字段', en: 'Field' },
    { id: 'label', kind: 'text', sql: 'named.label', zh: '字段名', en: 'Label' },
    { id: 'value', kind: 'amount', sql: 'cells.value', zh: '数值', en: 'Value' },
    { id: 'unit', kind: 'text', sql: 'named.unit', zh: '单位', en: 'Unit' },
    { id: 'state', kind: 'word', sql: 'cells.state', zh: '单元格状态', en: 'State' },
    { id: 'raw', kind: 'text', sql: 'cells.raw', zh: '原文', en: 'Printed text' },
    { id: 'note', kind: 'text', sql: 'cells.note', zh: '附注', en: 'Note' },
    { id: 'place', kind: 'text', sql: 'cells.place', zh: '原文位置', en: 'Place in the source' },
    { ...corpusColumn(filters), ...csvCell(corpusColumn(filters)) },
    ...reportColumns(['report_id', 'source_url']).map((each) => ({ ...each, ...csvCell(each) })),
  ] as const;
  const conditions = conditionsOf(filters);
  const condition = `(${conditions.slice}) AND (${conditions.basis})`;
  return {
    columns: columns.map((each) => ({ id: each.id, label: each[language], unit: null })),
    question: {
      reportsAtOnce: 128,
      reportsAPiece: 8,
      rowsSql: `SELECT cells.report_no FROM cells
        WHERE cells.report_no IN (SELECT report_no FROM reports WHERE ${condition})`,
      linesSql: `SELECT cells.report_no, cells.field AS place, ${lineSql(columns)} AS line
        FROM (SELECT * FROM cells WHERE report_no >= $first AND report_no < $next) AS cells
        JOIN reports ON reports.report_no = cells.report_no
        JOIN sources ON sources.report_no = cells.report_no
        JOIN ${namedFields(language)} ON named.field = cells.field::VARCHAR
        WHERE reports.report_no >= $first AND reports.report_no < $next AND ${condition}`,
      values: conditions.values,
    },
  };
}
