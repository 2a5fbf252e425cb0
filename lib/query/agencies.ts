/** Agencies: the search list and one agency's identity. */
import { z } from 'zod';
import type { Filters } from '../filters/values';
import { BODIES, LEVELS } from '../record';
import { withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { type Meta, selectMeta } from './answer';
import { conditionsOf } from './conditions';
import { type PageMeta, type PageQuestion, pageOf } from './page';

/** One agency. `province` to `township` are names; level and body are those of its latest report. */
export const agencyRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  region_code: z.string().nullable(),
  province: z.string().nullable(),
  prefecture: z.string().nullable(),
  county: z.string().nullable(),
  township: z.string().nullable(),
  level: z.enum(LEVELS).nullable(),
  body: z.enum(BODIES).nullable(),
  reports: z.number(),
  first_year: z.number().nullable(),
  last_year: z.number().nullable(),
});
export type AgencyRow = z.infer<typeof agencyRowSchema>;

export type AgenciesAnswer = { rows: AgencyRow[]; meta: Meta & PageMeta };

/**
 * A page of the agencies that have a report in the filters (`filters.q` searches names), in order of region and name.
 * The basis plays no part: an agency that another report covers is still an agency.
 */
export async function selectAgencies(
  corpus: Corpus,
  filters: Filters,
  question: PageQuestion = {},
): Promise<AgenciesAnswer> {
  const everyReport = { ...filters, basis: 'all' as const };
  const conditions = conditionsOf(everyReport);
  const listed = `SELECT DISTINCT agency_no FROM reports WHERE ${conditions.slice}`;
  return withDatabase(corpus, 'agencies', async (database) => {
    const page = pageOf(question, database.manifest.corpus_version, 'agencies', ['number']);
    const meta = await selectMeta(database, corpus, everyReport, conditions);
    const [total] = await database.rows(
      z.object({ agencies: z.number() }),
      `SELECT count(*)::DOUBLE AS agencies FROM (${listed})`,
      conditions.values,
    );
    const found = await database.rows(
      agencyRowSchema.extend({ agency_no: z.number() }),
      `${AGENCY_SQL} WHERE agency_no IN (${listed}) AND agency_no > $after
       ORDER BY agency_no LIMIT $limit OFFSET $offset`,
      { ...conditions.values, after: page.after?.[0] ?? -1, limit: page.limit, offset: page.offset },
    );
    const rows = found.map((row) => {
      const { agency_no: _, ...rest } = row;
      return rest;
    });
    const pageMeta = page.meta(total?.agencies ?? 0, rows.length, [found.at(-1)?.agency_no ?? null]);
    return { rows, meta: { ...meta, filters, ...pageMeta } };
  });
}

/** One agency by id over all its reports, or null. */
export async function selectAgency(corpus: Corpus, id: string): Promise<AgencyRow | null> {
  return withDatabase(corpus, 'agency', async (database) => {
    const rows = await database.rows(agencyRowSchema, `${AGENCY_SQL} WHERE agencies.agency_id = $id`, { id });
    return rows[0] ?? null;
  });
}

/** Rows of `agencyRowSchema` with their number, over every agency. */
export const AGENCY_SQL = `
  SELECT
    agencies.agency_no,
    agencies.agency_id AS id,
    agencies.name,
    agencies.region_code,
    provinces.name AS province,
    prefectures.name AS prefecture,
    counties.name AS county,
    townships.name AS township,
    agencies.level,
    agencies.body,
    agencies.reports,
    agencies.first_year,
    agencies.last_year
  FROM agencies
  LEFT JOIN regions AS provinces ON provinces.code = agencies.province
  LEFT JOIN regions AS prefectures ON prefectures.code = agencies.prefecture
  LEFT JOIN regions AS counties ON counties.code = agencies.county
  LEFT JOIN regions AS townships ON townships.code = agencies.township`;
