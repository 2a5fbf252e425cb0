/** The cards of the overview for one agency: its key metrics over its years, with their files and links. */
import type { FilterOptions } from '../../lib/query';
import type { CardDefinition } from '../_card/model';
import { CardSlot } from '../_card-view/card-slot';
import { HEADLINE_METRICS } from '../_overview/headline-strip';
import type { PageContext } from '../_request/page-context';

/** Metrics that the strip of figures needs. */
export const YEAR_METRICS = [...HEADLINE_METRICS.split, ...HEADLINE_METRICS.whole];

type Props = { context: PageContext; options: FilterOptions; cards: readonly CardDefinition[] };

/** Cards of another page, whose own ids are for that page. */
export function YearCards({ context, options, cards }: Props) {
  return cards.map((card) => (
    <CardSlot key={card.id} context={context} options={options} card={card} anchor={`years-${card.id}`} />
  ));
}
