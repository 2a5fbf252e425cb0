/** Rows as the reader meets them, built by hand: tokens from a line of marks, segments of labels and tokens. */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  type DisclosureBlock,
  type DisclosureRow,
  type FormVersion,
  REQUEST_ROWS,
  type RequestRow,
  requestRows,
} from '../../lib/form';
import { labelCandidates } from '../../lib/read/labels/similarity';
import type { Segment } from '../../lib/read/lines/segments';
import type { Slot } from '../../lib/read/fit/resolve';
import type { ReadTable } from '../../lib/read/tables/read-table';
import type { Token } from '../../lib/read/lines/tokens';

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
    labelCandidates: labelCandidates(labels),
    headers: labels,
    values: own,
    solid: true,
    columns: null,
    headerWidth: 0,
    headerCells: [],
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
export const headerCells = (headers: readonly string[], column = 0): Token[] =>
  headers.map((text, index) => ({
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

/** The headers that the form prints over table 3. */
export const REQUEST_HEADERS = [
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

/** What the form prints over each block of table 2: the article’s item, then the headers of its columns. */
export const DISCLOSURE_HEADERS: Record<FormVersion, Partial<Record<DisclosureBlock, readonly string[]>>> = {
  '2019': {
    '20(1)': ['第二十条第（一）项', '信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
    '20(5)': ['第二十条第（五）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
    '20(6)': ['第二十条第（六）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
    '20(8)': ['第二十条第（八）项', '信息内容', '上一年项目数量', '本年增/减'],
    '20(9)': ['第二十条第（九）项', '信息内容', '采购项目数量', '采购总金额'],
  },
  '2021': {
    '20(1)': ['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    '20(5)': ['第二十条第（五）项', '信息内容', '本年处理决定数量'],
    '20(6)': ['第二十条第（六）项', '信息内容', '本年处理决定数量'],
    '20(8)': ['第二十条第（八）项', '信息内容', '本年收费金额（单位：万元）'],
  },
};

/** Labels of table 2's rows, as the form prints them. */
export const DISCLOSURE_LABELS: Record<DisclosureRow, string> = {
  rules: '规章',
  normative_documents: '行政规范性文件',
  licensing: '行政许可',
  other_services: '其他对外管理服务事项',
  penalties: '行政处罚',
  compulsory_measures: '行政强制',
  administrative_fees: '行政事业性收费',
  procurement: '政府集中采购',
};

/** A row of table 2 under its label, and under the headers given. */
export const disclosureRow = (
  row: DisclosureRow,
  values: string | Token[],
  headers: readonly string[] = [],
  more: Partial<Segment> = {},
): Segment =>
  segment(DISCLOSURE_LABELS[row], values, { headers: [...headers, DISCLOSURE_LABELS[row]], ...more });

/** How table 2 differs from zeros under the headers of one form: figures, null for a row left out; headers of a block. */
type DisclosurePrint = {
  figures?: Partial<Record<DisclosureRow, string | Token[] | null>>;
  headers?: Partial<Record<DisclosureBlock, readonly string[]>>;
  more?: Partial<Segment>;
};

/** Table 2 of a form version, its headers over the first row of each block. */
export function disclosureTable(
  form: FormVersion,
  { figures = {}, headers = {}, more = {} }: DisclosurePrint = {},
): Segment[] {
  return rowsOf(
    ...DISCLOSURE_BLOCKS.flatMap(({ id }) => {
      const { rows = [], columns = [] } = DISCLOSURE_FORMS[form][id] ?? {};
      const kept = rows.filter((row) => figures[row] !== null);
      const over = headers[id] ?? DISCLOSURE_HEADERS[form][id] ?? [];
      return kept.map((row, index) =>
        disclosureRow(row, figures[row] ?? columns.map(() => '0').join(' '), index === 0 ? over : [], more),
      );
    }),
  );
}
