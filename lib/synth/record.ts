/** A printed sheet as a normalised record (contract §2), marked `synthetic: true`. */
import { createHash } from 'node:crypto';
import {
  ALL_FIELDS,
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  type FormVersion,
  LATEST_FORM,
  REQUEST_ROWS,
} from '../form';
import type { Place } from '../place';
import type { Cell, NarrativeCount } from '../figures';
import { type ExtraRow, type ReportRecord, SCHEMA_VERSION, type Scope } from '../record';
import { auditRecord } from '../audit';
import { indexOf } from './figures';
import type { Agency } from './plan';
import type { Sheet } from './print';
import { chance, integer, type Random } from './random';

/** Written into every name, so that no invented figure can be taken for a real agency's. */
export const MARK = '（演示）';

const TABLES = { disclosure: 1, requests: 2, proceedings: 3 } as const;
/** Digits below this are printed so often that their cells are made once. */
const COMMON = 10;

type Layout = { places: Place[]; common: (Cell | undefined)[][] };
const layouts = new WeakMap<readonly number[], Layout>();

/** Where the fields of a layout stand: one table each, values after the label, table 4 in one row. */
function layoutOf(printed: readonly number[]): Layout {
  const known = layouts.get(printed);
  if (known) return known;
  const places: Place[] = [];
  let last = { table: '', row: '' };
  let row = 0;
  let cell = 0;
  for (const i of printed) {
    const field = ALL_FIELDS[i];
    if (!field) throw new RangeError(`found field number ${i}, expected one of the form`);
    const isSameRow = field.table === last.table && (field.row === last.row || field.table === 'proceedings');
    row = field.table !== last.table ? 4 : isSameRow ? row : row + 1;
    cell = isSameRow ? cell + 1 : 2;
    places.push(Object.freeze({ table: TABLES[field.table], row, cell }));
    last = field;
  }
  const layout = { places, common: printed.map((): (Cell | undefined)[] => Array.from({ length: COMMON })) };
  layouts.set(printed, layout);
  return layout;
}

/** The cells of a sheet. Equal cells are one frozen object, because most of the corpus is zeros. */
function cellsOf(sheet: Sheet): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  const { places, common } = layoutOf(sheet.printed);
  sheet.printed.forEach((field, position) => {
    const id = ALL_FIELDS[field]?.id ?? '';
    const at = places[position] ?? null;
    const value = sheet.values[field] ?? null;
    const raw = sheet.raws.get(field);
    if (value === null || raw !== undefined) {
      const state = sheet.states[field] ?? 'number';
      cells[id] = { raw: raw ?? '', state, at: state === 'absent' ? null : at };
      return;
    }
    const known = value >= 0 && value < COMMON ? common[position] : undefined;
    const cell: Cell = known?.[value] ?? { raw: String(value), state: 'number', at };
    if (known && !known[value] && Number.isInteger(value)) known[value] = Object.freeze(cell);
    cells[id] = cell;
  });
  return cells;
}

const REQUEST_AT = REQUEST_ROWS.map((row) => ({
  id: row.id,
  at: indexOf(`requests.${row.id}.natural_person`),
}));

function requestsOf({ values }: Sheet): ReportRecord['requests'] {
  const table: ReportRecord['requests'] = {};
  for (const { id, at } of REQUEST_AT)
    table[id] = {
      natural_person: values[at] ?? null,
      org_commercial: values[at + 1] ?? null,
      org_research: values[at + 2] ?? null,
      org_public_interest: values[at + 3] ?? null,
      org_legal_service: values[at + 4] ?? null,
      org_other: values[at + 5] ?? null,
      total: values[at + 6] ?? null,
    };
  return table;
}

function tableOf(sheet: Sheet, table: 'proceedings' | 'disclosure'): ReportRecord['disclosure'] {
  const rows: ReportRecord['disclosure'] = {};
  for (const i of sheet.printed) {
    const field = ALL_FIELDS[i];
    if (field?.table !== table) continue;
    rows[field.row] ??= {};
    const row = rows[field.row];
    if (row) row[field.column] = sheet.values[i] ?? null;
  }
  return rows;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Departments publish in January, governments until the end of March. */
function publicationDate(random: Random, year: number, agency: Agency): string {
  const month = agency.consolidates ? integer(random, 1, 3) : 1;
  const day = integer(random, month === 1 ? 8 : 1, month === 2 ? 28 : 31);
  return `${year + 1}-${two(month)}-${two(day)}`;
}

const placeName = (agency: Agency, level: string): string | null =>
  (agency.place?.level === level ? agency.place : agency.above.find((place) => place.level === level))
    ?.name ?? null;

/** A local row beside the form's, as some places add. */
function extraRow(random: Random, form: FormVersion): ExtraRow {
  const columns = DISCLOSURE_FORMS[form]['20(1)']?.columns ?? [];
  const counts = columns.map(() => integer(random, 0, 40));
  return {
    block: '20(1)',
    label: '其他主动公开文件',
    values: Object.fromEntries(columns.map((column, i) => [column, counts[i] ?? null])),
    cells: counts.map((count, i) => ({
      raw: String(count),
      state: 'number',
      at: { table: TABLES.disclosure, row: 5, cell: i + 2 },
    })),
  };
}

/** What the prose says was received: nearly always what the table says. */
function narrativeOf(random: Random, sheet: Sheet): NarrativeCount[] {
  const field = 'requests.new_requests.total';
  const received = sheet.values[indexOf(field)] ?? null;
  if (received === null || chance(random, 0.3)) return [];
  const value = received > 0 && chance(random, 0.03) ? received + integer(random, 1, 9) : received;
  return [{ field, value, at: { line: 12, column: 9 } }];
}

const evidence = (says: string) => ({ kind: 'synthetic', text: '', at: null, says });

/** All of a record that does not depend on how its cells are written down, and the values of ALL_FIELDS in order. */
export type SynthReport = {
  head: Omit<ReportRecord, 'requests' | 'proceedings' | 'disclosure' | 'cells'>;
  values: readonly (number | null)[];
};

/** The whole record of a printed report. */
export function recordOf({ head, sheet }: PrintedReport): ReportRecord {
  const { extra_rows, narrative, issues, findings, ...before } = head;
  return { ...before, ...tablesOf(sheet), extra_rows, narrative, cells: cellsOf(sheet), issues, findings };
}

const tablesOf = (sheet: Sheet): Pick<ReportRecord, 'requests' | 'proceedings' | 'disclosure'> => ({
  requests: requestsOf(sheet),
  proceedings: tableOf(sheet, 'proceedings'),
  disclosure: tableOf(sheet, 'disclosure'),
});

/** A printed report before its cells are written down. */
export type PrintedReport = { head: SynthReport['head']; sheet: Sheet };

/**
 * One agency's report with the findings of the audit. Sheets that add up by construction are not audited: that halves
 * the time (a test audits them all).
 */
export function reportOf(
  random: Random,
  seed: number,
  agency: Agency,
  scope: Scope,
  year: number,
  sheet: Sheet,
  mayFail: boolean,
): PrintedReport {
  const id = `${agency.key}-${year}`;
  const name = `${agency.shortName}${MARK}`;
  const disclosureForms: ReportRecord['forms']['disclosure'] = {};
  for (const { id: block } of DISCLOSURE_BLOCKS) {
    const form = sheet.blockForms[block];
    if (form) disclosureForms[block] = form;
  }
  const head: SynthReport['head'] = {
    schema_version: SCHEMA_VERSION,
    id,
    synthetic: true,
    source: {
      path: `synthetic/${id}`,
      url: null,
      sha256: createHash('sha256').update(`${seed}/${id}`).digest('hex'),
      bytes: 0,
      format: 'text',
      encoding: null,
    },
    title: `${name}${year}年政府信息公开工作年度报告`,
    year,
    period: { start: `${year}-01-01`, end: `${year}-12-31` },
    published: publicationDate(random, year, agency),
    year_evidence: [evidence(String(year))],
    agency: { name, as_written: name, body: agency.body, scope, scope_evidence: [evidence(scope)] },
    region: {
      code: agency.place?.code ?? '100000',
      level: agency.level,
      province: placeName(agency, 'province'),
      prefecture: placeName(agency, 'prefecture'),
      county: placeName(agency, 'county'),
      township: placeName(agency, 'township'),
      evidence: [evidence(agency.place?.code ?? '100000')],
    },
    forms: { disclosure: disclosureForms, requests: sheet.requestForm },
    extra_rows: chance(random, 0.03) ? [extraRow(random, disclosureForms['20(1)'] ?? LATEST_FORM)] : [],
    narrative: narrativeOf(random, sheet),
    issues: sheet.issues,
    findings: [],
  };
  const isToldOtherwise = head.narrative.some(({ field, value }) => value !== sheet.values[indexOf(field)]);
  if (mayFail || isToldOtherwise) head.findings = auditRecord(recordOf({ head, sheet }));
  return { head, sheet };
}
