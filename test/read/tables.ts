/** Rows as the reader meets them, built by hand: tokens from a line of marks, segments of labels and tokens. */
import { type FormVersion, REQUEST_ROWS, type RequestRow, requestRows } from '../../lib/form';
import { labelTexts } from '../../lib/read/match';
import type { Segment } from '../../lib/read/segments';
import type { Slot } from '../../lib/read/settle';
import type { ReadTable } from '../../lib/read/table';
import type { Token } from '../../lib/read/tokens';

/**
 * Tokens of a line, pieces apart by blanks: `_` is a blank cell, `.` a blank that may be a cell or nothing, `~` one that a gap alone
 * tells, `=` one that a line of several pipes tells, anything else a figure. With `column` the tokens stand in
 * columns from there on.
 */
export function tokens(marks: string, column: number | null = null, line = 1): Token[] {
  const pieces = marks.split(' ').filter((piece) => piece !== '');
  return pieces.map((piece, index): Token => {
    const isBlank = ['_', '.', '~', '='].includes(piece);
    return {
      kind: isBlank ? 'blank' : 'value',
      text: isBlank ? '' : piece,
      at: { line, column: index + 1 },
      optional: isBlank && piece !== '_',
      inferred: piece === '~' || piece === '=',
      column: column === null ? (piece === '=' ? index : null) : column + index,
      span: 1,
    };
  });
}

/** A row of label and figures, by itself on its line. */
export function segment(
  label: string | readonly string[],
  values: string | Token[],
  more: Partial<Segment> = {},
): Segment {
  const labels = typeof label === 'string' ? (label === '' ? [] : [label]) : [...label];
  const own = typeof values === 'string' ? tokens(values) : values;
  return {
    labels,
    ways: labelTexts(labels),
    heads: labels,
    values: own,
    solid: true,
    columns: null,
    headWidth: 0,
    headCells: [],
    isBeside: true,
    at: { line: own[0]?.at.line ?? 1 },
    ...more,
  };
}

/** Rows one below the other: each with a line of its own, which its place and those of its figures name. */
export const rowsOf = (...rows: readonly Segment[]): Segment[] =>
  rows.map((row, index) => {
    const line = index + 1;
    const values = row.values.map((value) => ({ ...value, at: { ...value.at, line } }));
    return { ...row, values, at: { line } };
  });

/** Heads as cells over columns, for a row's `headCells`. */
export const headCells = (heads: readonly string[], column = 0): Token[] =>
  heads.map((text, index) => ({
    kind: text === '' ? 'blank' : 'text',
    text,
    at: { line: 1, column: index + 1 },
    optional: false,
    inferred: false,
    column: column + index,
    span: 1,
  }));

/** Slots of made-up counts: x.row.1, x.row.2 … */
export const countSlots = (size: number): Slot[] =>
  Array.from({ length: size }, (_, index) => ({
    field: { id: `x.row.${index + 1}`, table: 'requests', row: 'row', column: `${index + 1}`, kind: 'count' },
    headerUnit: null,
  }));

/** A row of a table as read: figures as they are, the states of all other cells by their first letter; `-` where there is no cell. */
export function read(table: ReadTable, row: string, columns: readonly string[]): string {
  return columns
    .map((column) => {
      const cell = table.cells.get(`${row}.${column}`);
      if (!cell) return '-';
      return cell.state === 'number' ? `${cell.value}` : cell.value === null ? cell.state : `${cell.state}!`;
    })
    .join(' ');
}

/** Codes of a table's issues, each with the rows that it names. */
export const codesOf = (issues: readonly { code: string; fields: readonly string[] }[]): string[] =>
  issues.map(({ code, fields }) => {
    const rows = new Set(fields.map((field) => field.split('.').slice(1, -1).join('.')));
    return [code, ...rows].join(' ');
  });

/** The heads that the form prints over table 3. */
export const REQUEST_HEADS = [
  '申请人情况',
  '自然人',
  '法人或其他组织',
  '总计',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
];

/** A row of table 3 under the number and label of the form. */
export function requestRow(id: RequestRow, marks: string, more: Partial<Segment> = {}): Segment {
  const row = REQUEST_ROWS.find((each) => each.id === id);
  return segment(`${row?.no}${row?.zh}`, marks, more);
}

/** Table 3 of a form version as lines of figures: zeros but for the rows given; null leaves a row out. */
export const requestTable = (
  form: FormVersion,
  figures: Partial<Record<RequestRow, string | null>> = {},
  more: Partial<Segment> = {},
): Segment[] =>
  rowsOf(
    ...requestRows(form).flatMap((id) => {
      const marks = figures[id];
      return marks === null ? [] : [requestRow(id, marks ?? '0 0 0 0 0 0 0', more)];
    }),
  );
