/** Rows of the list of agencies as texts in the language of the page. */
import { printedNumber } from '../../lib/i18n/format';
import type { MessageKey } from '../../lib/i18n/message';
import { AGENCY_SORTS, type AgencyListRow, type AgencySort } from '../../lib/query/index';
import { regionCell } from './region-cell';
import type { CellView, ColumnView, RowView } from './report-table';
import type { OwnParameters, PageContext } from '../_request/page-context';
import type { Parameters } from '../_request/parameters';

export type AgencyOrder = { sort: AgencySort; order: 'asc' | 'desc' };

/** What the list understands beside the filters. */
export const AGENCY_LIST_PARAMETERS: OwnParameters = {
  sort: new RegExp(`^(${AGENCY_SORTS.join('|')})$`),
  order: /^(asc|desc)$/,
  page: /^[1-9]\d{0,6}$/,
};

/** How the list is ordered and which page of it is asked for; parameters were checked before. */
export function readAgencyOrder(parameters: Parameters): AgencyOrder & { page: number } {
  return {
    sort: AGENCY_SORTS.find((each) => each === parameters.sort) ?? 'region',
    order: parameters.order === 'desc' ? 'desc' : 'asc',
    page: Number(parameters.page ?? 1),
  };
}

const COLUMNS: { sort: AgencySort; numeric: boolean; first: 'asc' | 'desc' }[] = [
  { sort: 'agency', numeric: false, first: 'asc' },
  { sort: 'region', numeric: false, first: 'asc' },
  { sort: 'level', numeric: false, first: 'asc' },
  { sort: 'body', numeric: false, first: 'asc' },
  { sort: 'reports', numeric: true, first: 'desc' },
  { sort: 'last_year', numeric: true, first: 'desc' },
  { sort: 'new_requests', numeric: true, first: 'desc' },
  { sort: 'findings', numeric: true, first: 'desc' },
];

/** The heads: each links to the list sorted by it, the other way round when it is already. */
export function agencyColumns({ t, here }: PageContext, current: AgencyOrder): ColumnView[] {
  return COLUMNS.map(({ sort, numeric, first }) => {
    const sorted = sort === current.sort ? current.order : null;
    const next = sorted === null ? first : sorted === 'asc' ? 'desc' : 'asc';
    return {
      id: sort,
      label: t(`agencies.column_${sort}`),
      numeric,
      wide: sort === 'region',
      sorted,
      href: here({ sort, order: next }),
    };
  });
}

/** One row an agency; its name leads to its page. */
export function agencyRows(context: PageContext, rows: readonly AgencyListRow[]): RowView[] {
  return rows.map((row) => ({ id: row.id, cells: cellsOf(context, row) }));
}

function cellsOf(context: PageContext, row: AgencyListRow): Record<AgencySort, CellView> {
  const { t, to } = context;
  const unknown: CellView = { text: t('value.unknown'), absent: true };
  const named = (value: string | null, prefix: 'level' | 'body'): CellView =>
    value === null ? unknown : { text: t(`${prefix}.${value}` as MessageKey) };
  return {
    agency: { text: row.name, href: to(`/agencies/${encodeURIComponent(row.id)}`), foreign: true },
    region: regionCell(context, row),
    level: named(row.level, 'level'),
    body: named(row.body, 'body'),
    reports: { text: String(row.reports) },
    last_year:
      row.last_year === null
        ? unknown
        : {
            text: String(row.last_year),
            ...(row.first_year !== null && row.first_year !== row.last_year
              ? { note: t('agencies.since', { year: String(row.first_year) }) }
              : {}),
          },
    new_requests:
      row.new_requests === null
        ? { text: t('state.absent'), absent: true }
        : { text: printedNumber(row.new_requests), printed: true },
    findings: { text: String(row.findings) },
  };
}
