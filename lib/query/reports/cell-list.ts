/** Printed cells of a slice in long form, one row a cell. */
import { z } from 'zod';
import type { Filters } from '../../filters';
import { CELL_STATES } from '../../form/index';
import { placeSchema } from '../../place';
import { withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { type Meta, selectMeta } from '../meta';
import { conditionsOf } from '../sql/slice-conditions';
import { jsonSchema } from '../sql/json-column';
import { type PageMeta, type PageQuery, pageOf } from '../sql/page';
import { REPORT_ID_SQL } from '../../store/sql/report-id';

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
  question: PageQuery = {},
): Promise<{ rows: CellRow[]; meta: Meta & PageMeta }> {
  const conditions = conditionsOf(filters);
  const inSlice = `report_no IN (SELECT report_no FROM reports WHERE (${conditions.slice}) AND (${conditions.basis}))`;
  return withDatabase(corpus, 'cells', async (database) => {
    const page = pageOf(question, database.manifest.corpus_version, 'cells', ['number', 'number']);
    const [report = -1, field = -1] = page.after ?? [];
    const [total] = await database.rows(
      z.object({ cells: z.number() }),
      `SELECT count(*)::DOUBLE AS cells FROM cells WHERE ${inSlice}`,
      conditions.values,
    );
    const found = await database.rows(
      cellRowSchema.extend({ report_no: z.number(), position: z.number() }),
      `SELECT report_no, enum_code(field) AS "position", ${REPORT_ID_SQL} AS report_id, field, value, state,
         raw, place AS "at", note,
         sources.url AS source_url
       FROM (
         SELECT * FROM cells
         WHERE ${inSlice} AND report_no >= $report AND (report_no > $report OR enum_code(field) > $field)
         ORDER BY report_no, field LIMIT $limit OFFSET $offset
       ) AS listed
       JOIN reports USING (report_no)
       JOIN sources USING (report_no)
       JOIN agencies USING (agency_no)
       ORDER BY report_no, field`,
      { ...conditions.values, report, field, limit: page.limit, offset: page.offset },
    );
    const meta = await selectMeta(database, corpus, filters, conditions);
    const last = found.at(-1);
    const pageMeta = page.meta(total?.cells ?? 0, found.length, [
      last?.report_no ?? null,
      last?.position ?? null,
    ]);
    const rows = found.map((row) => {
      const { report_no: _, position: __, ...rest } = row;
      return rest;
    });
    return { rows, meta: { ...meta, ...pageMeta } };
  });
}
