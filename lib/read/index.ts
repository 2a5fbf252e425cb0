/**
 * Document → the three statutory tables. One algorithm for all shapes: rows of located tokens, segments of label and
 * values, an alignment with the form, and readings that the form's arithmetic may settle. What is doubtful is null with a
 * state, and an issue names its fields.
 */
import type { Document } from '../document';
import type { CellState, FormVersion } from '../form';
import {
  DISCLOSURE_COLUMN_LABELS,
  DISCLOSURE_ROW_LABELS,
  OTHER_HEADS,
  PROCEEDING_COLUMN_LABELS,
  REQUEST_COLUMN_LABELS,
  REQUEST_ROW_LABELS,
} from '../form/labels';
import type { Issue } from '../issue';
import type { Cell, ExtraRow, TableValues } from '../record';
import { readDisclosure } from './disclosure';
import { type LabelSet, formLabels, labelScores, labelSet, labelTexts } from './match';
import { readProceedings } from './proceedings';
import { readRequests } from './requests';
import { splitSegments } from './segments';
import type { ReadTable } from './table';
import { documentRows } from './tokens';

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

const LABELS = labelSet([...formLabels(REQUEST_ROW_LABELS), ...formLabels(DISCLOSURE_ROW_LABELS)]);
const HEADS = labelSet([
  ...formLabels(REQUEST_COLUMN_LABELS),
  ...formLabels(PROCEEDING_COLUMN_LABELS),
  ...formLabels(DISCLOSURE_COLUMN_LABELS),
  ...formLabels(OTHER_HEADS),
]);

/** Whether a text says one of these labels well enough. */
const oneOf =
  (set: LabelSet, least: number) =>
  (text: string): boolean =>
    text.length <= 80 && labelScores(labelTexts([text]), set).some((score) => score >= least);

/** Reads the three tables of a report. Every field of the form versions found has a cell, `absent` where nothing stands for it. */
export function readTables(document: Document): StatutoryTables {
  const segments = splitSegments(documentRows(document), {
    isLabel: oneOf(LABELS, 0.78),
    isHead: oneOf(HEADS, 0.86),
  });
  const disclosure = readDisclosure(segments);
  const requests = readRequests(segments, majorityForm(disclosure.forms));
  const proceedings = readProceedings(segments);
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

function majorityForm(forms: Record<string, FormVersion>): FormVersion | null {
  const versions = Object.values(forms);
  if (versions.length === 0) return null;
  return versions.filter((version) => version === '2019').length * 2 > versions.length ? '2019' : '2021';
}

function valuesOf(table: ReadTable): TableValues {
  const values: TableValues = {};
  for (const [id, cell] of table.cells) {
    const [, row, column] = id.split('.') as [string, string, string];
    values[row] ??= {};
    (values[row] as Record<string, number | null>)[column] = cell.value;
  }
  return values;
}
