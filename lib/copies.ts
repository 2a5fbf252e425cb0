/**
 * Sources that tell the same report: which of them is the one to show, and where the equal ones are. It depends on nothing
 * but the records, so it is the same in whatever order they come.
 */
import { createHash } from 'node:crypto';
import { ALL_FIELDS } from './form';
import type { ReportRecord } from './record';

/** What decides among copies of one report. */
export type CopyQuality = {
  sha256: string;
  /** Hash of all values of the three tables: copies with the same one say the same. */
  values: string;
  /** Issues of reading by severity, and how many numbers the record has. */
  errors: number;
  warnings: number;
  infos: number;
  numbers: number;
  published: string | null;
};

/** What decides on a record among its copies. */
export function qualityOf(record: ReportRecord): CopyQuality {
  const read = record.issues.filter(({ code }) => code !== 'identity.curated');
  const count = (severity: string) => read.filter((each) => each.severity === severity).length;
  const values = ALL_FIELDS.map(({ table, row, column }) => record[table][row]?.[column] ?? null);
  return {
    sha256: record.source.sha256,
    values: createHash('sha256').update(values.join(',')).digest('hex').slice(0, 16),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    numbers: values.filter((value) => value !== null).length,
    published: record.published,
  };
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Best first: fewer errors, warnings and other issues, more numbers, published later, then by hash. */
export const compareCopies = (a: CopyQuality, b: CopyQuality): number =>
  a.errors - b.errors ||
  a.warnings - b.warnings ||
  a.infos - b.infos ||
  b.numbers - a.numbers ||
  compareText(b.published ?? '', a.published ?? '') ||
  compareText(a.sha256, b.sha256);

/**
 * Each report once: of records with one id, which must follow one another as in a corpus folder read by path, the best,
 * with the places of those that say the same in `also_at`.
 */
export async function* bestOfCopies(records: AsyncIterable<ReportRecord>): AsyncGenerator<ReportRecord> {
  let held: ReportRecord[] = [];
  for await (const record of records) {
    if (held[0] && held[0].id !== record.id) {
      yield best(held);
      held = [];
    }
    held.push(record);
  }
  if (held.length > 0) yield best(held);
}

function best(copies: ReportRecord[]): ReportRecord {
  const [first] = copies as [ReportRecord];
  if (copies.length === 1) return first;
  const ranked = copies.map((record) => ({ record, quality: qualityOf(record) }));
  ranked.sort((a, b) => compareCopies(a.quality, b.quality));
  const [kept, ...others] = ranked as [(typeof ranked)[0], ...typeof ranked];
  const equal = others.filter(({ quality }) => quality.values === kept.quality.values);
  return withPlaces(kept.record, [
    ...(kept.record.also_at ?? []),
    ...equal.flatMap(({ record: { source, also_at = [] } }) => [
      { path: source.path, url: source.url, sha256: source.sha256 },
      ...also_at,
    ]),
  ]);
}

/** The record with these further places of the same report, by path; without any where there are none. */
export function withPlaces(record: ReportRecord, places: NonNullable<ReportRecord['also_at']>): ReportRecord {
  const { also_at: _before, ...bare } = record;
  const also_at = [...places].sort((a, b) => compareText(a.path, b.path) || compareText(a.sha256, b.sha256));
  return also_at.length === 0 ? bare : { ...bare, also_at };
}
