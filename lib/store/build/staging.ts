/**
 * A report as rows of the staging tables that load.sql reads. What comes in is a checked record; what goes out holds
 * exactly its values. Refused, by RecordError: a field the form does not have, a count that is no whole number.
 */
import {
  ALL_FIELDS,
  APPLICANT_COLUMNS,
  CELL_STATES,
  byForm,
  type Field,
  type FormVersion,
  REQUEST_ROWS,
  requestRows,
} from '../../form/index';
import type { Cell } from '../../figures';
import type { ReportRecord } from '../../record';
import { REPORT_FIELDS } from '../sql/columns';
import { placeJson } from './place-json';
import { RecordError } from './record-error';
import { testableBits } from '../../audit/testable';
import { regionDepth, regionPrefix } from '../../filters';

export type StagedValue = string | number | null;
type Head = ValuedReport['head'];

/** A report whose cells are not kept: everything else of its record, and the values of ALL_FIELDS in order. */
export type ValuedReport = {
  head: Omit<ReportRecord, 'requests' | 'proceedings' | 'disclosure' | 'cells'>;
  values: readonly (number | null)[];
};

/** Rows of one report, by staging table. `seq` numbers the report. */
export function stageReport(
  report: ReportRecord | ValuedReport,
  seq: number,
): Record<string, StagedValue[][]> {
  if ('head' in report) return { ...stageValues(report, withTables(report), seq), cells: [] };
  checkFields(report);
  const values = ALL_FIELDS.map((field) => valueAt(report, field));
  return {
    ...stageValues({ head: report, values }, report, seq),
    cells: Object.entries(report.cells).map(([id, cell]) => cellRow(values, seq, id, cell)),
  };
}

function stageValues(
  { head: record, values }: ValuedReport,
  whole: ReportRecord,
  seq: number,
): Record<string, StagedValue[][]> {
  checkNumbers(values);
  return {
    reports: [reportRow(record, values, testableBits(whole), seq)],
    requests: applicantRows(record.forms.requests, values, seq),
    issues: record.issues.map((issue, position) => [
      seq,
      position,
      issue.code,
      issue.severity,
      issue.actual,
      issue.expected,
      placeJson(issue.at),
      JSON.stringify(issue.fields),
    ]),
    findings: record.findings.map((finding, position) => [
      seq,
      position,
      finding.rule,
      finding.severity,
      JSON.stringify(finding.fields),
      finding.left_fields,
      ...sides(finding.left),
      ...sides(finding.right),
      finding.difference,
    ]),
    narrative: record.narrative.map((count, position) => [
      seq,
      position,
      count.field,
      count.value,
      placeJson(count.at),
      count.quote ?? null,
    ]),
    extra_rows: record.extra_rows.map((row, position) => [
      seq,
      position,
      row.block,
      row.label,
      JSON.stringify(row.values),
      JSON.stringify(row.cells),
    ]),
  };
}

/**
 * The id of the agency that made a report: the report's id without its year. No comma in it, since URLs list ids with
 * commas.
 */
function agencyId(record: Head): string {
  return record.id.replace(/-[^-]*$/, '').replaceAll(',', '，');
}

function reportRow(
  record: Head,
  values: readonly (number | null)[],
  tested: number,
  seq: number,
): StagedValue[] {
  const { agency, region, source } = record;
  const code = regionCodes(record);
  return [
    seq,
    record.id,
    agencyId(record),
    agency.name,
    record.year,
    record.published,
    region.level,
    agency.body,
    agency.scope,
    record.forms.requests,
    code.depth,
    code.province,
    code.prefecture,
    code.county,
    code.township,
    record.issues.length,
    record.issues.filter((issue) => issue.severity !== 'info').length,
    record.findings.length,
    hasNumber(values, 'requests'),
    hasNumber(values, 'proceedings'),
    hasNumber(values, 'disclosure'),
    isSplitWhole(record.forms.requests, values),
    tested,
    record.title,
    source.path,
    source.url,
    source.sha256,
    source.bytes,
    source.format,
    source.encoding,
    record.also_at ? JSON.stringify(record.also_at) : null,
    agency.as_written,
    JSON.stringify(agency.scope_evidence),
    region.code,
    region.province,
    region.prefecture,
    region.county,
    region.township,
    JSON.stringify(region.evidence),
    JSON.stringify(record.year_evidence),
    record.period?.start ?? null,
    record.period?.end ?? null,
    JSON.stringify(record.forms.disclosure),
    ...REPORT_POSITIONS.map((position) => values[position] ?? null),
  ];
}

/**
 * The rows of requests_by_applicant: those that are all zero are left out, unless the report has no form of table 3 or
 * prints a number in a row that its form does not have; then what is missing could not be told from what is zero.
 */
function applicantRows(
  form: FormVersion | null,
  values: readonly (number | null)[],
  seq: number,
): StagedValue[][] {
  const rows = APPLICANT_POSITIONS.map(({ applicant, positions }) => ({
    applicant,
    values: positions.map((position) => values[position] ?? null),
  }));
  const zeros = form && ZEROS[form];
  const isRegular =
    zeros && rows.every((row) => row.values.every((value, i) => zeros[i] === 0 || value === null));
  const stored = isRegular ? rows.filter((row) => row.values.some((value, i) => value !== zeros[i])) : rows;
  return stored.map((row) => [seq, row.applicant, ...row.values]);
}

/** 1 when every applicant column has a number in each row of the form and in no other row, else 0. */
function isSplitWhole(form: FormVersion | null, values: readonly (number | null)[]): number {
  const zeros = form && ZEROS[form];
  const isWhole =
    zeros &&
    APPLICANT_POSITIONS.every(({ positions }) =>
      positions.every((position, i) => ((values[position] ?? null) === null) === (zeros[i] === null)),
    );
  return isWhole ? 1 : 0;
}

/** What a row of a form holds when it is all zero: null where the form has no such row. */
const zerosOf = (form: FormVersion): StagedValue[] => {
  const printed: readonly string[] = requestRows(form);
  return REQUEST_ROWS.map((row) => (printed.includes(row.id) ? 0 : null));
};
const ZEROS = byForm(zerosOf);

const POSITIONS = new Map(ALL_FIELDS.map((field, position) => [field.id, position]));

/** One row a field of the form: its id by the position that the staged cells give. */
export const FIELD_ROWS: StagedValue[][] = ALL_FIELDS.map((field, position) => [position, field.id]);

const STATES = new Map(CELL_STATES.map((state, position) => [state, position]));

function cellRow(values: readonly (number | null)[], seq: number, id: string, cell: Cell): StagedValue[] {
  const position = POSITIONS.get(id);
  if (position === undefined) throw new RecordError(`found cell ${id}, expected a field of the form`);
  const state = STATES.get(cell.state) ?? null;
  return [seq, position, values[position] ?? null, state, cell.raw, placeJson(cell.at), cell.note ?? null];
}

type RegionCodes = Record<'depth' | 'province' | 'prefecture' | 'county' | 'township', number | null>;

/** The region's own code and those above it, as integers; all null where the record names no region. */
function regionCodes(record: Head): RegionCodes {
  const { code } = record.region;
  if (code === null) return { depth: null, province: null, prefecture: null, county: null, township: null };
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code))
    throw new RecordError(`found region code ${code}, expected 2, 4, 6, 9 or 12 digits`);
  const prefix = regionPrefix(code);
  const upTo = (digits: number): number | null =>
    prefix.length >= digits ? Number(prefix.slice(0, digits)) : null;
  return {
    depth: regionDepth(prefix),
    province: upTo(2),
    prefecture: upTo(4),
    county: upTo(6),
    township: upTo(9),
  };
}

const positionsOf = (holds: (field: Field) => boolean): number[] =>
  ALL_FIELDS.flatMap((field, position) => (holds(field) ? [position] : []));

const REPORT_POSITIONS = REPORT_FIELDS.map((field) => POSITIONS.get(field.id) ?? -1);
const APPLICANT_POSITIONS = APPLICANT_COLUMNS.map((applicant) => ({
  applicant,
  positions: positionsOf((field) => field.table === 'requests' && field.column === applicant),
}));
const TABLE_POSITIONS: Record<Field['table'], number[]> = {
  requests: positionsOf((field) => field.table === 'requests'),
  proceedings: positionsOf((field) => field.table === 'proceedings'),
  disclosure: positionsOf((field) => field.table === 'disclosure'),
};

/** The columns of every row of the form, by table. */
const COLUMNS: Record<Field['table'], Map<string, Set<string>>> = {
  requests: new Map(),
  proceedings: new Map(),
  disclosure: new Map(),
};
for (const { table, row, column } of ALL_FIELDS)
  COLUMNS[table].set(row, (COLUMNS[table].get(row) ?? new Set()).add(column));

/** A value under an id that no column holds would be lost in silence: such a record is refused. */
function checkFields(record: ReportRecord): void {
  for (const table of ['requests', 'proceedings', 'disclosure'] as const)
    for (const row in record[table])
      for (const column in record[table][row])
        if (!COLUMNS[table].get(row)?.has(column))
          throw new RecordError(`found ${table}.${row}.${column}, expected a field of the form`);
}

const valueAt = (record: ReportRecord, field: Field): number | null =>
  record[field.table][field.row]?.[field.column] ?? null;

const LARGEST = 2 ** 31 - 1;

/** Counts must fit the INTEGER columns that hold them. */
function checkNumbers(values: readonly (number | null)[]): void {
  values.forEach((value, position) => {
    if (value === null || (Number.isInteger(value) && Math.abs(value) <= LARGEST)) return;
    const field = ALL_FIELDS[position];
    if (field?.kind.startsWith('amount')) return;
    throw new RecordError(`${field?.id}: found ${value}, expected a whole number of at most ${LARGEST}`);
  });
}

/** The record of a report without cells: a null there may be anything, so an equation with one cannot be told. */
function withTables({ head, values }: ValuedReport): ReportRecord {
  const record: ReportRecord = { ...head, requests: {}, proceedings: {}, disclosure: {}, cells: {} };
  for (const [position, { table, row, column }] of ALL_FIELDS.entries()) {
    const cells = (record[table][row] ??= {});
    cells[column] = values[position] ?? null;
  }
  return record;
}

const sides = (side: number | string): [number | null, string | null] =>
  typeof side === 'number' ? [side, null] : [null, side];

const hasNumber = (values: readonly (number | null)[], table: Field['table']): number =>
  TABLE_POSITIONS[table].some((position) => (values[position] ?? null) !== null) ? 1 : 0;
