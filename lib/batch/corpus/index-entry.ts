/**
 * What a corpus knows of each source it has read: which record it gave, or why none. Enough to tell what must be read
 * again, and which sources are copies of one report.
 */
import { z } from 'zod';
import { type CopyQuality, qualityOf } from '../../copies';
import { seriesOf } from '../../audit/history';
import type { ReportRecord } from '../../record';

const copySchema = z.object({
  path: z.string(),
  url: z.string().nullable(),
  /** Named by a record that another machine wrote, and never seen here: that it is not there says nothing. */
  elsewhere: z.literal(true).optional(),
});

const readSchema = z.object({
  sha256: z.string(),
  /** Version of the reader that read it; empty when it must be read again. */
  reader: z.string(),
  /** Where the source is, first the place that its record names. */
  copies: z.array(copySchema).min(1),
});

export const recordEntrySchema = readSchema.extend({
  record: z.string(),
  /** The record's id before curation. */
  read_as: z.string(),
  /** Hash of the curation applied; empty for none. */
  curation: z.string(),
  /** What decides among the copies of a report: see `CopyQuality`. */
  values: z.string(),
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
export const describeRecord = (record: ReportRecord): CopyQuality & { record: string } => ({
  ...qualityOf(record),
  record: record.id,
});

/** The entry of a record that is in a corpus without one. Its reader is unknown, so its source is read again when it is seen. */
export function entryOfRecord(record: ReportRecord): RecordEntry {
  const { path, url, sha256 } = record.source;
  const places = (record.also_at ?? []).filter((each) => each.sha256 === sha256);
  const copies = [{ path, url }, ...places.map((each) => ({ path: each.path, url: each.url }))];
  return {
    ...describeRecord(record),
    reader: '',
    read_as: record.id,
    curation: '',
    copies: copies.map((copy) => ({ ...copy, elsewhere: true })),
  };
}
