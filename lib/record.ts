/**
 * The normalised record: one report of one agency for one year, as the contract fixes it (contract §2).
 * A number is what the report printed, even where it does not add up; blank, dash, unreadable, ambiguous and
 * absent are null, never 0.
 */
import { z } from 'zod';
import { SOURCE_FORMATS } from './document';
import { CELL_STATES, FORM_VERSIONS, fieldById } from './form';
import { findingSchema, issueSchema } from './issue';
import { placeSchema } from './place';

export const SCHEMA_VERSION = 1;

export const LEVELS = ['national', 'province', 'prefecture', 'county', 'township'] as const;
export type Level = (typeof LEVELS)[number];

export const BODIES = [
  'government',
  'department',
  'office',
  'subdistrict',
  'vertical',
  'institution',
] as const;
export type Body = (typeof BODIES)[number];

export const SCOPES = ['consolidated', 'own', 'unknown'] as const;
export type Scope = (typeof SCOPES)[number];

/** Why an answer was given: what kind of evidence, its words, where it stands, what it says. */
export const evidenceSchema = z.object({
  kind: z.string(),
  text: z.string(),
  at: placeSchema.nullable(),
  says: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const cellSchema = z.object({
  raw: z.string(),
  state: z.enum(CELL_STATES),
  at: placeSchema.nullable(),
  /** Words printed beside the number, such as （其中修订16件）. */
  note: z.string().optional(),
  /** Set where the text was recognised in a picture. */
  by: z.literal('ocr').optional(),
  /** Probability of the least certain character recognised, 0 to 1. */
  trust: z.number().min(0).max(1).optional(),
});
export type Cell = z.infer<typeof cellSchema>;

const tableSchema = z.record(z.string(), z.record(z.string(), z.number().nullable()));
export type TableValues = z.infer<typeof tableSchema>;

const formVersion = z.enum(FORM_VERSIONS);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const narrativeSchema = z.object({
  /** What is counted: a field id, or a topic outside the form (see `narrative/`). */
  field: z.string(),
  value: z.number(),
  at: placeSchema,
  /** At most 40 characters; left out of the records kept in a corpus. */
  quote: z.string().max(40).optional(),
});
export type NarrativeCount = z.infer<typeof narrativeSchema>;

export const extraRowSchema = z.object({
  block: z.string(),
  label: z.string(),
  values: z.record(z.string(), z.number().nullable()),
  cells: z.array(cellSchema),
});
export type ExtraRow = z.infer<typeof extraRowSchema>;

export const recordSchema = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  /** region code - agency - year; stable. */
  id: z.string(),
  synthetic: z.literal(true).optional(),
  source: z.object({
    path: z.string(),
    url: z.string().nullable(),
    sha256: z.string(),
    bytes: z.int().nonnegative(),
    format: z.enum(SOURCE_FORMATS),
    encoding: z.string().nullable(),
  }),
  /** Other copies of the same report, kept once with all their sources. */
  also_at: z.array(z.object({ path: z.string(), url: z.string().nullable(), sha256: z.string() })).optional(),
  title: z.string().nullable(),
  year: z.int().nullable(),
  period: z.object({ start: isoDate, end: isoDate }).nullable(),
  published: isoDate.nullable(),
  year_evidence: z.array(evidenceSchema),
  agency: z.object({
    name: z.string(),
    as_written: z.string(),
    body: z.enum(BODIES).nullable(),
    scope: z.enum(SCOPES),
    scope_evidence: z.array(evidenceSchema),
  }),
  region: z.object({
    code: z.string().nullable(),
    level: z.enum(LEVELS).nullable(),
    province: z.string().nullable(),
    prefecture: z.string().nullable(),
    county: z.string().nullable(),
    township: z.string().nullable(),
    evidence: z.array(evidenceSchema),
  }),
  forms: z.object({
    disclosure: z.record(z.string(), formVersion),
    requests: formVersion.nullable(),
  }),
  requests: tableSchema,
  proceedings: tableSchema,
  disclosure: tableSchema,
  extra_rows: z.array(extraRowSchema),
  narrative: z.array(narrativeSchema),
  cells: z.record(z.string(), cellSchema),
  issues: z.array(issueSchema),
  findings: z.array(findingSchema),
});

/** One report, normalised. */
export type ReportRecord = z.infer<typeof recordSchema>;

/** The printed value of a field in a record: a number, or null where the report has none or it could not be read. */
export function valueOf(
  record: Pick<ReportRecord, 'requests' | 'proceedings' | 'disclosure'>,
  fieldId: string,
): number | null {
  const field = fieldById(fieldId);
  return (field && record[field.table]?.[field.row]?.[field.column]) ?? null;
}
