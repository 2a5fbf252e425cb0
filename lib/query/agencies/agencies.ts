/** Agencies: the search list and one agency's identity. */
import { z } from 'zod';
import type { Filters } from '../../filters';
import { BODIES, LEVELS } from '../../record';
import { type Database, withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { type Meta, selectMeta } from '../meta';
import { type Conditions, conditionsOf } from '../sql/slice-conditions';
import { type PageMeta, type PageQuery, pageOf } from '../sql/page';
import { selectRegionNames } from '../sql/region-names';

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
  reports: z.number().describe('All reports of the agency, whatever the filters'),
  first_year: z.number().nullable().describe('First year of all its reports'),
  last_year: z.number().nullable().describe('Last year of all its reports'),
});
export type AgencyRow = z.infer<typeof agencyRowSchema>;

export type AgenciesResult = { rows: AgencyRow[]; meta: Meta & PageMeta };

/**
 * A page of the agencies that have a report in the filters (`filters.q` searches names), in order of region and name.
 * `meta.filters` are those that were applied, see `agencyFilters`.
 */
export async function selectAgencies(
  corpus: Corpus,
  filters: Filters,
  question: PageQuery = {},
): Promise<AgenciesResult> {
  const applied = agencyFilters(filters);
  const conditions = conditionsOf(applied);
  const listed = fittingAgencies(conditions);
  return withDatabase(corpus, 'agencies', async (database) => {
    const page = pageOf(question, database.manifest.corpus_version, 'agencies', ['number']);
    const meta = await selectMeta(database, corpus, applied, conditions);
    const [total] = await database.rows(
      z.object({ agencies: z.number() }),
      `SELECT count(*)::DOUBLE AS agencies FROM (${listed})`,
      conditions.values,
    );
    const numbers = await database.rows(
      z.object({ agency_no: z.number() }),
      `SELECT agency_no FROM agencies WHERE agency_no IN (${listed}) AND agency_no > $after
       ORDER BY agency_no LIMIT $limit OFFSET $offset`,
      { ...conditions.values, after: page.after?.[0] ?? -1, limit: page.limit, offset: page.offset },
    );
    const rows = await selectAgencyRows(
      database,
      numbers.map((row) => row.agency_no),
    );
    const pageMeta = page.meta(total?.agencies ?? 0, rows.length, [numbers.at(-1)?.agency_no ?? null]);
    return { rows, meta: { ...meta, ...pageMeta } };
  });
}

/**
 * The filters that a list of agencies follows. An agency that another report covers is still an agency, so the
 * deduplicated basis leaves none out; of the applicants no agency knows.
 */
export const agencyFilters = (filters: Filters): Filters => ({
  ...filters,
  applicant: [],
  basis: filters.basis === 'deduplicated' ? 'all' : filters.basis,
});

/** SQL of the numbers of the agencies with a report that fits. */
export const fittingAgencies = ({ slice, basis }: Conditions): string =>
  slice === 'true' && basis === 'true'
    ? 'SELECT agency_no FROM agencies'
    : `SELECT DISTINCT agency_no FROM reports WHERE (${slice}) AND (${basis})`;

/** One agency by id over all its reports, or null. */
export async function selectAgency(corpus: Corpus, id: string): Promise<AgencyRow | null> {
  return withDatabase(corpus, 'agency', async (database) => {
    const found = await database.rows(
      z.object({ agency_no: z.number() }),
      'SELECT agency_no FROM agencies WHERE agency_id = $id',
      { id },
    );
    const [row] = await selectAgencyRows(
      database,
      found.map((agency) => agency.agency_no),
    );
    return row ?? null;
  });
}

/** A row with codes in place of names of regions. */
const codedRow = agencyRowSchema.extend({
  agency_no: z.number(),
  province: z.number().nullable(),
  prefecture: z.number().nullable(),
  county: z.number().nullable(),
  township: z.number().nullable(),
});

/** The agencies with these numbers, one row each, in their order. Throws for a number that is none. */
export async function selectAgencyRows(database: Database, numbers: readonly number[]): Promise<AgencyRow[]> {
  if (numbers.length === 0) return [];
  const nameOf = await selectRegionNames(database);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const rows = await database.rows(
    codedRow,
    `SELECT agency_no, agency_id AS id, name, region_code, province, prefecture, county, township, level, body, reports,
       first_year, last_year
     FROM agencies
     WHERE agency_no BETWEEN ${first} AND ${last} AND agency_no IN (${numbers.join(', ')})`,
  );
  const byNumber = new Map(
    rows.map(({ agency_no, ...row }) => [
      agency_no,
      {
        ...row,
        province: nameOf(row.province),
        prefecture: nameOf(row.prefecture),
        county: nameOf(row.county),
        township: nameOf(row.township),
      },
    ]),
  );
  return numbers.map((number) => {
    const row = byNumber.get(number);
    // Callers set figures beside the rows by their order.
    if (!row) throw new Error(`agency ${number}: found no row, expected one`);
    return row;
  });
}
