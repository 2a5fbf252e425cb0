/**
 * Metrics worked out in plain JavaScript from the records themselves, word by word after contract §4 and §6: what the
 * SQL is held against. Nothing of the store or the query layer is used, only the metric definitions.
 */
import { type Filters, regionPrefix } from '../../lib/filters';
import { APPLICANT_COLUMNS, fieldById } from '../../lib/form';
import { type Expression, type Metric, metricById } from '../../lib/metrics/registry';
import type { Dimension, Key } from '../../lib/query';
import { valueOf } from '../../lib/figures';
import type { ReportRecord } from '../../lib/record';
import { fitsConditions } from './plain-conditions';

export type PlainValue = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  reports: number;
  missing: number;
};
export type PlainRow = { key: Partial<Record<Dimension, Key>>; values: Record<string, PlainValue> };

const LEVEL_DEPTH = { national: 0, province: 1, prefecture: 2, county: 3, township: 4 };
const LENGTHS = [0, 2, 4, 6, 9];

const prefixOf = (record: ReportRecord): string | null =>
  record.region.code === null ? null : regionPrefix(record.region.code);
const depthOf = (prefix: string): number => LENGTHS.indexOf(prefix.length);
const isOutside = ({ agency }: ReportRecord): boolean =>
  agency.body === 'vertical' || agency.body === 'institution';
const agencyIdOf = (record: ReportRecord): string => record.id.replace(/-[^-]*$/, '');

/** Whether a consolidated report may speak for its region. */
function mayCover(record: ReportRecord): boolean {
  const prefix = prefixOf(record);
  if (record.agency.scope !== 'consolidated' || isOutside(record) || prefix === null || record.year === null)
    return false;
  return record.region.level === null || LEVEL_DEPTH[record.region.level] <= depthOf(prefix);
}

const BODY_ORDER: (string | null)[] = ['government', 'department', 'office', 'subdistrict', null];

/** The better of two consolidated reports of one region and year, so that they do not leave each other out. */
function precedes(a: ReportRecord, b: ReportRecord): boolean {
  const rank = (record: ReportRecord): number => BODY_ORDER.indexOf(record.agency.body);
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  const [first, second] = [agencyIdOf(a), agencyIdOf(b)];
  return first === second ? a.id < b.id : first < second;
}

/** Consolidated reports by year and region, so that looking for one does not take all day. */
export type Coverers = Map<string, ReportRecord[]>;

export function coverersOf(records: readonly ReportRecord[]): Coverers {
  const found: Coverers = new Map();
  for (const record of records.filter(mayCover)) {
    const key = `${record.year} ${prefixOf(record)}`;
    found.set(key, [...(found.get(key) ?? []), record]);
  }
  return found;
}

/** Whether another consolidated report of region `prefix` covers the record. */
function isCoveredAt(
  record: ReportRecord,
  prefix: string,
  coverers: Coverers,
  level?: string | null,
): boolean {
  const own = prefixOf(record);
  return (coverers.get(`${record.year} ${prefix}`) ?? []).some((other) => {
    if (other === record || (level !== undefined && other.region.level !== level)) return false;
    return own !== prefix || !mayCover(record) || precedes(other, record);
  });
}

/** Whether a report is counted in its group (contract §4). */
function isCounted(
  record: ReportRecord,
  filters: Filters,
  by: readonly Dimension[],
  coverers: Coverers,
): boolean {
  if (filters.basis === 'all') return true;
  if (filters.basis !== 'deduplicated') return record.agency.scope === filters.basis;
  if (by.includes('agency') || filters.agency.length === 1) return true;
  if (isOutside(record)) return false;
  const own = prefixOf(record);
  if (own === null) return true;
  if (by.includes('level') || filters.level.length === 1)
    return record.region.level === null || !isCoveredAt(record, own, coverers, record.region.level);
  const depth = groupDepth(own, filters, by);
  return !LENGTHS.some(
    (length, at) =>
      at >= depth && length <= own.length && isCoveredAt(record, own.slice(0, length), coverers),
  );
}

/** How deep the region of the record's group lies. */
function groupDepth(own: string, filters: Filters, by: readonly Dimension[]): number {
  const filtered = filters.region.filter((prefix) => own.startsWith(prefix)).map(depthOf);
  const grouped = (['province', 'prefecture', 'county'] as const)
    .filter((dimension) => by.includes(dimension))
    .map((dimension) => LEVEL_DEPTH[dimension])
    .filter((depth) => depth <= depthOf(own));
  return Math.max(filtered.length === 0 ? 0 : Math.min(...filtered), 0, ...grouped);
}

function isInSlice(record: ReportRecord, filters: Filters): boolean {
  const own = prefixOf(record);
  const words = filters.q.split(/\s+/).filter(Boolean);
  return (
    (filters.from === null || (record.year ?? 0) >= filters.from) &&
    (filters.to === null || (record.year !== null && record.year <= filters.to)) &&
    (filters.region.length === 0 || filters.region.some((prefix) => own?.startsWith(prefix))) &&
    (filters.level.length === 0 || filters.level.some((level) => level === record.region.level)) &&
    (filters.body.length === 0 || filters.body.some((body) => body === record.agency.body)) &&
    (filters.form.length === 0 || filters.form.some((form) => form === record.forms.requests)) &&
    (filters.agency.length === 0 || filters.agency.includes(agencyIdOf(record))) &&
    words.every((word) => record.agency.name.includes(word)) &&
    (filters.findings === 'any' || record.findings.length === 0) &&
    fitsConditions(record, filters.where)
  );
}

const LENGTH_OF = { province: 2, prefecture: 4, county: 6 };

function keyOf(record: ReportRecord, dimension: Dimension, applicant: string | null): Key {
  if (dimension === 'year') return record.year;
  if (dimension === 'level') return record.region.level;
  if (dimension === 'body') return record.agency.body;
  if (dimension === 'form') return record.forms.requests;
  if (dimension === 'agency') return agencyIdOf(record);
  if (dimension === 'applicant') return applicant;
  const own = prefixOf(record) ?? '';
  const length = LENGTH_OF[dimension];
  return own.length >= length ? own.slice(0, length) : null;
}

/** The value of one cell where the applicant columns chosen stand for `total`; null as soon as one is missing. */
function cellOf(
  record: ReportRecord,
  id: string,
  columns: readonly string[],
  isFixed: boolean,
): number | null {
  const field = fieldById(id);
  if (field?.table !== 'requests' || isFixed || columns.length === 0) return valueOf(record, id);
  return columns
    .map((column) => valueOf(record, `requests.${field.row}.${column}`))
    .reduce((sum: number | null, value) => (sum === null || value === null ? null : sum + value), 0);
}

function evaluate(
  record: ReportRecord,
  expression: Expression,
  metric: Metric,
  columns: readonly string[],
): number | null {
  for (const { plus, minus = [] } of expression) {
    const read = (id: string): number | null => cellOf(record, id, columns, metric.fixed);
    const values = [...plus.map(read), ...minus.map(read).map((value) => (value === null ? null : -value))];
    if (values.every((value) => value !== null)) return values.reduce((sum, value) => sum + value, 0);
  }
  return null;
}

/** A report, and the applicant column of its group where the grouping is by applicant. */
type Member = [ReportRecord, string | null];

/** The rows that the question must be answered with, in no order. */
export function plainMetrics(
  records: readonly ReportRecord[],
  coverers: Coverers,
  metrics: readonly string[],
  by: readonly Dimension[],
  filters: Filters,
): PlainRow[] {
  const counted = records.filter(
    (record) => isInSlice(record, filters) && isCounted(record, filters, by, coverers),
  );
  const columns = filters.applicant.length > 0 ? filters.applicant : [...APPLICANT_COLUMNS];
  const applicants = by.includes('applicant') ? columns : [null];
  const groups = new Map<string, { key: PlainRow['key']; members: Member[] }>();
  if (by.length === 0) groups.set('[]', { key: {}, members: [] });
  for (const record of counted)
    for (const applicant of applicants) {
      const values = by.map((dimension) => keyOf(record, dimension, applicant));
      const name = JSON.stringify(values);
      const key = Object.fromEntries(by.map((dimension, i) => [dimension, values[i] ?? null]));
      const group = groups.get(name) ?? { key, members: new Array<Member>() };
      group.members.push([record, applicant]);
      groups.set(name, group);
    }
  return [...groups.values()].map(({ key, members }) => ({
    key,
    values: Object.fromEntries(metrics.map((id) => [id, plainValue(id, members, filters)])),
  }));
}

function plainValue(id: string, members: readonly Member[], filters: Filters): PlainValue {
  const metric = metricById(id);
  if (!metric) throw new Error(`no metric ${id}`);
  const all = members.length;
  if (metric.kind === 'count') {
    const agencies = new Set(members.map(([record]) => agencyIdOf(record)));
    const value = id === 'agencies' ? agencies.size : all;
    return { value, numerator: null, denominator: null, reports: all, missing: 0 };
  }
  const isSplit = filters.applicant.length > 0 || members.some(([, applicant]) => applicant !== null);
  const pairs = members.map(([record, applicant]) => {
    if (isSplit && !metric.byApplicant && !metric.fixed) return [null, null];
    const columns = applicant === null ? filters.applicant : [applicant];
    return [
      evaluate(record, metric.numerator, metric, columns),
      metric.denominator ? evaluate(record, metric.denominator, metric, columns) : 0,
    ];
  });
  const whole = pairs.filter((pair): pair is [number, number] => pair.every((side) => side !== null));
  const counts = { reports: whole.length, missing: all - whole.length };
  const sum = (side: 0 | 1): number | null =>
    whole.length === 0 ? null : whole.reduce((total, pair) => total + pair[side], 0);
  const [numerator, denominator] = [sum(0), sum(1)];
  if (!metric.denominator) return { value: numerator, numerator: null, denominator: null, ...counts };
  const value =
    numerator !== null && denominator !== null && denominator > 0 ? numerator / denominator : null;
  return { value, numerator, denominator, ...counts };
}
