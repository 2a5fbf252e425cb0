/** Addresses of one card: its file, its embedded form, its place on the page. All keep the state. */
import { FILTER_NAMES } from '../../lib/filters/values';
import { address, pickParameters } from '../_shell/parameters';
import type { PageContext } from '../_shell/page-context';
import type { CardDefinition } from './card-model';

/** What of the page's state a card depends on. */
function stateOf(context: PageContext, card: CardDefinition) {
  return pickParameters(context.parameters, [...FILTER_NAMES, ...Object.keys(card.own ?? {}), 'lang']);
}

/** Files must speak the language of the page even where it came from the browser's settings. */
const languageOf = ({ language }: PageContext) => ({ lang: language === 'en' ? 'en' : null });

/** The card as a file. */
export const cardFile = (context: PageContext, card: CardDefinition, format: 'csv' | 'svg'): string =>
  address(`/api/v1/chart/${card.id}.${format}`, stateOf(context, card), languageOf(context));

/** The card alone, for another site's frame. */
export const cardEmbed = (context: PageContext, card: CardDefinition): string =>
  address(`/embed/${card.id}`, stateOf(context, card), languageOf(context));

/** The card on its page. */
export const cardPermalink = (context: PageContext, card: CardDefinition): string =>
  `${address(card.path, stateOf(context, card), languageOf(context))}#${card.id}`;
