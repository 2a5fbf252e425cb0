/** The fields of identity that a person may set, what values they take, and how a value is put into a record. */
import { type Gazetteer, loadGazetteer } from '../identify';
import type { IssueCode } from '../issue';
import { BODIES, LEVELS, type ReportRecord, SCOPES } from '../record';

type Curated = {
  /** What is wrong with a value, as what was expected, or null. An empty value means "not known". */
  problem: (value: string) => string | null;
  set: (record: ReportRecord, value: string) => ReportRecord;
  /** The value now, as text. */
  current: (record: ReportRecord) => string;
  /** Issues that a value set by hand resolves. */
  resolves: IssueCode[];
};

const oneOf =
  (values: readonly string[], mayBeEmpty: boolean) =>
  (value: string): string | null =>
    values.includes(value) || (mayBeEmpty && value === '') ? null : `one of ${values.join(', ')}`;

const day = (value: string): string | null =>
  value === '' || isDate(value) ? null : 'a day such as 2021-01-31';

/** Which field a line may set. Keys are paths in the record. */
export const CURATED_FIELDS: Record<string, Curated> = {
  'agency.name': {
    problem: (value) => (value === '' ? 'a name' : null),
    set: (record, name) => ({ ...record, agency: { ...record.agency, name } }),
    current: (record) => record.agency.name,
    resolves: ['identity.agency_unknown'],
  },
  'agency.body': {
    problem: oneOf(BODIES, true),
    set: (record, value) => ({
      ...record,
      agency: { ...record.agency, body: (value || null) as ReportRecord['agency']['body'] },
    }),
    current: (record) => record.agency.body ?? '',
    resolves: [],
  },
  'agency.scope': {
    problem: oneOf(SCOPES, false),
    set: (record, value) => ({
      ...record,
      agency: { ...record.agency, scope: value as ReportRecord['agency']['scope'] },
    }),
    current: (record) => record.agency.scope,
    resolves: ['identity.scope_unknown'],
  },
  'region.code': {
    problem: (value) =>
      value === '' || loadGazetteer().byCode.has(value) ? null : 'a code of data/regions.csv',
    set: (record, code) => ({ ...record, region: { ...record.region, ...placeOf(code, loadGazetteer()) } }),
    current: (record) => record.region.code ?? '',
    resolves: ['identity.region_unknown', 'identity.region_ambiguous'],
  },
  'region.level': {
    problem: oneOf(LEVELS, true),
    set: (record, value) => ({
      ...record,
      region: { ...record.region, level: (value || null) as ReportRecord['region']['level'] },
    }),
    current: (record) => record.region.level ?? '',
    resolves: [],
  },
  year: {
    problem: (value) => (/^(?:20\d\d|)$/.test(value) ? null : 'a year such as 2021'),
    set: (record, value) => ({ ...record, year: value === '' ? null : Number(value) }),
    current: (record) => String(record.year ?? ''),
    resolves: ['identity.year_unknown', 'identity.year_inferred'],
  },
  published: {
    problem: day,
    set: (record, value) => ({ ...record, published: value || null }),
    current: (record) => record.published ?? '',
    resolves: [],
  },
  title: {
    problem: () => null,
    set: (record, value) => ({ ...record, title: value || null }),
    current: (record) => record.title ?? '',
    resolves: [],
  },
};

/** What is wrong with a value for a field, as what was expected; null when it can be set. */
export const valueProblem = (field: string, value: string): string | null =>
  CURATED_FIELDS[field]?.problem(value) ?? null;

/** True for a day that the calendar has, written 2026-01-31. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

/** Level and names that go with a code; all null for no code. */
function placeOf(code: string, { byCode }: Gazetteer): Omit<ReportRecord['region'], 'evidence'> {
  const names: Record<string, string> = {};
  const region = byCode.get(code) ?? null;
  for (let at = region; at; at = at.parent) names[at.level] = at.name;
  const { province = null, prefecture = null, county = null, township = null } = names;
  return { code: region?.code ?? null, level: region?.level ?? null, province, prefecture, county, township };
}
