/**
 * What a table of reports can show, and the parameters `columns` and `sort` that choose from it:
 *
 *     columns=agency,year,requests.granted.total,disclosure_rate&sort=-disclosure_rate,year
 *
 * No zod and no SQL here, so client code may import this module.
 */
import { ALL_FIELDS, fieldLabel } from '../form';
import { type Bilingual, fieldUnit } from '../metrics/registry';
import { REPORT_METRICS } from './operands';

/** `text` from people, `word` of a closed list, whole `count`, `amount` with decimals, `rate` as a ratio 0–1. */
export type ColumnKind = 'text' | 'word' | 'count' | 'amount' | 'rate';

export type ListColumn = Bilingual & {
  id: string;
  kind: ColumnKind;
  unit: Bilingual | null;
  /** Where it belongs in a list to choose from. */
  group: 'report' | 'metric' | 'field';
  sortable: boolean;
};

const about = (id: string, kind: ColumnKind, zh: string, en: string, sortable = true): ListColumn => ({
  id,
  kind,
  zh,
  en,
  unit: null,
  group: 'report',
  sortable,
});

/** Who, when, where. */
const IDENTITY: readonly ListColumn[] = [
  about('agency_id', 'text', '机关编号', 'Agency id', false),
  about('agency', 'text', '机关', 'Agency'),
  about('year', 'count', '年份', 'Year'),
  about('published', 'word', '发布日期', 'Published'),
  about('region_code', 'word', '行政区划代码', 'Region code', false),
  about('province', 'text', '省级', 'Province'),
  about('prefecture', 'text', '地级', 'Prefecture'),
  about('county', 'text', '县级', 'County'),
  about('township', 'text', '乡级', 'Township'),
  about('level', 'word', '层级', 'Level'),
  about('body', 'word', '机关类型', 'Kind of body'),
  about('scope', 'word', '统计范围', 'Scope'),
  about('form', 'word', '表三版本', 'Form version of table 3'),
  about('issues', 'count', '读取问题数', 'Reading issues'),
  about('findings', 'count', '内容疑点数', 'Findings'),
];

const FIELDS: readonly ListColumn[] = ALL_FIELDS.map(({ id, kind }) => ({
  id,
  kind: kind.startsWith('amount') ? 'amount' : 'count',
  zh: fieldLabel(id, 'zh'),
  en: fieldLabel(id, 'en'),
  unit: fieldUnit(id),
  group: 'field',
  sortable: true,
}));

const RATES_AND_SUMS: readonly ListColumn[] = REPORT_METRICS.map(({ id, kind, zh, en, unit }) => ({
  id,
  kind: kind === 'rate' ? 'rate' : 'amount',
  zh,
  en,
  unit,
  group: 'metric',
  sortable: true,
}));

/** Where a row is from. */
const ORIGIN: readonly ListColumn[] = [
  about('report_id', 'text', '报告编号', 'Report id', false),
  about('source_url', 'text', '来源网址', 'Source address', false),
];

/** Everything that can be chosen: who, when, where; metrics of the report; every cell; where it is from. */
export const LIST_COLUMNS: readonly ListColumn[] = [...IDENTITY, ...RATES_AND_SUMS, ...FIELDS, ...ORIGIN];

/** The columns of a file for which none are chosen: all but the metrics, which follow from the cells. */
export const WIDE_COLUMNS: readonly string[] = [...IDENTITY, ...FIELDS, ...ORIGIN].map(({ id }) => id);

const COLUMN_BY_ID = new Map(LIST_COLUMNS.map((column) => [column.id, column]));

/** The column with this id, undefined when there is none. */
export const listColumn = (id: string): ListColumn | undefined => COLUMN_BY_ID.get(id);

/** One key of an order; rows without a value come last in either direction. */
export type Sort = { by: string; descending: boolean };

/** Names to sort by that are no columns: `region` is the order of the corpus (region, agency, year). */
export const SORT_NAMES: readonly string[] = [
  'region',
  'litigations',
  ...LIST_COLUMNS.filter((column) => column.sortable).map(({ id }) => id),
];

/** More keys than this change nothing that a person could see. */
export const MOST_SORTS = 5;

type Read<T> = { good: T[]; bad: string[] };

/** The columns that a parameter names, each once, in its order; and what it names that is none. */
export function parseColumns(text: string): Read<string> {
  const names = namesIn(text);
  return {
    good: names.filter((id) => COLUMN_BY_ID.has(id)),
    bad: names.filter((id) => !COLUMN_BY_ID.has(id)),
  };
}

/** The order that a parameter asks for, `-` before a name for descending; and what it names that is none. */
export function parseSorts(text: string): Read<Sort> {
  const read: Read<Sort> = { good: [], bad: [] };
  for (const name of namesIn(text)) {
    const by = name.replace(/^-/, '');
    if (!SORT_NAMES.includes(by) || read.good.length >= MOST_SORTS) read.bad.push(name);
    else if (!read.good.some((sort) => sort.by === by)) read.good.push({ by, descending: by !== name });
  }
  return read;
}

/** The text of an order; `parseSorts` gives the order again. */
export const serializeSorts = (sorts: readonly Sort[]): string =>
  sorts.map(({ by, descending }) => (descending ? `-${by}` : by)).join(',');

const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];
