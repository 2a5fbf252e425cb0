/**
 * A record read back from a rendered document against what the document says, cell by cell. A value that differs
 * without an issue or finding that names its field is a silent error: the worst defect of the reader.
 */
import { ALL_FIELDS } from '../../lib/form/index';
import { valueOf } from '../../lib/figures';
import type { ReportRecord } from '../../lib/record';
import type { Rendered } from './render';
import type { TruthCell } from './page/page';

/**
 * `right`: as the document says. `null`: a number was given up, and an issue says so. `doubtful`: wrong, but an issue or
 * finding names the field. `silent`: wrong, lost or made up without a word.
 */
export type Verdict = 'right' | 'null' | 'doubtful' | 'silent';

export type Mistake = {
  field: string;
  verdict: 'doubtful' | 'silent';
  /** What the document says: its raw text and value. */
  truth: string;
  got: string;
};

export type Comparison = {
  counts: Record<Verdict, number>;
  /** Printed numbers that were read as they are printed; one that was given up is none of them. */
  read: number;
  mistakes: Mistake[];
};

const NOT_PRINTED: TruthCell = { value: null, raw: '', state: 'blank' };

/** Compares every field that either form version has, and the year. */
export function compareRecord(rendered: Pick<Rendered, 'truth' | 'year'>, record: ReportRecord): Comparison {
  const counts: Record<Verdict, number> = { right: 0, null: 0, doubtful: 0, silent: 0 };
  let read = 0;
  const mistakes: Mistake[] = [];
  const issues = new Set(record.issues.flatMap((issue) => issue.fields));
  const findings = new Set(record.findings.flatMap((finding) => finding.fields));
  const lost = tablesLost(record);
  const kin = new Set([...issues].map(kinOf));
  for (const { id, table } of ALL_FIELDS) {
    const truth = rendered.truth[id] ?? NOT_PRINTED;
    const got = valueOf(record, id);
    const verdict = judge(truth, got, {
      issue: issues.has(id),
      finding: findings.has(id),
      lost: lost.has(table) || (kinOf(id) !== null && kin.has(kinOf(id))),
    });
    counts[verdict]++;
    if (truth.value !== null && got === truth.value) read++;
    if (verdict === 'silent' || verdict === 'doubtful')
      mistakes.push({ field: id, verdict, truth: shown(truth), got: shownGot(record, id, got) });
  }
  if (record.year !== null && record.year !== rendered.year) {
    counts.silent++;
    mistakes.push({
      field: 'year',
      verdict: 'silent',
      truth: String(rendered.year),
      got: String(record.year),
    });
  }
  return { counts, read, mistakes };
}

/** Issues that say a whole table, or every table of the document, could not be read. */
const LOSING: ReadonlySet<string> = new Set(['decode.no_text_layer', 'decode.picture_table', 'table.absent']);

function tablesLost(record: ReportRecord): ReadonlySet<string> {
  const lost = new Set<string>();
  for (const { code, fields } of record.issues)
    if (LOSING.has(code))
      for (const table of ['requests', 'proceedings', 'disclosure'])
        if (fields.length === 0 || fields.some((field) => field.startsWith(`${table}.`))) lost.add(table);
  return lost;
}

/**
 * The fields that an issue on this one speaks for, where the form was read otherwise: a block of table 2 has other columns
 * in the other form, and the one row 其他处理 of 2019 is three in 2021. Null where the field stands for itself alone.
 */
function kinOf(id: string): string | null {
  const [table, row = ''] = id.split('.');
  if (table === 'disclosure') return row;
  return table === 'requests' && row.startsWith('other_') ? 'other' : null;
}

type Words = { issue: boolean; finding: boolean; lost: boolean };

function judge(truth: TruthCell, got: number | null, words: Words): Verdict {
  if (got !== null) {
    if (got === truth.value) return 'right';
    // A value that the document lost may be found again: by counting cells, or by arithmetic if the reader says so.
    const isFound = truth.value === null && truth.origin === got;
    if (isFound && (words.issue || truth.state === 'absent')) return 'right';
    return words.issue || words.finding ? 'doubtful' : 'silent';
  }
  if (truth.value === null && (truth.state === 'blank' || truth.state === 'dash')) return 'right';
  if (!words.issue && !words.lost && !truth.isUnknowable) return 'silent';
  return truth.value === null ? 'right' : 'null';
}

const shown = ({ value, raw, state, origin }: TruthCell): string =>
  value !== null
    ? `${value} (${JSON.stringify(raw)})`
    : `${state} ${JSON.stringify(raw)}${origin === undefined ? '' : `, was ${origin}`}`;

function shownGot(record: ReportRecord, id: string, got: number | null): string {
  const cell = record.cells[id];
  return `${got ?? 'null'} (${cell?.state ?? 'no cell'} ${JSON.stringify(cell?.raw ?? '')})`;
}
