/** A card in a page. A card that fails, or has nothing to show, says so in its own place; the others stand. */
import type { ReactNode } from 'react';
import type { FilterOptions } from '../../lib/query/index';
import { markFailed } from '../../lib/telemetry/request';
import type { PageContext } from '../_request/page-context';
import type { CardDefinition, CardModel } from '../_card/model';
import { ChartCard } from './chart-card';
import { EmptyCard } from './empty-card';
import { FailedCard } from './failed-card';

type Props = {
  context: PageContext;
  options: FilterOptions;
  card: CardDefinition;
  anchor?: string | undefined;
  form?: ReactNode;
};

/**
 * Loads a card and shows what came of it; `anchor` is its id on the page where the card's own is taken, `form` what of
 * the page stands above the chart.
 */
export async function CardSlot({ context, options, card, anchor, form }: Props) {
  const model = await loadCard(card, context, options);
  const title = card.title(context);
  if (model === 'failed') return <FailedCard context={context} id={anchor ?? card.id} title={title} />;
  if (model === null) return <EmptyCard context={context} id={anchor ?? card.id} title={title} />;
  return <ChartCard context={context} card={card} model={model} anchor={anchor} form={form} />;
}

/** The card, null for nothing to show, or `failed` with the cause on stderr. */
export async function loadCard(
  card: CardDefinition,
  context: PageContext,
  options: FilterOptions,
): Promise<CardModel | null | 'failed'> {
  try {
    return await card.load({ ...context, options });
  } catch (cause) {
    markFailed();
    console.error(`card ${card.id}: ${cause instanceof Error ? cause.message : String(cause)}`);
    return 'failed';
  }
}
