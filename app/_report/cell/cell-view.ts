/**
 * A report's cells as the page shows them: printed value, state, place, doubts of our reading (issues) and the
 * equations they take part in (findings). Made once from the record; the tables and popovers only draw it.
 */
import { checkRecord } from '../../../lib/audit/index';
import { type CellState, fieldById } from '../../../lib/form/index';
import type { Finding } from '../../../lib/audit/rules';
import type { Issue } from '../../../lib/issue';
import type { Place } from '../../../lib/place';
import { type Cell, valueOf } from '../../../lib/figures';
import type { ReportRecord } from '../../../lib/record';

/** A finding as it is marked: `parts` are underlined with dots, `whole` is boxed. `sign` is its footnote number. */
export type Mark = { sign: string; id: string; finding: Finding; parts: string[]; whole: string[] };

export type CellView = {
  /** Field id; of a row outside the form an id of our own. */
  field: string;
  state: CellState;
  value: number | null;
  raw: string;
  at: Place | null;
  note: string | null;
  doubts: Issue[];
  marks: { mark: Mark; role: 'part' | 'whole' }[];
};

export type ReportCells = {
  cell(field: string): CellView;
  /** Findings over cells, in order, numbered ①②③. */
  marks: Mark[];
  checks: ReturnType<typeof checkRecord>;
};

/** Every cell of the record with what hangs on it. A field without a cell is absent, never zero. */
export function viewCells(record: ReportRecord): ReportCells {
  const marks = record.findings.filter((finding) => finding.fields.some(fieldById)).map(markOf);
  const doubtful = record.issues.filter((issue) => issue.fields.length > 0 && issue.severity !== 'info');
  const explained = record.issues.filter((issue) => issue.fields.length > 0 && issue.severity === 'info');
  const made = new Map<string, CellView>();
  const make = (field: string): CellView => ({
    ...cellOf(field, record.cells[field], valueOf(record, field)),
    doubts: [...doubtful, ...explained].filter((issue) => issue.fields.includes(field)),
    marks: marks.flatMap((mark): CellView['marks'] => {
      if (mark.whole.includes(field)) return [{ mark, role: 'whole' }];
      return mark.parts.includes(field) ? [{ mark, role: 'part' }] : [];
    }),
  });
  return {
    marks,
    checks: checkRecord(record),
    cell: (field) => {
      const cell = made.get(field) ?? make(field);
      made.set(field, cell);
      return cell;
    },
  };
}

/** A cell of a row outside the form: its own id, no equations. */
export function viewExtraCell(id: string, cell: Cell | undefined, value: number | null): CellView {
  return { ...cellOf(id, cell, value), doubts: [], marks: [] };
}

/** Whether our reading of the cell is in doubt: an issue graver than a note, or a state that says so. */
export function isDoubtful(cell: CellView): boolean {
  return (
    cell.doubts.some((issue) => issue.severity !== 'info') ||
    cell.state === 'ambiguous' ||
    cell.state === 'unreadable'
  );
}

function cellOf(field: string, cell: Cell | undefined, value: number | null) {
  return {
    field,
    value,
    state: cell?.state ?? 'absent',
    raw: cell?.raw ?? '',
    at: cell?.at ?? null,
    note: cell?.note ?? null,
  };
}

/** The side with one field is the total that the other side should make; of two sides alike the left ones are parts. */
export function markOf(finding: Finding, index: number): Mark {
  const left = finding.fields.slice(0, finding.left_fields);
  const right = finding.fields.slice(finding.left_fields);
  const leftIsWhole = left.length === 1 && right.length > 1;
  return {
    sign: footnoteSign(index + 1),
    id: `finding-${index + 1}`,
    finding,
    parts: leftIsWhole ? right : left,
    whole: leftIsWhole ? left : right,
  };
}

/** ① to ⑳, then (21) and on. */
export function footnoteSign(number: number): string {
  return number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`;
}
