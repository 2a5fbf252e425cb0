/**
 * What a corpus knows of each source it has read: which record it gave, or why none. Enough to tell what must be read
 * again, which sources are copies of one report, and which of the copies the corpus keeps.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ALL_FIELDS } from '../form';
import { seriesOf } from '../audit/history';
import type { ReportRecord } from '../record';

const copySchema = z.object({ path: z.string(), url: z.string().nullable() });

const readSchema = z.object({
  sha256: z.string(),
  /** Version of the reader that read it; empty when it must be read again. */
  reader: z.string(),
  /** Where the source lies, the copy it was read from first. */
  copies: z.array(copySchema).min(1),
});

export const recordEntrySchema = readSchema.extend({
  record: z.string(),
  /** The record's id before curation. */
  read_as: z.string(),
  /** Hash of the curation applied; empty for none. */
  curation: z.string(),
  /** Hash of all values of the three tables. */
  values: z.string(),
  /** Issues by severity, and how many numbers the record has. */
  errors: z.int(),
  warnings: z.int(),
  infos: z.int(),
  numbers: z.int(),
  published: z.string().nullable(),
});
export type RecordEntry = z.infer<typeof recordEntrySchema>;

export const rejectEntrySchema = readSchema.extend({
  found: z.string(),
  expected: z.string(),
  remedy: z.string(),
  /** Set when reading took longer than this many seconds; a higher limit tries again. */
  time_limit: z.number().optional(),
});
export type RejectEntry = z.infer<typeof rejectEntrySchema>;

export type IndexEntry = RecordEntry | RejectEntry;

export const isRecordEntry = (entry: IndexEntry | undefined): entry is RecordEntry =>
  entry !== undefined && 'record' in entry;

/**
 * The id under which a corpus keeps a record: its own, or, where agency, region or year is not known, its own and the
 * beginning of the source's hash, since two such reports need not be the same one.
 */
export function corpusId(record: ReportRecord): string {
  const hash = `-${record.source.sha256.slice(0, 8)}`;
  return seriesOf(record) !== null || record.id.endsWith(hash) ? record.id : `${record.id}${hash}`;
}

/** What the corpus keeps in mind of a record just read or found, apart from its copies and versions. */
export function describeRecord(
  record: ReportRecord,
): Omit<RecordEntry, 'reader' | 'copies' | 'curation' | 'read_as'> {
  const read = record.issues.filter(({ code }) => code !== 'identity.curated');
  const count = (severity: string) => read.filter((each) => each.severity === severity).length;
  const values = ALL_FIELDS.map(({ table, row, column }) => record[table][row]?.[column] ?? null);
  return {
    sha256: record.source.sha256,
    record: record.id,
    values: createHash('sha256').update(values.join(',')).digest('hex').slice(0, 16),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    numbers: values.filter((value) => value !== null).length,
    published: record.published,
  };
}

/**
 * Entries for a record that lies in a corpus without any: one for its source and one for each other source in `also_at`.
 * Their reader is unknown, so they are read again when they are seen.
 */
export function entriesOfRecord(record: ReportRecord): [RecordEntry, ...RecordEntry[]] {
  const copies = new Map<string, RecordEntry['copies']>();
  const { path, url, sha256 } = record.source;
  for (const each of [{ path, url, sha256 }, ...(record.also_at ?? [])])
    copies.set(each.sha256, [...(copies.get(each.sha256) ?? []), { path: each.path, url: each.url }]);
  const shared = {
    ...describeRecord(record),
    reader: '',
    read_as: record.id,
    curation: '',
  };
  const others = [...copies].filter(([hash]) => hash !== sha256);
  return [
    { ...shared, copies: copies.get(sha256) ?? [] },
    ...others.map(([hash, places]) => ({ ...shared, sha256: hash, copies: places })),
  ];
}

/**
 * Order in which copies of one report are preferred, best first: fewer errors, warnings and other issues, more numbers,
 * published later, then by hash. It depends on nothing else, so the corpus is the same in whatever order files come.
 */
export function compareEntries(a: RecordEntry, b: RecordEntry): number {
  return (
    a.errors - b.errors ||
    a.warnings - b.warnings ||
    a.infos - b.infos ||
    b.numbers - a.numbers ||
    compareText(b.published ?? '', a.published ?? '') ||
    compareText(a.sha256, b.sha256)
  );
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
