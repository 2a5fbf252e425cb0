/**
 * What is wrong with printed reports, at about the rates seen in real ones: figures that do not add up, figures that
 * disagree with the year before, zeros left blank or dashed, cells, rows and tables that cannot be read.
 * About 8 % of reports do not add up. All-zero reports hardly ever fail, so the others fail more often.
 */
import { ALL_FIELDS, REQUEST_COLUMNS, REQUEST_ROWS, requestRows } from '../form';
import { issue } from '../issue';
import { indexOf } from './figures';
import { loseValue, reprint, type Sheet } from './print';
import { chance, integer, pick, type Random } from './random';

const NEW_TOTAL = indexOf('requests.new_requests.total');
const at = (row: string, column: string): number => indexOf(`requests.${row}.${column}`);
const valueAt = (sheet: Sheet, index: number): number => sheet.values[index] ?? 0;

type Flaw = (random: Random, sheet: Sheet) => void;

/** Changes a faithful sheet into what this report printed. Returns whether its sums can fail: lost zeros and cells break no equation. */
export function flawSheet(random: Random, sheet: Sheet): boolean {
  const isBusy = valueAt(sheet, NEW_TOTAL) > 0;
  const isMisprinted = chance(random, isBusy ? 0.13 : 0.006);
  if (isMisprinted) misprint(random, sheet);
  if (isBusy && chance(random, 0.015)) moveCarryOver(random, sheet);
  if (chance(random, 0.07)) emptyZeros(random, sheet);
  if (chance(random, 0.025)) loseCells(random, sheet);
  if (chance(random, 0.012)) loseRow(random, sheet);
  if (chance(random, 0.008)) loseTable(random, sheet);
  return isMisprinted;
}

/** Makes a sheet stop adding up, in one of the usual ways. */
export const misprint: Flaw = (random, sheet) => pick(random, MISPRINTS)(random, sheet);

const slip = (random: Random): number => integer(random, 1, 3) * (chance(random, 0.5) ? 1 : -1);
const moved = (random: Random, value: number): number => {
  const other = value + slip(random);
  return other < 0 || other === value ? value + 1 : other;
};

/** The ways in which a table stops adding up, each at least one equation broken. */
const MISPRINTS: Flaw[] = [
  function wrongTotal(random, sheet) {
    const rows = requestRows(sheet.requestForm).filter((row) => valueAt(sheet, at(row, 'total')) > 0);
    const index = at(rows.length > 0 ? pick(random, rows) : 'new_requests', 'total');
    reprint(sheet, index, moved(random, valueAt(sheet, index)));
  },
  function totalColumnLeftAtZero(_random, sheet) {
    for (const row of requestRows(sheet.requestForm)) {
      if (row === 'new_requests') continue;
      reprint(sheet, at(row, 'total'), 0);
    }
    if (valueAt(sheet, NEW_TOTAL) === 0) reprint(sheet, NEW_TOTAL, 1);
  },
  function carriedOutForgotten(random, sheet) {
    for (const column of ['natural_person', 'total'] as const)
      reprint(sheet, at('carried_out', column), moved(random, valueAt(sheet, at('carried_out', column))));
  },
  function outcomesMiscounted(random, sheet) {
    const by = integer(random, 1, 4);
    for (const column of ['natural_person', 'total'] as const)
      reprint(sheet, at('outcomes_total', column), valueAt(sheet, at('outcomes_total', column)) + by);
  },
  function reviewsMiscounted(random, sheet) {
    const index = indexOf('proceedings.reconsideration.total');
    reprint(sheet, index, moved(random, valueAt(sheet, index)));
  },
  function suitsInTheWrongCell(random, sheet) {
    const index = indexOf(`proceedings.litigation_direct.${chance(random, 0.5) ? 'upheld' : 'other_result'}`);
    reprint(sheet, index, moved(random, valueAt(sheet, index)));
  },
];

/** Prints another carry-over than last year's, with the new requests adjusted so that this year still adds up. */
function moveCarryOver(random: Random, sheet: Sheet): void {
  const by = Math.min(integer(random, 1, 5), valueAt(sheet, at('new_requests', 'natural_person')));
  for (const column of ['natural_person', 'total'] as const) {
    reprint(sheet, at('carried_in', column), valueAt(sheet, at('carried_in', column)) + by);
    reprint(sheet, at('new_requests', column), Math.max(0, valueAt(sheet, at('new_requests', column)) - by));
  }
}

/** Leaves zeros blank or writes a dash for them, over a whole table or in single columns. */
export function emptyZeros(random: Random, sheet: Sheet): void {
  const isBlank = chance(random, 0.6);
  const raw = isBlank ? '' : pick(random, ['/', '-', '—', '——', '无']);
  const scope = pick(random, ['requests', 'proceedings', 'disclosure', 'organisations'] as const);
  for (const i of sheet.printed) {
    const field = ALL_FIELDS[i];
    if (!field || sheet.values[i] !== 0) continue;
    const isInside = scope === 'organisations' ? field.column.startsWith('org_') : field.table === scope;
    if (isInside) loseValue(sheet, i, isBlank ? 'blank' : 'dash', raw);
  }
}

const LOST_CELLS = [
  { state: 'unreadable', code: 'cell.not_a_number', raw: '见附件', expected: 'a count' },
  { state: 'unreadable', code: 'cell.decimal_in_count', raw: '1.5', expected: 'a whole number' },
  { state: 'ambiguous', code: 'cell.ambiguous', raw: '1 2', expected: 'one number' },
] as const;

function loseCells(random: Random, sheet: Sheet): void {
  const { state, code, raw, expected } = pick(random, LOST_CELLS);
  for (let i = integer(random, 1, 3); i > 0; i--) {
    const index = pick(random, sheet.printed);
    const field = ALL_FIELDS[index];
    if (!field || sheet.values[index] === null) continue;
    loseValue(sheet, index, state, raw);
    sheet.issues.push(issue(code, null, raw, expected, [field.id]));
  }
}

function loseRow(random: Random, sheet: Sheet): void {
  const row = pick(random, requestRows(sheet.requestForm));
  const fields = REQUEST_COLUMNS.map((column) => `requests.${row}.${column.id}`);
  for (const id of fields) loseValue(sheet, indexOf(id), 'absent', '');
  const label = REQUEST_ROWS.find((each) => each.id === row)?.zh ?? row;
  sheet.issues.push(issue('row.absent', null, 'no such row', `the row ${label}`, fields));
}

function loseTable(random: Random, sheet: Sheet): void {
  const table = pick(random, ['requests', 'proceedings', 'proceedings', 'disclosure'] as const);
  const lost = sheet.printed.filter((i) => ALL_FIELDS[i]?.table === table);
  for (const i of lost) loseValue(sheet, i, 'absent', '');
  sheet.issues = sheet.issues.filter((each) => !each.fields.some((id) => id.startsWith(`${table}.`)));
  const fields = lost.map((i) => ALL_FIELDS[i]?.id ?? '');
  sheet.issues.push(issue('table.absent', null, 'a picture', `the table ${table}`, fields));
}
