/** The list of agencies, sorted as asked, with what the latest report of each says. */
import { z } from 'zod';
import type { Filters } from '../../filters';
import { type Database, withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { agencyFilters, agencyRowSchema, fittingAgencies, selectAgencyRows } from './agencies';
import { type Meta, selectMeta } from '../meta';
import { conditionsOf } from '../sql/slice-conditions';
import { DEFAULT_PAGE_SIZE } from '../sql/page';

/** An agency in the list. `new_requests` is the total its latest report printed; `findings` counts over all its reports. */
const agencyListRowSchema = agencyRowSchema.extend({
  new_requests: z.number().nullable(),
  findings: z.number(),
});
export type AgencyListRow = z.infer<typeof agencyListRowSchema>;

/** What the list can be sorted by. `region` is the order of the file: region, then agency. */
const SORT_SQL = {
  region: 'agencies.agency_no',
  agency: 'agencies.name',
  level: 'agencies.level',
  body: 'agencies.body',
  reports: 'agencies.reports',
  last_year: 'agencies.last_year',
  new_requests: 'latest.requests_new_requests_total',
  findings: 'coalesce(counted.findings, 0)',
} as const;
/** What an order looks at beside the agency itself. */
const SORT_JOINS: Partial<Record<AgencySort, string>> = {
  // One row an agency, though it may have two reports of its last year.
  new_requests: `LEFT JOIN (
      SELECT agency_no, first(requests_new_requests_total ORDER BY report_no) AS requests_new_requests_total
      FROM reports JOIN agencies USING (agency_no) WHERE year = last_year GROUP BY agency_no
    ) AS latest ON latest.agency_no = agencies.agency_no`,
  findings: `LEFT JOIN (SELECT agency_no, sum(findings) AS findings FROM reports WHERE findings > 0 GROUP BY agency_no) AS counted
    ON counted.agency_no = agencies.agency_no`,
};
export type AgencySort = keyof typeof SORT_SQL;
export const AGENCY_SORTS = Object.keys(SORT_SQL) as [AgencySort, ...AgencySort[]];

export type AgencyListQuery = { sort: AgencySort; order: 'asc' | 'desc'; page: number };

/** `agencies` counts the whole list, `meta.reports` their reports that fit the filters. */
export type AgencyListResult = {
  rows: AgencyListRow[];
  agencies: number;
  page: number;
  pages: number;
  page_size: number;
  meta: Meta;
};

/**
 * A page of the agencies that have a report in the filters (`filters.q` searches names); nulls come last either way.
 * The deduplicated basis leaves no agency out, see `agencyFilters`.
 */
export async function selectAgencyList(
  corpus: Corpus,
  filters: Filters,
  { sort, order, page }: AgencyListQuery,
): Promise<AgencyListResult> {
  const applied = agencyFilters(filters);
  const conditions = conditionsOf(applied);
  const fitting = fittingAgencies(conditions);
  const size = DEFAULT_PAGE_SIZE;
  return withDatabase(corpus, 'agency list', async (database) => {
    const meta = await selectMeta(database, corpus, applied, conditions);
    const [total] = await database.rows(
      z.object({ agencies: z.number() }),
      `SELECT count(*)::DOUBLE AS agencies FROM (${fitting})`,
      conditions.values,
    );
    const listed = await database.rows(
      z.object({ agency_no: z.number() }),
      `SELECT agencies.agency_no FROM agencies ${SORT_JOINS[sort] ?? ''}
       WHERE agencies.agency_no IN (${fitting})
       ORDER BY ${SORT_SQL[sort]} ${order === 'desc' ? 'DESC' : 'ASC'} NULLS LAST, agencies.agency_no
       LIMIT $limit OFFSET $offset`,
      { ...conditions.values, limit: size, offset: (page - 1) * size },
    );
    const numbers = listed.map((row) => row.agency_no);
    const figures = await selectFigures(database, numbers);
    const named = await selectAgencyRows(database, numbers);
    const rows = named.map((row, i) => ({
      ...row,
      ...(figures.get(numbers[i] ?? -1) ?? { new_requests: null, findings: 0 }),
    }));
    const agencies = total?.agencies ?? 0;
    return {
      rows,
      agencies,
      page,
      pages: Math.max(Math.ceil(agencies / size), 1),
      page_size: size,
      meta,
    };
  });
}

/** What the list says of the agencies with these numbers beside who they are. */
async function selectFigures(
  database: Database,
  numbers: readonly number[],
): Promise<Map<number, Pick<AgencyListRow, 'new_requests' | 'findings'>>> {
  if (numbers.length === 0) return new Map();
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const rows = await database.rows(
    agencyListRowSchema.pick({ new_requests: true, findings: true }).extend({ agency_no: z.number() }),
    `SELECT reports.agency_no, first(requests_new_requests_total ORDER BY report_no) FILTER (year = last_year) AS new_requests,
       sum(findings)::DOUBLE AS findings
     FROM reports JOIN agencies USING (agency_no)
     WHERE reports.agency_no BETWEEN ${first} AND ${last} AND reports.agency_no IN (${numbers.join(', ')})
     GROUP BY reports.agency_no`,
  );
  return new Map(rows.map(({ agency_no, ...figures }) => [agency_no, figures]));
}
