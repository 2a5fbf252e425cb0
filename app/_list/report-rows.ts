/** Rows of the list of reports as texts in the language of the page. */
import { formatPercent, printedNumber } from '../../lib/i18n/format';
import type { MessageKey } from '../../lib/i18n/message';
import type { ReportRow, ReportSort } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { regionCell } from './region-cell';
import type { CellView, ColumnView, RowView } from './report-table';

/** Columns of the list, each with the order that its first click gives. */
const COLUMNS: { sort: ReportSort; numeric: boolean; first: 'asc' | 'desc' }[] = [
  { sort: 'agency', numeric: false, first: 'asc' },
  { sort: 'year', numeric: true, first: 'desc' },
  { sort: 'region', numeric: false, first: 'asc' },
  { sort: 'level', numeric: false, first: 'asc' },
  { sort: 'body', numeric: false, first: 'asc' },
  { sort: 'new_requests', numeric: true, first: 'desc' },
  { sort: 'outcomes_total', numeric: true, first: 'desc' },
  { sort: 'disclosure_rate', numeric: true, first: 'desc' },
  { sort: 'reconsiderations', numeric: true, first: 'desc' },
  { sort: 'litigations', numeric: true, first: 'desc' },
  { sort: 'findings', numeric: true, first: 'desc' },
  { sort: 'issues', numeric: true, first: 'desc' },
  { sort: 'published', numeric: false, first: 'desc' },
];

export type Order = { sort: ReportSort; order: 'asc' | 'desc' };

/** The heads: each links to the list sorted by it, the other way round when it is already. */
export function reportColumns({ t, here }: PageContext, current: Order): ColumnView[] {
  return COLUMNS.map(({ sort, numeric, first }) => {
    const sorted = sort === current.sort ? current.order : null;
    const next = sorted === null ? first : sorted === 'asc' ? 'desc' : 'asc';
    const label = t(`column.${sort}`);
    return { id: sort, label, numeric, wide: sort === 'region', sorted, href: here({ sort, order: next }) };
  });
}

/** The rows: printed numbers as printed, computed rates with their ratio, absence as a word. */
export function reportRows(context: PageContext, rows: readonly ReportRow[]): RowView[] {
  return rows.map((row) => ({ id: row.id, cells: cellsOf(context, row) }));
}

function cellsOf(context: PageContext, row: ReportRow): Record<ReportSort, CellView> {
  const { t, to, language } = context;
  const absent: CellView = { text: t('state.absent'), absent: true };
  const printed = (value: number | null): CellView =>
    value === null ? absent : { text: printedNumber(value), printed: true };
  const named = (value: string | null, prefix: 'level' | 'body'): CellView =>
    value === null
      ? { text: t('value.unknown'), absent: true }
      : { text: t(`${prefix}.${value}` as MessageKey) };
  const disclosed = row.granted === null || row.partial === null ? null : row.granted + row.partial;
  return {
    agency: { text: row.agency, href: to(`/reports/${encodeURIComponent(row.id)}`), foreign: true },
    year: row.year === null ? { text: t('value.unknown'), absent: true } : { text: String(row.year) },
    region: regionCell(context, row),
    level: named(row.level, 'level'),
    body: named(row.body, 'body'),
    new_requests: printed(row.new_requests),
    outcomes_total: printed(row.outcomes_total),
    disclosure_rate:
      row.disclosure_rate === null
        ? { text: t('value.no_rate'), absent: true }
        : {
            text: formatPercent(row.disclosure_rate, language),
            note: t('table.ratio', { numerator: String(disclosed), denominator: String(row.outcomes_total) }),
          },
    granted: printed(row.granted),
    reconsiderations: printed(row.reconsiderations),
    litigations: printed(row.litigations),
    findings: { text: String(row.findings) },
    issues: { text: String(row.issues) },
    published: row.published === null ? { text: t('value.unstated'), absent: true } : { text: row.published },
  };
}
