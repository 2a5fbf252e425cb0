/** Which years of which agency the corpus has, and whether they were published in time. */
import { z } from 'zod';
import type { Filters } from '../../filters';
import { withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { conditionsOf } from '../sql/slice-conditions';
import { DEFAULT_PAGE_SIZE } from '../sql/page';
import { REPORT_ID_SQL } from '../../store/sql/report-id';

/** `in_time`: published by 31 March of the following year; `undated`: the report names no date or no year. */
const BOARD_STATES = ['in_time', 'late', 'undated'] as const;

const cellSchema = z.object({
  agency_id: z.string(),
  agency: z.string(),
  year: z.number().nullable(),
  report_id: z.string(),
  published: z.string().nullable(),
  state: z.enum(BOARD_STATES),
});

export type BoardReport = Omit<z.infer<typeof cellSchema>, 'agency_id' | 'agency'>;
export type BoardRow = { agency_id: string; agency: string; reports: BoardReport[] };

const yearSchema = z.object({
  year: z.number(),
  in_time: z.number(),
  late: z.number(),
  undated: z.number(),
});

export type BoardResult = {
  rows: BoardRow[];
  /** Reports of each year of the slice by state; the agencies without one are `agencies` less all three. */
  years: z.infer<typeof yearSchema>[];
  agencies: number;
  page: number;
  pages: number;
  page_size: number;
};

/** Departments are due on 31 January, governments on 31 March (Regulations, articles 49 and 50): the later day for all. */
const STATE_SQL = `CASE
    WHEN published IS NULL OR year IS NULL THEN 'undated'
    WHEN published > make_date(year + 1, 3, 31) THEN 'late'
    ELSE 'in_time'
  END`;

/** A page of the agencies with a report in the filters, in order of region; and the sums of each year over all of them. */
export async function selectBoard(corpus: Corpus, filters: Filters, page: number): Promise<BoardResult> {
  const conditions = conditionsOf({ ...filters, basis: 'all', findings: 'any' });
  const size = DEFAULT_PAGE_SIZE;
  return withDatabase(corpus, 'board', async (database) => {
    // Where no agency has two reports of a year, reports are counted, which is much less work than telling agencies apart.
    const agenciesWith = (state: (typeof BOARD_STATES)[number]): string => {
      const counted = database.manifest.one_a_year ? '*' : 'DISTINCT agency_no';
      return `(count(${counted}) FILTER (state = '${state}'))::DOUBLE AS ${state}`;
    };
    const years = await database.rows(
      yearSchema,
      `SELECT year, ${BOARD_STATES.map(agenciesWith).join(', ')}
       FROM (SELECT *, ${STATE_SQL} AS state FROM reports WHERE year IS NOT NULL AND ${conditions.slice})
       GROUP BY year ORDER BY year`,
      conditions.values,
    );
    const listed = `SELECT DISTINCT agency_no FROM reports WHERE ${conditions.slice}`;
    const [total] = await database.rows(
      z.object({ agencies: z.number() }),
      `SELECT count(*)::DOUBLE AS agencies FROM (${listed})`,
      conditions.values,
    );
    const cells = await database.rows(
      cellSchema,
      `SELECT agencies.agency_id, agencies.name AS agency, year, ${REPORT_ID_SQL} AS report_id,
         published::VARCHAR AS published, ${STATE_SQL} AS state
       FROM reports
       JOIN (SELECT agency_no FROM (${listed}) ORDER BY agency_no LIMIT $limit OFFSET $offset) AS shown USING (agency_no)
       JOIN agencies USING (agency_no)
       WHERE ${conditions.slice}
       ORDER BY report_no`,
      { ...conditions.values, limit: size, offset: (page - 1) * size },
    );
    const agencies = total?.agencies ?? 0;
    return {
      rows: rowsOf(cells),
      years,
      agencies,
      page,
      pages: Math.max(Math.ceil(agencies / size), 1),
      page_size: size,
    };
  });
}

function rowsOf(cells: readonly z.infer<typeof cellSchema>[]): BoardRow[] {
  const rows = new Map<string, BoardRow>();
  for (const { agency_id, agency, ...report } of cells) {
    const row = rows.get(agency_id) ?? { agency_id, agency, reports: [] };
    row.reports.push(report);
    rows.set(agency_id, row);
  }
  return [...rows.values()];
}
