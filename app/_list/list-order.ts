/** Sort, order and page of the list from the address. */
import { REPORT_SORTS, type ReportSort } from '../../lib/query';
import type { Parameters } from '../_request/parameters';
import type { OwnParameters } from '../_request/page-context';
import type { Order } from './report-rows';

/** What the list understands beside the filters. */
export const LIST_PARAMETERS: OwnParameters = {
  sort: new RegExp(`^(${REPORT_SORTS.join('|')})$`),
  order: /^(asc|desc)$/,
  page: /^[1-9]\d{0,6}$/,
};

const DEFAULT_SORT: ReportSort = 'region';

/** How the list is ordered and which page of it is asked for; parameters were checked before. */
export function readListOrder(parameters: Parameters): Order & { page: number } {
  return {
    sort: REPORT_SORTS.find((each) => each === parameters.sort) ?? DEFAULT_SORT,
    order: parameters.order === 'desc' ? 'desc' : 'asc',
    page: Number(parameters.page ?? 1),
  };
}
