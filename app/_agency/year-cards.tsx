/** The cards of the overview for one agency: its key metrics over its years, with their files and links. */
import { type Filters, serializeFilters } from '../../lib/filters/values';
import type { FilterOptions } from '../../lib/query';
import type { CardDefinition } from '../_components/card-model';
import { CardSlot } from '../_components/card-slot';
import { HEADLINE_METRICS } from '../_components/headline-strip';
import { pickParameters } from '../_shell/parameters';
import type { PageContext } from '../_shell/page-context';

/** Metrics that the strip of figures and the carry-over need. */
export const YEAR_METRICS = [
  ...HEADLINE_METRICS.split,
  ...HEADLINE_METRICS.whole,
  'carried_in',
  'carried_out',
];

type Props = {
  context: PageContext;
  filters: Filters;
  options: FilterOptions;
  cards: readonly CardDefinition[];
};

/** Cards under the filters of the agency alone, whatever the page's own parameters say. */
export function YearCards({ context, filters, options, cards }: Props) {
  const own: PageContext = {
    ...context,
    filters,
    parameters: {
      ...pickParameters(context.parameters, ['lang']),
      ...Object.fromEntries(new URLSearchParams(serializeFilters(filters))),
    },
  };
  return cards.map((card) => (
    <CardSlot key={card.id} context={own} options={options} card={card} anchor={`years-${card.id}`} />
  ));
}
