/**
 * Document → the three statutory tables. One algorithm for all shapes: rows of located tokens, segments of label and
 * values, an alignment with the form, and readings that the form's arithmetic may settle. What is doubtful is null with a
 * state, and an issue names its fields.
 */
import type { Document } from '../document';
import { type CellState, type Field, fieldById, type FormVersion, majorityForm } from '../form';
import {
  DISCLOSURE_COLUMN_LABELS,
  DISCLOSURE_ROW_LABELS,
  OTHER_HEADERS,
  PROCEEDING_COLUMN_LABELS,
  REQUEST_COLUMN_LABELS,
} from '../form/labels';
import type { Issue } from '../issue';
import type { Cell, TableValues } from '../figures';
import type { ExtraRow } from '../record';
import { readDisclosure } from './tables/disclosure';
import { type LabelSet, formLabels, labelScores, labelSet, labelCandidates } from './labels/similarity';
import { readProceedings } from './tables/proceedings';
import {
  HEADER_SCORE,
  LABEL_SCORE,
  LEAST_NAMED,
  LONGEST_LABEL,
  NAMED_SCORE,
  WHOLE_SCORE,
} from './fit/thresholds';
import { splitNumbering } from './labels/numbering';
import { memoize } from './memoize';
import { REQUEST_LABELS } from './tables/request-rows';
import { readRequests } from './tables/requests';
import { splitSegments } from './lines/segments';
import type { ReadTable } from './tables/read-table';
import { documentRows } from './lines/tokens';

export type StatutoryTables = {
  forms: { disclosure: Record<string, FormVersion>; requests: FormVersion | null };
  requests: TableValues;
  proceedings: TableValues;
  disclosure: TableValues;
  extra_rows: ExtraRow[];
  cells: Record<string, Cell & { state: CellState }>;
  issues: Issue[];
  /** How many of the three tables were found at all. */
  tablesFound: number;
};

const LABELS = labelSet([...REQUEST_LABELS.labels, ...formLabels(DISCLOSURE_ROW_LABELS)]);
const HEADERS = labelSet([
  ...formLabels(REQUEST_COLUMN_LABELS),
  ...formLabels(PROCEEDING_COLUMN_LABELS),
  ...formLabels(DISCLOSURE_COLUMN_LABELS),
  ...formLabels(OTHER_HEADERS),
]);

/** How well a text says any label of the set: 0 to 1. */
const bestScore = (set: LabelSet): ((text: string) => number) =>
  memoize((text) =>
    text.length > LONGEST_LABEL ? 0 : Math.max(0, ...labelScores(labelCandidates([text]), set)),
  );

const labelScore = bestScore(LABELS);
const headerScore = bestScore(HEADERS);
const VOCABULARY = {
  labelScore,
  isLabel: (text: string) => labelScore(text) >= LABEL_SCORE,
  isHeader: (text: string) => headerScore(text) >= HEADER_SCORE,
};

/** The rows whose label a text is. */
const rowsOf = memoize((text): string[] =>
  [...labelScores(labelCandidates([text]), LABELS)].flatMap((score, index) =>
    score >= NAMED_SCORE ? [LABELS.labels[index]?.id as string] : [],
  ),
);

/** Rows of tables 2 and 3 whose label stands in the document. Labels that are also headers count only beside many others. */
function rowsNamed(texts: readonly string[]): Set<string> {
  const named = new Set<string>();
  // 其他 and 总计 without the number of their row stand over columns.
  for (const text of texts)
    if (splitNumbering(text).numbering || headerScore(text) < WHOLE_SCORE)
      for (const row of rowsOf(text)) named.add(row);
  if (named.size < LEAST_NAMED) return new Set();
  return named;
}

/** Reads the three tables of a report. Every field of the form versions found has a cell, `absent` where nothing stands for it. */
export function readTables(document: Document): StatutoryTables {
  const rows = documentRows(document);
  const segments = splitSegments(rows, VOCABULARY);
  const texts = rows.flatMap((row) =>
    row.tokens.filter((token) => token.kind === 'text' && token.text.length <= 80).map((token) => token.text),
  );
  const traces = rowsNamed(texts);
  const disclosure = readDisclosure(segments, traces);
  const requests = readRequests(segments, majorityForm(disclosure.forms), traces);
  const proceedings = readProceedings(segments, texts);
  const tables: ReadTable[] = [disclosure, requests, proceedings];
  return {
    forms: { disclosure: disclosure.forms, requests: requests.form },
    requests: valuesOf(requests),
    proceedings: valuesOf(proceedings),
    disclosure: valuesOf(disclosure),
    extra_rows: tables.flatMap((table) => table.extraRows),
    cells: Object.fromEntries(
      tables.flatMap((table) =>
        [...table.cells].map(([id, { value: _value, issues: _issues, ...cell }]) => [id, cell]),
      ),
    ),
    issues: tables.flatMap((table) => table.issues),
    tablesFound: tables.filter((table) => [...table.cells.values()].some((cell) => cell.state !== 'absent'))
      .length,
  };
}

function valuesOf(table: ReadTable): TableValues {
  const values: TableValues = {};
  for (const [id, cell] of table.cells) {
    const { row, column } = fieldById(id) as Field;
    const inRow = (values[row] ??= {});
    inRow[column] = cell.value;
  }
  return values;
}
