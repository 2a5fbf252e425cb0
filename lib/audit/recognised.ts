/**
 * Which figures recognised in pictures a record may state. However sure the recogniser is, it can be wrong; so a figure
 * counts where a second look agrees and the sums of the form that it is part of hold. All others are unreadable.
 */
import type { RecognisedText } from '../document';
import { fieldById } from '../form';
import { issue } from '../issue';
import type { Place } from '../place';
import type { Cell } from '../figures';
import type { ReportRecord } from '../record';
import type { Check } from './index';

/** Least trust of a figure that a sum confirms, and of one that is part of no sum. */
const LEAST_TRUST = 0.5;
const LEAST_TRUST_ALONE = 0.9;
/** What a recognised figure may look like; words that are numbers (一, 十) may be a dash or a speck. */
const FIGURE = /^[-−]?\d[\d,]*(?:\.\d+)?\s*(?:元|万元|亿元|件|万)?$/;

type Evidence = { trust: number; isConfirmed: boolean };
/** The equations of a record and whether they hold. */
type Checks = (record: ReportRecord) => Check[];

/**
 * The record with `by` and `trust` on cells that come from pictures, and doubtful figures among them made unreadable, with
 * one issue `cell.recognition_doubtful` that names them.
 */
export function gateRecognised(
  record: ReportRecord,
  recognised: readonly RecognisedText[],
  checks: Checks,
): ReportRecord {
  if (recognised.length === 0) return record;
  const pages = new Set(recognised.map(({ page }) => page));
  const marked: ReportRecord = { ...record, cells: {} };
  const evidence = new Map<string, Evidence>();
  for (const [field, cell] of Object.entries(record.cells)) {
    const isRecognised = cell.at?.page !== undefined && pages.has(cell.at.page);
    const own = isRecognised ? evidenceAt(cell.at, recognised) : null;
    if (own) evidence.set(field, own);
    marked.cells[field] = isRecognised ? markedCell(cell, own) : cell;
  }
  const isFigure = (field: string) =>
    marked.cells[field]?.by === 'ocr' && marked.cells[field]?.state === 'number';
  const figures = Object.keys(marked.cells).filter(isFigure);
  const unsure = figures.filter((field) => !isSure(marked.cells[field], evidence.get(field)));
  const sure = withoutValues(marked, unsure);
  const { holding, failing } = fieldsOf(checks(sure));
  const untold = figures.filter((field) => {
    if (unsure.includes(field) || holding.has(field)) return false;
    return failing.has(field) || (evidence.get(field)?.trust ?? 0) < LEAST_TRUST_ALONE;
  });
  return withIssue(gateExtraRows(withoutValues(sure, untold), recognised, pages), [...unsure, ...untold]);
}

function markedCell(cell: Cell, own: Evidence | null): Cell {
  return { ...cell, by: 'ocr', ...(own ? { trust: Math.round(own.trust * 1000) / 1000 } : {}) };
}

function isSure(cell: Cell | undefined, own: Evidence | undefined): boolean {
  return (
    own !== undefined && own.isConfirmed && own.trust >= LEAST_TRUST && FIGURE.test(cell?.raw.trim() ?? '')
  );
}

/** What is known of the lines whose middle lies in the place's box; null where there is none. */
function evidenceAt(at: Place | null, recognised: readonly RecognisedText[]): Evidence | null {
  const [x, y, width, height] = at?.box ?? [0, 0, 0, 0];
  const own = recognised.filter(({ page, box }) => {
    const [middle, centre] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
    return page === at?.page && middle >= x && middle <= x + width && centre >= y && centre <= y + height;
  });
  if (own.length === 0) return null;
  return {
    trust: Math.min(...own.map(({ trust }) => trust)),
    isConfirmed: own.every(({ isConfirmed }) => isConfirmed),
  };
}

/** Fields in equations that hold, and in those that do not. A side without fields is prose, which may mean another count. */
function fieldsOf(checks: readonly Check[]): { holding: Set<string>; failing: Set<string> } {
  const holding = new Set<string>();
  const failing = new Set<string>();
  for (const { left, right, holds } of checks) {
    const fields = [...left.fields, ...right.fields];
    if (holds === true) for (const field of fields) holding.add(field);
    else if (holds === false && left.fields.length > 0) for (const field of fields) failing.add(field);
  }
  return { holding, failing };
}

function withoutValues(record: ReportRecord, fields: readonly string[]): ReportRecord {
  if (fields.length === 0) return record;
  const { requests, proceedings, disclosure, cells } = structuredClone({
    requests: record.requests,
    proceedings: record.proceedings,
    disclosure: record.disclosure,
    cells: record.cells,
  });
  const tables = { requests, proceedings, disclosure };
  for (const id of fields) {
    const field = fieldById(id);
    const row = field && tables[field.table][field.row];
    const cell = cells[id];
    if (!field || !row || !cell) continue;
    row[field.column] = null;
    cells[id] = { ...cell, state: 'unreadable' };
  }
  return { ...record, ...tables, cells };
}

/** Rows that are not in the form are part of no sum. */
function gateExtraRows(
  record: ReportRecord,
  recognised: readonly RecognisedText[],
  pages: ReadonlySet<number>,
): ReportRecord {
  const extra_rows = record.extra_rows.map((row) => {
    if (!row.cells.some(({ at }) => at?.page !== undefined && pages.has(at.page))) return row;
    const isRead = row.cells.every((cell) => {
      const own = evidenceAt(cell.at, recognised);
      return own === null || (isSure(cell, own) && own.trust >= LEAST_TRUST_ALONE);
    });
    const cells = row.cells.map((cell) => markedCell(cell, evidenceAt(cell.at, recognised)));
    const none = Object.fromEntries(Object.keys(row.values).map((column) => [column, null]));
    return isRead ? { ...row, cells } : { ...row, cells, values: none };
  });
  return { ...record, extra_rows };
}

function withIssue(record: ReportRecord, fields: readonly string[]): ReportRecord {
  if (fields.length === 0) return record;
  const first = record.cells[fields[0] ?? '']?.at ?? null;
  const actual = `${fields.length} figures in pictures that are not confirmed`;
  const doubt = issue('cell.recognition_doubtful', first, actual, 'two looks that agree and sums that hold', [
    ...fields,
  ]);
  return { ...record, issues: [...record.issues, doubt] };
}
