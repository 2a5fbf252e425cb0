/**
 * Where a value stands in its source. All counts start at 1, `offset` at 0. Which keys are set depends on the
 * format: text has line and column; HTML also table, row and cell; PDF page and box; Word table, row and cell;
 * spreadsheets sheet, row and cell. A place is enough for a person to find the printed cell again.
 */
import { z } from 'zod';

export const placeSchema = z.object({
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  offset: z.int().nonnegative().optional(),
  page: z.int().positive().optional(),
  /** x, y, width, height in points from the page's top left corner. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  /** Number of the paragraph or table among the blocks of the document. */
  block: z.int().positive().optional(),
  table: z.int().positive().optional(),
  row: z.int().positive().optional(),
  cell: z.int().positive().optional(),
  sheet: z.string().optional(),
  /** Member of an archive. */
  member: z.string().optional(),
});

export type Place = z.infer<typeof placeSchema>;
