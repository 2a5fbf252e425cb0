/** The list of agencies, sorted as asked, with what the latest report of each says. */
import { z } from 'zod';
import type { Filters } from '../filters/values';
import { withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { AGENCY_SQL, agencyRowSchema } from './agencies';
import { type Meta, selectMeta } from './answer';
import { conditionsOf } from './conditions';
import { DEFAULT_PAGE_SIZE } from './page';

/** An agency in the list. `new_requests` is the total its latest report printed; `findings` counts over all its reports. */
const agencyListRowSchema = agencyRowSchema.extend({
  new_requests: z.number().nullable(),
  findings: z.number(),
});
export type AgencyListRow = z.infer<typeof agencyListRowSchema>;

/** What the list can be sorted by. `region` is the order of the file: region, then agency. */
const SORT_SQL = {
  region: 'listed.agency_no',
  agency: 'listed.name',
  level: 'listed.level',
  body: 'listed.body',
  reports: 'listed.reports',
  last_year: 'listed.last_year',
  new_requests: 'latest.requests_new_requests_total',
  findings: 'coalesce(counted.findings, 0)',
} as const;
export type AgencySort = keyof typeof SORT_SQL;
export const AGENCY_SORTS = Object.keys(SORT_SQL) as [AgencySort, ...AgencySort[]];

export type AgencyListQuestion = { sort: AgencySort; order: 'asc' | 'desc'; page: number };

/** `agencies` counts the whole list, `meta.reports` their reports that fit the filters. */
export type AgencyListAnswer = {
  rows: AgencyListRow[];
  agencies: number;
  page: number;
  pages: number;
  page_size: number;
  meta: Meta;
};

/**
 * A page of the agencies that have a report in the filters (`filters.q` searches names); nulls come last either way.
 * The basis plays no part: an agency that another report covers is still one.
 */
export async function selectAgencyList(
  corpus: Corpus,
  filters: Filters,
  { sort, order, page }: AgencyListQuestion,
): Promise<AgencyListAnswer> {
  const everyReport = { ...filters, basis: 'all' as const };
  const conditions = conditionsOf(everyReport);
  const fitting = `SELECT DISTINCT agency_no FROM reports WHERE ${conditions.slice}`;
  const size = DEFAULT_PAGE_SIZE;
  return withDatabase(corpus, 'agency list', async (database) => {
    const meta = await selectMeta(database, corpus, everyReport, conditions);
    const [total] = await database.rows(
      z.object({ agencies: z.number() }),
      `SELECT count(*)::DOUBLE AS agencies FROM (${fitting})`,
      conditions.values,
    );
    const rows = await database.rows(
      agencyListRowSchema,
      `SELECT listed.*, latest.requests_new_requests_total AS new_requests,
         coalesce(counted.findings, 0)::DOUBLE AS findings
       FROM (${AGENCY_SQL} WHERE agency_no IN (${fitting})) AS listed
       LEFT JOIN reports AS latest ON latest.agency_no = listed.agency_no AND latest.year = last_year
       LEFT JOIN (SELECT agency_no, sum(findings) AS findings FROM reports GROUP BY agency_no) AS counted
         ON counted.agency_no = listed.agency_no
       ORDER BY ${SORT_SQL[sort]} ${order === 'desc' ? 'DESC' : 'ASC'} NULLS LAST, listed.agency_no
       LIMIT $limit OFFSET $offset`,
      { ...conditions.values, limit: size, offset: (page - 1) * size },
    );
    const agencies = total?.agencies ?? 0;
    return {
      rows,
      agencies,
      page,
      pages: Math.max(Math.ceil(agencies / size), 1),
      page_size: size,
      meta: { ...meta, filters },
    };
  });
}
