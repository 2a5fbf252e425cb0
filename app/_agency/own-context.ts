/** What the cards of an agency's page know of the request: the agency is their filter, whatever else the address says. */
import { type Filters, serializeFilters } from '../../lib/filters';
import type { PageContext } from '../_request/page-context';
import { pickParameters } from '../_request/parameters';
import { AGENCY_PARAMETERS } from './agency-parameters';

/** The context under the filters of the agency alone. Its links stay those of the page. */
export const ownContext = (context: PageContext, filters: Filters): PageContext => ({
  ...context,
  filters,
  parameters: {
    ...pickParameters(context.parameters, ['lang', ...Object.keys(AGENCY_PARAMETERS)]),
    ...Object.fromEntries(new URLSearchParams(serializeFilters(filters))),
  },
});
