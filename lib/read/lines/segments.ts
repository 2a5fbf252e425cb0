/**
 * Physical rows → segments: a run of texts (label and what stands before it) followed by a run of values. A segment
 * is what a row of the form looks like in any shape; which row it is, `align` decides.
 */
import type { Place } from '../../place';
import { type LabelCandidate, labelCandidates } from '../labels/similarity';
import { splitNumbering } from '../labels/numbering';
import { NAMED_SCORE, WHOLE_SCORE } from '../fit/thresholds';
import type { ColumnSet, PhysicalRow, Token } from './tokens';

export type Segment = {
  /** Texts that may be this row's label, last piece last. */
  labels: string[];
  /** The label readings, see `labelTexts`. */
  labelCandidates: LabelCandidate[];
  /** Every text met since the segment before: section headings, headers of columns, labels. */
  headers: string[];
  values: Token[];
  /** The row's end is certain. */
  solid: boolean;
  /** See `PhysicalRow`. */
  columns: ColumnSet | null;
  /** Cells of the widest row of headers that stands before it. */
  headerWidth: number;
  /** The headers that stand over its table's columns, of the rows of headers last met; none where the table's columns are not known. */
  headerCells: readonly Token[];
  /** The label and the first value stand on one line. */
  isBeside: boolean;
  at: Place;
};

/** What the form's words are: labels of rows, and headers that stand over columns. */
export type Vocabulary = {
  /** How well a text says some label of a row: 0 to 1. */
  labelScore: (text: string) => number;
  isLabel: (text: string) => boolean;
  isHeader: (text: string) => boolean;
};

type Draft = Omit<Segment, 'labelCandidates'>;

/** The segments of a document's rows, in reading order.  */
export function splitSegments(rows: readonly PhysicalRow[], vocabulary: Vocabulary): Segment[] {
  const drafts: Draft[] = [];
  let headers: string[] = [];
  let headerWidth = 0;
  let open: Draft | null = null;
  let headerCells: { columns: ColumnSet; cells: Token[]; isOpen: boolean } | null = null;
  const close = () => {
    if (open && isRow(open, vocabulary)) drafts.push(open);
    else if (open) headers = [...open.headers, ...headers];
    open = null;
  };
  for (const { tokens, ...row } of rows.map((each) => ({
    ...each,
    tokens: each.tokens.flatMap((token) => unglue(token, vocabulary)),
  }))) {
    if (row.solid) {
      close();
      const { labels, values } = splitSolidRow(tokens, vocabulary);
      headers.push(...labels);
      const draft: Draft = {
        labels: (row.grid === null ? [...headers] : labels).slice(-4),
        headers,
        values,
        solid: true,
        columns: row.columns,
        headerWidth,
        headerCells: headerCells !== null && headerCells.columns === row.columns ? headerCells.cells : [],
        isBeside: labels.length > 0,
        at: (values[0] ?? (tokens[0] as Token)).at,
      };
      if (isRow({ ...draft, labels }, vocabulary)) {
        joinWrapped(drafts, draft, vocabulary);
        headers = [];
        headerWidth = 0;
        if (headerCells) headerCells.isOpen = false;
      } else {
        if (headerCells === null || !headerCells.isOpen || headerCells.columns !== row.columns)
          headerCells = row.columns === null ? null : { columns: row.columns, cells: [], isOpen: true };
        headerCells?.cells.push(...tokens);
        headerWidth = Math.max(headerWidth, tokens.length);
        headers.push(...values.filter((value) => value.kind === 'text').map((value) => value.text));
      }
      continue;
    }
    for (const token of tokens) {
      if (token.kind === 'text') {
        close();
        headers.push(token.text);
        continue;
      }
      if (!open) {
        open = {
          labels: headers.slice(-4),
          headers,
          values: [],
          solid: false,
          columns: null,
          headerWidth,
          headerCells: [],
          isBeside: tokens[0]?.kind === 'text',
          at: token.at,
        };
        headers = [];
        headerWidth = 0;
      }
      open.values.push(token);
    }
  }
  close();
  joinTails(drafts, vocabulary);
  return drafts.map((draft) => ({ ...draft, labelCandidates: labelCandidates(draft.labels) }));
}

/** In lines of text a label may go on after its row's figures: there the row after begins with the rest of it. */
function joinTails(drafts: Draft[], vocabulary: Vocabulary): void {
  drafts.forEach((draft, index) => {
    const next = drafts[index + 1];
    while (draft.solid && draft.columns === null && next) {
      const own = draft.labels.at(-1);
      const [tail, ...headers] = next.headers;
      if (own === undefined || tail === undefined) break;
      if (!isOneLabel(own, tail, vocabulary)) break;
      // What is a label by itself is the next row's, unless it closes this row's bracket or says this row's label to the letter.
      const closes = /^[(（][^)）]*$/u.test(own) && /^[)）]/u.test(tail);
      const alone = vocabulary.labelScore(tail);
      const hasOther = headers.length > 0 && splitNumbering(headers[0] as string).numbering !== null;
      const completes = vocabulary.labelScore(own + tail) === 1 && (alone < 1 || hasOther);
      if (alone >= WHOLE_SCORE && !closes && !completes) break;
      draft.labels = [...draft.labels.slice(0, -1), own + tail];
      next.headers = headers;
      next.labels = headers.slice(-4);
    }
  });
}

/**
 * Adds a row, or joins it to the row before: a label wrapped into a second row, whose figures stand beside one of its
 * pieces and blanks beside the other. Where a page cuts the table, the second piece may even be taken for a label by itself.
 */
function joinWrapped(drafts: Draft[], draft: Draft, vocabulary: Vocabulary): void {
  const before = drafts.at(-1);
  const own = draft.labels.at(-1);
  const join = (values: Token[], columns: ColumnSet | null): void => {
    drafts[drafts.length - 1] = {
      ...draft,
      labels: [...(before as Draft).labels, own as string].slice(-4),
      headers: [...(before as Draft).headers, ...draft.headers],
      values,
      columns,
    };
  };
  const first = before?.labels.at(-1) ?? '';
  if (!before?.solid || before.columns === null || own === undefined) drafts.push(draft);
  else if (isEmpty(before) && !isEmpty(draft) && saysMoreTogether(first, own, vocabulary))
    join(draft.values, draft.columns);
  else if (!isEmpty(before) && isEmpty(draft) && isCutByPage(before, draft, own, vocabulary))
    join(before.values, before.columns);
  else drafts.push(draft);
}

const isEmpty = (draft: Draft): boolean => draft.values.every((value) => value.kind === 'blank');

/** Whether a row goes on as the first of the next page's grid, with the rest of its label beside blanks. */
const isCutByPage = (before: Draft, draft: Draft, own: string, vocabulary: Vocabulary): boolean =>
  draft.columns !== null &&
  draft.columns !== before.columns &&
  isOneLabel(before.labels.at(-1) ?? '', own, vocabulary);

/** Whether two pieces are a better label together than either alone; what has a number of its own begins another. */
function isOneLabel(first: string, second: string, vocabulary: Vocabulary): boolean {
  if (splitNumbering(second).numbering) return false;
  const together = vocabulary.labelScore(first + second);
  return (
    first !== '' &&
    together >= NAMED_SCORE &&
    together > vocabulary.labelScore(first) &&
    together >= vocabulary.labelScore(second)
  );
}

/** Two pieces are one label when together they are as good a label as the first, and the second alone is none. */
function saysMoreTogether(first: string, second: string, vocabulary: Vocabulary): boolean {
  const together = vocabulary.labelScore(first + second);
  return (
    together >= NAMED_SCORE &&
    together > vocabulary.labelScore(first) &&
    vocabulary.labelScore(second) < NAMED_SCORE
  );
}

/** Figures make a row; blanks alone do only under a label of the form, else they belong to the headers of a table. */
function isRow(draft: Draft, vocabulary: Vocabulary): boolean {
  if (draft.values.some((value) => value.kind === 'value')) return true;
  // 总计 names a row and a column: beside other headers it is a header.
  if (draft.values.some((value) => value.kind === 'text' && vocabulary.isHeader(value.text))) return false;
  if (draft.solid && draft.labels.filter((text) => vocabulary.isHeader(text)).length >= 2) return false;
  const label = draft.labels.at(-1);
  return label !== undefined && vocabulary.isLabel(label) && draft.values.some((value) => !value.inferred);
}

/** Whether the row's own number stands before its label, or before its headers. */
const isNumbered = ([first, ...others]: readonly Token[], { isLabel, isHeader }: Vocabulary): boolean =>
  first?.kind === 'value' &&
  others.find(({ kind }) => kind !== 'blank')?.kind === 'text' &&
  others.some(({ kind, text }) => kind === 'text' && (isLabel(text) || isHeader(text)));

/** The label cells of a row and the value cells after them. Cells after the last known label are values, whatever they say. */
function splitSolidRow(all: readonly Token[], vocabulary: Vocabulary): { labels: string[]; values: Token[] } {
  const tokens = all.slice(isNumbered(all, vocabulary) ? 1 : 0);
  let end = -1;
  const firstValue = tokens.findIndex((token) => token.kind === 'value');
  tokens.forEach((token, index) => {
    if (token.kind === 'text' && (firstValue < 0 || index < firstValue) && vocabulary.isLabel(token.text))
      end = index;
  });
  if (end < 0) {
    // No known label: texts up to the first value or blank after a text are the label.
    while (end + 1 < tokens.length && tokens[end + 1]?.kind === 'blank') end += 1;
    if (end + 1 < tokens.length && tokens[end + 1]?.kind !== 'text') end = -1;
    while (end + 1 < tokens.length && tokens[end + 1]?.kind === 'text') end += 1;
  }
  const labels = tokens
    .slice(0, end + 1)
    .filter((token) => token.kind === 'text')
    .map((token) => token.text);
  return { labels, values: tokens.slice(end + 1) };
}

/** A label with its figures stuck to it (规章000) is two tokens. */
function unglue(token: Token, vocabulary: Vocabulary): Token[] {
  // Prose is long, and seldom ends in a figure.
  if (token.kind !== 'text' || !/[\d０-９]$/u.test(token.text)) return [token];
  const glued = /^(.*?[\p{Script=Han}）)”"])([\d０-９]+)$/u.exec(token.text);
  if (!glued || !vocabulary.isLabel(glued[1] as string)) return [token];
  const column =
    token.at.column === undefined ? {} : { column: token.at.column + (glued[1] as string).length };
  return [
    { ...token, text: glued[1] as string },
    { ...token, kind: 'value', text: glued[2] as string, at: { ...token.at, ...column } },
  ];
}
