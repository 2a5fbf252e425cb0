/**
 * The versions of the form, the only place that spells them: which report years each is for, what of the common rows and
 * blocks it prints and in which words. Everything else (reader, equations, store, charts, pages) goes through this list,
 * so a new version is an entry here.
 */
import {
  DISCLOSURE_COLUMNS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureColumn,
  type DisclosureRow,
} from './disclosure';
import { REQUEST_ROWS, type RequestRow } from './requests';

type DisclosureShape = { rows: readonly DisclosureRow[]; columns: readonly DisclosureColumn[] };

type Version = {
  /** The first report year that the version is for; it ends with the year before the next version's. */
  firstYear: number;
  /** The notice of the State Council's office that prescribes it. */
  notice: string;
  /** Rows of table 3 that other versions print and this one does not. */
  withoutRequests: readonly RequestRow[];
  /** The blocks of table 2 in form order: the rows a block prints and the columns of each of those rows. */
  disclosure: Partial<Record<DisclosureBlock, DisclosureShape>>;
  /** Rows and columns that it prints in other words than `requests` and `disclosure` hold. */
  wording: Partial<Record<RequestRow | DisclosureRow | DisclosureColumn, string>>;
};

const VERSIONS = {
  '2019': {
    firstYear: 2019,
    notice: '国办公开办函〔2019〕60号',
    withoutRequests: ['other_amendment_overdue', 'other_fee_overdue', 'other_misc'],
    disclosure: {
      '20(1)': {
        rows: ['rules', 'normative_documents'],
        columns: ['new_made', 'newly_disclosed', 'disclosed_total'],
      },
      '20(5)': {
        rows: ['licensing', 'other_services'],
        columns: ['items_last_year', 'items_change', 'decisions'],
      },
      '20(6)': {
        rows: ['penalties', 'compulsory_measures'],
        columns: ['items_last_year', 'items_change', 'decisions'],
      },
      '20(8)': { rows: ['administrative_fees'], columns: ['items_last_year', 'items_change'] },
      '20(9)': { rows: ['procurement'], columns: ['projects', 'amount_yuan'] },
    },
    wording: { normative_documents: '规范性文件' },
  },
  '2021': {
    firstYear: 2021,
    notice: '国办公开办函〔2021〕30号',
    withoutRequests: ['other_total'],
    disclosure: {
      '20(1)': { rows: ['rules', 'normative_documents'], columns: ['issued', 'repealed', 'in_force'] },
      '20(5)': { rows: ['licensing'], columns: ['decisions'] },
      '20(6)': { rows: ['penalties', 'compulsory_measures'], columns: ['decisions'] },
      '20(8)': { rows: ['administrative_fees'], columns: ['amount_10k_yuan'] },
    },
    wording: { decisions: '本年处理决定数量' },
  },
} as const satisfies Record<string, Version>;

export type FormVersion = keyof typeof VERSIONS;

/** The ids of the versions, the oldest first. */
export const FORM_VERSIONS = Object.keys(VERSIONS) as [FormVersion, ...FormVersion[]];

/** The version in force. */
export const LATEST_FORM = FORM_VERSIONS.at(-1) as FormVersion;

const versionOf = (form: FormVersion): Version => VERSIONS[form];

/** Version → what `make` gives for it. */
export const byForm = <T>(make: (form: FormVersion) => T): Record<FormVersion, T> =>
  Object.fromEntries(FORM_VERSIONS.map((form) => [form, make(form)])) as Record<FormVersion, T>;

/** The blocks of table 2 by version: the rows a block prints and the columns of each of those rows, in form order. */
export const DISCLOSURE_FORMS = byForm((form) => versionOf(form).disclosure);

/** The rows of table 3 that a version prints, in form order: 23 of the first version, 25 of the second. */
export function requestRows(form: FormVersion): RequestRow[] {
  return REQUEST_ROWS.flatMap(({ id }) => (versionOf(form).withoutRequests.includes(id) ? [] : [id]));
}

/** The outcome rows (三（一）to 三（六）) that a version prints, in form order: the parts of outcomes_total. */
export function outcomeRows(form: FormVersion): RequestRow[] {
  const printed = requestRows(form);
  return REQUEST_ROWS.flatMap(({ id, group }) => (group !== null && printed.includes(id) ? [id] : []));
}

/** The version for a report year; the first for years before it, the latest where the year is unknown. */
export function formOfYear(year: number | null): FormVersion {
  if (year === null) return LATEST_FORM;
  return FORM_VERSIONS.findLast((form) => year >= VERSIONS[form].firstYear) ?? FORM_VERSIONS[0];
}

/** The version before another, null for the first. */
export const formBefore = (form: FormVersion): FormVersion | null =>
  FORM_VERSIONS[FORM_VERSIONS.indexOf(form) - 1] ?? null;

/** How many years a version was in force in a report year: 0 in its first. */
export const yearsInForce = (form: FormVersion, year: number): number => year - VERSIONS[form].firstYear;

/** The version that most blocks of a report follow, of several the latest; null when none was decided. */
export function majorityForm(forms: Partial<Record<string, FormVersion>>): FormVersion | null {
  const votes = Object.values(forms);
  const count = (form: FormVersion): number => votes.filter((vote) => vote === form).length;
  const most = Math.max(...FORM_VERSIONS.map(count));
  return most === 0 ? null : (FORM_VERSIONS.findLast((form) => count(form) === most) ?? null);
}

type Labelled = RequestRow | DisclosureRow | DisclosureColumn;

const LABELS: ReadonlyMap<string, string> = new Map([
  ...[...REQUEST_ROWS, ...DISCLOSURE_ROWS].map(({ id, zh }) => [id, zh] as const),
  ...Object.entries(DISCLOSURE_COLUMNS).map(([id, { zh }]) => [id, zh] as const),
]);

/** The label of a row or column as a version prints it, without its number. */
export const printedLabel = (id: Labelled, form: FormVersion): string =>
  versionOf(form).wording[id] ?? LABELS.get(id) ?? id;

/** Every wording of a row or column that some version prints, the common one first. */
export const printedLabels = (id: Labelled): string[] => [
  ...new Set([LABELS.get(id) ?? id, ...FORM_VERSIONS.map((form) => printedLabel(id, form))]),
];

/**
 * Where table 2 began to ask for other things: the last report year before, and the versions on both sides. A series of
 * what it counts is no series across such a year.
 */
export const TABLE_2_BREAKS = FORM_VERSIONS.flatMap((since) => {
  const before = formBefore(since);
  if (before === null || JSON.stringify(DISCLOSURE_FORMS[before]) === JSON.stringify(DISCLOSURE_FORMS[since]))
    return [];
  return [{ after: VERSIONS[since].firstYear - 1, before, since }];
});
