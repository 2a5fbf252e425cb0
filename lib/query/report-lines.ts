/** reports.csv: one row a report with every field of the form. */
import { type CsvColumn, lineSql, type SqlCell } from '../csv';
import type { Filters } from '../filters/values';
import { ALL_FIELDS, APPLICANT_COLUMNS, fieldLabel } from '../form';
import { type Bilingual, fieldUnit } from '../metrics';
import { columnOf } from '../store/columns';
import type { LinesQuestion } from '../store/stream';
import { conditionsOf } from './conditions';

type Column = SqlCell & Bilingual & { id: string; unit: Bilingual | null };

const column = (id: string, kind: SqlCell['kind'], sql: string, zh: string, en: string): Column => ({
  id,
  kind,
  sql,
  zh,
  en,
  unit: null,
});

/** Who, when, where: before the fields. */
const IDENTITY: readonly Column[] = [
  column('agency_id', 'text', 'agencies.agency_id', '机关编号', 'Agency id'),
  column('agency', 'text', 'sources.agency_name', '机关', 'Agency'),
  column('year', 'count', 'reports.year', '年份', 'Year'),
  column('published', 'word', 'reports.published', '发布日期', 'Published'),
  column('region_code', 'word', 'sources.region_code', '行政区划代码', 'Region code'),
  column('province', 'text', 'provinces.name', '省级', 'Province'),
  column('prefecture', 'text', 'prefectures.name', '地级', 'Prefecture'),
  column('county', 'text', 'counties.name', '县级', 'County'),
  column('township', 'text', 'townships.name', '乡级', 'Township'),
  column('level', 'word', 'reports.level', '层级', 'Level'),
  column('body', 'word', 'reports.body', '机关类型', 'Kind of body'),
  column('scope', 'word', 'reports.scope', '统计范围', 'Scope'),
  column('form', 'word', 'reports.form', '表三版本', 'Form version of table 3'),
  column('issues', 'count', 'reports.issues', '读取问题数', 'Reading issues'),
  column('findings', 'count', 'reports.findings', '内容疑点数', 'Findings'),
];

const FIELDS: readonly Column[] = ALL_FIELDS.map(({ id, table, row, column, kind }) => ({
  id,
  kind: kind.startsWith('amount') ? 'amount' : 'count',
  sql: table === 'requests' && column !== 'total' ? `of_${column}."${row}"` : `reports.${columnOf(id)}`,
  zh: fieldLabel(id, 'zh'),
  en: fieldLabel(id, 'en'),
  unit: fieldUnit(id),
}));

/** The name of a corpus as every row of a file bears it, so that invented figures never pass for real ones. */
export const corpusLabel = (filters: Filters): string =>
  filters.corpus === 'demo' ? 'demo: synthetic data 合成数据' : filters.corpus;

/** Which corpus a file is from, in every row of it. */
export const corpusColumn = (filters: Filters): Column =>
  column('corpus', 'text', `'${corpusLabel(filters)}'`, '数据集', 'Corpus');

/** Where a row is from: the last two columns. */
export const ORIGIN: readonly Column[] = [
  column('report_id', 'text', 'reports.report_id', '报告编号', 'Report id'),
  column('source_url', 'text', 'sources.url', '来源网址', 'Source address'),
];

/** Header and lines of a file. */
export type LinesFile = { columns: CsvColumn[]; question: LinesQuestion };

/** The columns and lines of reports.csv for a slice, in order of region, agency and year. */
export function reportLines(filters: Filters, language: keyof Bilingual): LinesFile {
  const columns = [...IDENTITY, ...FIELDS, corpusColumn(filters), ...ORIGIN];
  const conditions = conditionsOf(filters);
  const condition = `(${conditions.slice}) AND (${conditions.basis})`;
  const applicants = APPLICANT_COLUMNS.map(
    (applicant) => `LEFT JOIN (
        SELECT * FROM requests_by_applicant
        WHERE applicant = '${applicant}' AND report_no >= $first AND report_no < $next
      ) AS of_${applicant} ON of_${applicant}.report_no = reports.report_no`,
  );
  return {
    columns: columns.map((each) => ({
      id: each.id,
      label: each[language],
      unit: each.unit?.[language] ?? null,
    })),
    question: {
      reportsAtOnce: 16_384,
      reportsAPiece: 512,
      rowsSql: `SELECT report_no FROM reports WHERE ${condition}`,
      linesSql: `SELECT reports.report_no, 0 AS place, ${lineSql(columns)} AS line
        FROM reports
        JOIN sources ON sources.report_no = reports.report_no
        JOIN agencies ON agencies.agency_no = reports.agency_no
        LEFT JOIN regions AS provinces ON provinces.code = reports.province
        LEFT JOIN regions AS prefectures ON prefectures.code = reports.prefecture
        LEFT JOIN regions AS counties ON counties.code = reports.county
        LEFT JOIN regions AS townships ON townships.code = reports.township
        ${applicants.join('\n')}
        WHERE reports.report_no >= $first AND reports.report_no < $next AND ${condition}`,
      values: conditions.values,
    },
  };
}
