/**
 * The normalised record: one report of one agency for one year, as docs/contract.md fixes it.
 * A number is what the report printed, even where it does not add up; blank, dash, unreadable, ambiguous and
 * absent are null, never 0.
 */
import { z } from 'zod';
import { SOURCE_FORMATS } from './document';
import { findingSchema } from './audit/rules';
import { cellSchema, formsSchema, narrativeSchema, tableSchema } from './figures';
import { issueSchema } from './issue';
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

/** Why an answer was given: what kind of evidence, its words, where it is, what it says. */
export const evidenceSchema = z.object({
  kind: z.string(),
  text: z.string(),
  at: placeSchema.nullable(),
  says: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

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
  forms: formsSchema,
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
