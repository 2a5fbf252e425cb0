/** Where table 3 is printed in a document: a page may hold it twice (a hidden print version, two agencies, two years). */
import { alignRows } from '../fit/align';
import {
  CLOSING_SHARE,
  DOUBTFUL_SCORE,
  LEAST_REQUEST_HEADERS,
  LEAST_REQUEST_ROWS,
  SURE_SCORE,
  WHOLE_SCORE,
} from '../fit/thresholds';
import { REQUEST_HEADING } from '../../form/labels';
import { foldText } from '../labels/normalise';
import { headersFound, labelScores } from '../labels/similarity';
import { hasProceedingHeaders } from './proceeding-headers';
import { COLUMN_LABELS, REQUEST_LABELS, REQUEST_WIDTH } from './request-rows';
import type { Segment } from '../lines/segments';
import type { Token } from '../lines/tokens';

/** The stretches of segments that can each be one print of the table, the fullest first. */
export function tableCopies(all: readonly Segment[]): Segment[][] {
  const segments = all.filter((segment) => !isOfProceedings(segment));
  const starts = segments
    .flatMap((segment, index) =>
      (labelScores(segment.labelCandidates, REQUEST_LABELS)[0] as number) >= SURE_SCORE ? [index] : [],
    )
    // A first row that is printed twice does not begin two tables.
    .filter((start, index, all) => index === 0 || start - (all[index - 1] as number) >= LEAST_REQUEST_ROWS);
  const bounds = [0, ...starts];
  const stretches = bounds.map((from, index) => segments.slice(from, bounds[index + 1] ?? segments.length));
  const sized = stretches
    .map((stretch) => splitRuns(weakenRowEnds(withoutLabelsAbove(stretch))))
    .map((stretch) => ({
      stretch,
      rows: alignRows(stretch, REQUEST_LABELS).assigned.filter(
        (each) => !each.unlabelled && each.score >= DOUBTFUL_SCORE,
      ).length,
    }))
    .filter((each) => each.rows >= LEAST_REQUEST_ROWS || beginsTable(each.stretch));
  const most = Math.max(0, ...sized.map((each) => each.rows));
  return sized
    .filter((each) => each.rows >= most / 2)
    .sort((a, b) => b.rows - a.rows)
    .map((each) => each.stretch);
}

/** Whether the first row of the form, with all its cells, stands under the heading or the headers of table 3: what is cut off there. */
function beginsTable([first]: readonly Segment[]): boolean {
  if (!first || (labelScores(first.labelCandidates, REQUEST_LABELS)[0] as number) < WHOLE_SCORE) return false;
  const cells = first.values.filter((value) => !value.optional);
  const isHeaded =
    first.headers.some((header) => foldText(header).includes(REQUEST_HEADING)) ||
    headersFound(first.headers, COLUMN_LABELS).size >= LEAST_REQUEST_HEADERS;
  return isHeaded && cells.length === REQUEST_WIDTH && cells.every((cell) => cell.kind === 'value');
}

/**
 * Where most rows have their label beside their figures, or where rows follow each other without a word between them, a label
 * on a line above some figures is no proof that it is theirs: several may stand together before the rows of all of them. Such rows have no label; their place among the others tells.
 */
function withoutLabelsAbove(segments: readonly Segment[]): Segment[] {
  const beside = segments.filter((segment) => isLineRow(segment) && segment.isBeside && isNamed(segment));
  if (beside.length < LEAST_REQUEST_ROWS && !hasRowsInARun(segments)) return [...segments];
  return segments.flatMap((segment) => {
    if (segment.isBeside || segment.columns?.kind === 'grid') return [segment];
    if (isLineRow(segment)) return [{ ...segment, labels: [], labelCandidates: [], columns: null }];
    // A short figure on a line by itself is the page's number.
    return segment.values.length === 1 && /^\d{1,3}$/u.test(segment.values[0]?.text ?? '') ? [] : [segment];
  });
}

/** Runs of rows without a word between them, the first under labels: from two on it is how labels are set, not a page's cut. */
const LEAST_RUNS = 2;

/** Rows one below another without a word between them, the first under labels: the labels of all may stand there. */
const hasRowsInARun = (segments: readonly Segment[]): boolean =>
  segments.filter((segment, index) => {
    const next = segments[index + 1];
    return (
      next !== undefined &&
      [segment, next].every((each) => isLineRow(each) && !each.isBeside) &&
      segment.labels.length > 0 &&
      next.labels.length === 0
    );
  }).length >= LEAST_RUNS;

/** A row of lines, several cells of it on one line. */
const isLineRow = ({ solid, columns }: Segment): boolean => solid && columns?.kind !== 'grid';

const isNamed = ({ labelCandidates }: Segment): boolean =>
  labelScores(labelCandidates, REQUEST_LABELS).some((score) => score >= DOUBTFUL_SCORE);

/** Figures under the headers of table 4, the last of which, 总计, is a label of table 3 as well. */
const isOfProceedings = (segment: Segment): boolean =>
  hasProceedingHeaders(segment.headers) &&
  labelScores(segment.labelCandidates, REQUEST_LABELS).every(
    (score, index) => score < DOUBTFUL_SCORE || REQUEST_LABELS.labels[index]?.id === 'outcomes_total',
  );

/**
 * Full rows that end in a blank more than they have cells, or rows that nearly all end in a blank, show that this blank closes a row, or fills the line up to the
 * width of the table, and is no cell. Lines with several cells are weakened in all the blanks they end in.
 */
function weakenRowEnds(segments: readonly Segment[]): Segment[] {
  const full = segments.filter(
    ({ values }) => values.filter((value) => !value.optional).length === REQUEST_WIDTH,
  );
  const isHabit = (solid: boolean) => {
    // A row of seven blanks ends in one as well, and that shows nothing.
    const rows = segments.filter(
      ({ solid: own, labelCandidates, values }) =>
        own === solid &&
        labelCandidates.length > 0 &&
        (values.length > REQUEST_WIDTH || values.some((value) => value.kind === 'value')),
    );
    return (
      full.filter((segment) => segment.solid === solid && endsInBlank(segment)).length >=
        LEAST_REQUEST_ROWS ||
      (rows.length >= 2 * LEAST_REQUEST_ROWS &&
        rows.filter(endsInBlank).length >= rows.length * CLOSING_SHARE)
    );
  };
  const loose = isHabit(false);
  const solid = isHabit(true);
  return segments.map((segment) => {
    if (!(segment.solid ? solid : loose) || !endsInBlank(segment)) return segment;
    const last = segment.values.length - 1;
    const from = segment.solid ? segment.values.findLastIndex((value) => !value.optional) + 1 : last;
    const values = segment.values.map((value, index) =>
      index < from ? value : { ...value, inferred: true },
    );
    return { ...segment, values };
  });
}

const endsInBlank = (segment: Segment): boolean => segment.values.at(-1)?.optional === true;

/** Several rows whose labels were lost: a run of 14, 21 … values, or runs that pipes alone end, as they end every row. */
function splitRuns(segments: readonly Segment[]): Segment[] {
  return segments.flatMap((segment) => {
    if (segment.solid) return [segment];
    const ended = endedRuns(segment.values);
    if (ended.length > 1 && ended.every((run) => cellsIn(run) >= REQUEST_WIDTH - 1))
      return rowsOf(segment, ended);
    // Blank cells count: a lost label leaves fourteen cells, not fourteen figures.
    const sure = segment.values.filter((value) => !value.inferred);
    if (sure.length <= REQUEST_WIDTH || sure.length % REQUEST_WIDTH !== 0 || sure.length > REQUEST_WIDTH * 30)
      return [segment];
    return rowsOf(
      segment,
      Array.from({ length: sure.length / REQUEST_WIDTH }, (_, index) =>
        sure.slice(index * REQUEST_WIDTH, (index + 1) * REQUEST_WIDTH),
      ),
    );
  });
}

/** The values up to and with each line of several pipes, which ends a row where every cell has a line. */
function endedRuns(values: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  values.forEach((value, index) => {
    const before = values[index - 1];
    if (index === 0 || (before && isRowEnd(before) && !isRowEnd(value))) runs.push([]);
    runs.at(-1)?.push(value);
  });
  return runs;
}

/** A blank of such a line; those told by a gap between lines have no column. */
const isRowEnd = (value: Token): boolean => value.inferred && value.column !== null;

const cellsIn = (run: readonly Token[]): number => run.filter((value) => !value.inferred).length;

/** The first run under the segment's label, each other one as a row without a label. */
const rowsOf = (segment: Segment, runs: readonly Token[][]): Segment[] =>
  runs.map((values, index) =>
    index === 0
      ? { ...segment, values }
      : { ...segment, labels: [], labelCandidates: [], headers: [], values, at: values[0]?.at ?? segment.at },
  );
