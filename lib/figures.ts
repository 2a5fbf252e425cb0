/**
 * What a report prints, apart from who it speaks for: its three tables, their cells, the counts in its prose. The leaf that
 * reading, rules and records share. A number is what the report printed; blank, dash, unreadable, ambiguous and absent are
 * null, never 0.
 */
import { z } from 'zod';
import { CELL_STATES, FORM_VERSIONS, fieldById } from './form';
import { placeSchema } from './place';

export const cellSchema = z.object({
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

export const tableSchema = z.record(z.string(), z.record(z.string(), z.number().nullable()));
export type TableValues = z.infer<typeof tableSchema>;

const formVersion = z.enum(FORM_VERSIONS);
export const formsSchema = z.object({
  disclosure: z.record(z.string(), formVersion),
  requests: formVersion.nullable(),
});

export const narrativeSchema = z.object({
  /** What is counted: a field id, or a topic outside the form (see `narrative/`). */
  field: z.string(),
  value: z.number(),
  at: placeSchema,
  /** At most 40 characters; left out of the records kept in a corpus. */
  quote: z.string().max(40).optional(),
});
export type NarrativeCount = z.infer<typeof narrativeSchema>;

/** The three tables: row → column → number. */
export type Tables = { requests: TableValues; proceedings: TableValues; disclosure: TableValues };

/** What the rules inside one report look at. */
export type Figures = Tables & {
  forms: z.infer<typeof formsSchema>;
  cells: Record<string, Cell>;
  narrative: readonly NarrativeCount[];
};

/** The printed value of a field: a number, or null where the report has none or it could not be read. */
export function valueOf(tables: Tables, fieldId: string): number | null {
  const field = fieldById(fieldId);
  return (field && tables[field.table]?.[field.row]?.[field.column]) ?? null;
}

/** A side of an equation: its fields and their sum, null when it cannot be told. */
export type Side = { fields: readonly string[]; sum: number | null };
export type Sides = { left: Side; right: Side };

/** What the form says is equal: the sum of the fields on the left, and of those on the right. */
export type Equation = { left: readonly string[]; right: readonly string[] };

/**
 * The sum of some fields as printed. A blank or a dash beside other figures counts as nothing, as on paper; null when one
 * of the fields could not be read, or when none is printed at all.
 */
export function sideOf(figures: Tables & Pick<Figures, 'cells'>, fields: readonly string[]): Side {
  let sum: number | null = null;
  for (const field of fields) {
    const value = valueOf(figures, field);
    const state = figures.cells[field]?.state;
    if (value !== null) sum = (sum ?? 0) + value;
    else if (state !== 'blank' && state !== 'dash') return { fields, sum: null };
  }
  return { fields, sum };
}

/** Both sides of an equation as the report prints them. */
export const checkEquation = (
  figures: Tables & Pick<Figures, 'cells'>,
  { left, right }: Equation,
): Sides => ({ left: sideOf(figures, left), right: sideOf(figures, right) });

/** Whether two sides are equal; null where one of them cannot be told. */
export const isEqual = ({ left, right }: Sides): boolean | null =>
  left.sum === null || right.sum === null ? null : left.sum === right.sum;
