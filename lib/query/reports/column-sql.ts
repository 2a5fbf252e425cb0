/** The columns of a table of reports (lib/filters/columns) in SQL: values, order, and the joins they need. */
import { FilterError } from '../../errors';
import { type ColumnKind, type ListColumn, listColumn, type Sort } from '../../filters/columns';
import { fieldById } from '../../form/index';
import { type Bilingual, type Metric, metricById } from '../../metrics/registry';
import { columnOf } from '../../store/sql/columns';
import type { SortKey } from '../sql/cursor';
import { reportPartsSql, reportValueSql } from '../../store/sql/metric-sql';
import { REPORT_ID_SQL } from '../../store/sql/report-id';

/** A column as it leaves the house. */
export type ReportColumn = Bilingual & { id: string; kind: ColumnKind; unit: Bilingual | null; sql: string };

const NAMED_SQL: Readonly<Record<string, string>> = {
  agency_id: 'agencies.agency_id',
  agency: 'sources.agency_name',
  published: 'reports.published::VARCHAR',
  region_code: 'sources.region_code',
  province: 'provinces.name',
  prefecture: 'prefectures.name',
  county: 'counties.name',
  township: 'townships.name',
  report_id: REPORT_ID_SQL,
  source_url: 'sources.url',
};

/**
 * The columns with these ids in their order. A rate brings its numerator and denominator along. Throws FilterError for
 * an id that is no column.
 */
export function reportColumns(ids: readonly string[]): ReportColumn[] {
  return ids.flatMap((id) => {
    const column = listColumn(id);
    if (!column) throw new FilterError('columns', id, 'ids of columns, fields or metrics');
    if (column.group !== 'metric') return [{ ...bare(column), sql: cellSql(id) }];
    const metric = metricById(id) as Metric;
    return [{ ...bare(column), sql: reportValueSql(metric) }, ...partsOf(column, metric)];
  });
}

const bare = ({ id, zh, en, kind, unit }: ListColumn): Omit<ReportColumn, 'sql'> => ({
  id,
  zh,
  en,
  kind,
  unit,
});

const PARTS = { numerator: { zh: '分子', en: 'numerator' }, denominator: { zh: '分母', en: 'denominator' } };

function partsOf({ id, zh, en }: ListColumn, metric: Metric): ReportColumn[] {
  const sides = reportPartsSql(metric);
  if (sides.denominator === null) return [];
  return (['numerator', 'denominator'] as const).map((part) => ({
    id: `${id}_${part}`,
    zh: `${zh} · ${PARTS[part].zh}`,
    en: `${en} · ${PARTS[part].en}`,
    kind: 'count',
    unit: null,
    sql: sides[part] ?? 'NULL',
  }));
}

function cellSql(id: string): string {
  const field = fieldById(id);
  if (!field) return NAMED_SQL[id] ?? `reports.${id}`;
  if (field.table === 'requests' && field.column !== 'total') return `of_${field.column}."${field.row}"`;
  return `reports.${columnOf(id)}`;
}

/** Joins for the columns, over reports; `among` limits the rows of the applicant columns that are read. */
export function columnJoins(columns: readonly ReportColumn[], among: string): string {
  const applicants = columns.flatMap(({ id }) => {
    const field = fieldById(id);
    return field?.table === 'requests' && field.column !== 'total' ? [field.column] : [];
  });
  const isNamed = (alias: string): boolean => columns.some(({ sql }) => sql.includes(`${alias}.`));
  return `
    ${isNamed('sources') ? 'JOIN sources ON sources.report_no = reports.report_no' : ''}
    JOIN agencies ON agencies.agency_no = reports.agency_no
    ${REGION_ALIASES.filter(({ alias }) => isNamed(alias))
      .map(({ alias, column }) => `LEFT JOIN regions AS ${alias} ON ${alias}.code = reports.${column}`)
      .join('\n')}
    ${[...new Set(applicants)].map((applicant) => applicantJoin(applicant, among)).join('\n')}`;
}

const REGION_ALIASES = [
  { alias: 'provinces', column: 'province' },
  { alias: 'prefectures', column: 'prefecture' },
  { alias: 'counties', column: 'county' },
  { alias: 'townships', column: 'township' },
];

const applicantJoin = (applicant: string, among: string): string => `LEFT JOIN (
      SELECT * FROM requests WHERE applicant = '${applicant}'::applicant AND ${among}
    ) AS of_${applicant} ON of_${applicant}.report_no = reports.report_no`;

const SORT_SQL: Readonly<Record<string, string>> = {
  region: 'reports.report_no',
  agency: '(SELECT name FROM agencies WHERE agencies.agency_no = reports.agency_no)',
  litigations: `reports.proceedings_litigation_direct_total::DOUBLE
    + reports.proceedings_litigation_after_reconsideration_total`,
  published: `(reports.published - DATE '1970-01-01')`,
  province: 'reports.province',
  prefecture: 'reports.prefecture',
  county: 'reports.county',
  township: 'reports.township',
};
const ENUMS = ['level', 'body', 'scope', 'form'];

/** The keys of an order, ended by the position in the corpus so that every row has its place. */
export function sortKeys(sorts: readonly Sort[]): SortKey[] {
  const keys = sorts.map(({ by, descending }) => ({
    sql: sortSql(by),
    descending,
    isText: by === 'agency',
  }));
  return [...keys, { sql: 'reports.report_no', descending: false, isText: false }];
}

function sortSql(by: string): string {
  const known = SORT_SQL[by];
  if (known) return known;
  if (ENUMS.includes(by)) return `enum_code(reports.${by})`;
  const field = fieldById(by);
  if (field?.table === 'requests' && field.column !== 'total')
    return `(SELECT "${field.row}" FROM requests AS split
      WHERE split.report_no = reports.report_no AND split.applicant = '${field.column}'::applicant)`;
  if (field) return `reports.${columnOf(by)}`;
  const column = listColumn(by);
  if (!column?.sortable)
    throw new FilterError('sort', by, 'names of columns, - before a name for descending');
  return column.group === 'metric' ? reportValueSql(metricById(by) as Metric) : `reports.${by}`;
}
