/** Printed cells of a slice in long form, one row a cell. */
import { z } from 'zod';
import type { Filters } from '../filters/values';
import { CELL_STATES } from '../form';
import { placeSchema } from '../place';
import { withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { type Meta, selectMeta } from './answer';
import { conditionsOf } from './conditions';
import { jsonSchema } from './json-column';
import { type PageMeta, type PageQuestion, pageOf } from './page';

export const cellRowSchema = z.object({
  report_id: z.string(),
  field: z.string(),
  value: z.number().nullable(),
  state: z.enum(CELL_STATES),
  raw: z.string(),
  at: jsonSchema(placeSchema).nullable(),
  note: z.string().nullable(),
  source_url: z.string().nullable(),
});
export type CellRow = z.infer<typeof cellRowSchema>;

/** A page of the cells of the reports in the filters, in order of report and form. `row_count` counts cells. */
export async function selectCells(
  corpus: Corpus,
  filters: Filters,
  question: PageQuestion = {},
): Promise<{ rows: CellRow[]; meta: Meta & PageMeta }> {
  const page = pageOf(question);
  const conditions = conditionsOf(filters);
  const inSlice = `report_no IN (SELECT report_no FROM reports WHERE (${conditions.slice}) AND (${conditions.basis}))`;
  return withDatabase(corpus, 'cells', async (database) => {
    const [total] = await database.rows(
      z.object({ cells: z.number() }),
      `SELECT count(*)::DOUBLE AS cells FROM cells WHERE ${inSlice}`,
      conditions.values,
    );
    const rows = await database.rows(
      cellRowSchema,
      `SELECT report_id, field, value, state, raw, place AS "at", note, sources.url AS source_url
       FROM (
         SELECT * FROM cells WHERE ${inSlice} ORDER BY report_no, field LIMIT $limit OFFSET $offset
       ) AS listed
       JOIN reports USING (report_no)
       JOIN sources USING (report_no)
       ORDER BY report_no, field`,
      { ...conditions.values, limit: page.limit, offset: page.offset },
    );
    const meta = await selectMeta(database, corpus, filters, conditions);
    return { rows, meta: { ...meta, ...page.meta(total?.cells ?? 0) } };
  });
}
