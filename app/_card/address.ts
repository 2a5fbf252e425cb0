/** Addresses of one card: its file, its embedded form, its place on the page. All keep the state. */
import { FILTER_NAMES } from '../../lib/filters';
import { languageParameter } from '../../lib/i18n/language';
import { address, type Parameters, pickParameters } from '../_request/parameters';
import type { PageContext } from '../_request/page-context';
import type { CardDefinition } from './model';

/** What of the page's state a card depends on. */
function stateOf(context: PageContext, card: CardDefinition) {
  return pickParameters(context.parameters, [
    ...(card.takes ?? FILTER_NAMES),
    ...Object.keys(card.own ?? {}),
    'lang',
  ]);
}

/** Files must speak the language of the page even where it came from the browser's settings. */
const languageOf = ({ language }: PageContext) => ({ lang: languageParameter(language) });

/** The card as a file. */
export const cardFile = (context: PageContext, card: CardDefinition, format: 'csv' | 'svg'): string =>
  address(`/api/v1/chart/${card.id}.${format}`, stateOf(context, card), languageOf(context));

/** The card alone, for another site's frame. */
export const cardEmbed = (context: PageContext, card: CardDefinition): string =>
  address(`/embed/${card.id}`, stateOf(context, card), languageOf(context));

/** The card on its page. */
export const cardPermalink = (context: PageContext, card: CardDefinition): string =>
  cardPlace(card, stateOf(context, card), languageOf(context));

/** The place of a card on its page at a state; what stands in the path leaves the parameters. */
export function cardPlace(
  card: CardDefinition,
  state: Parameters,
  changes: Record<string, string | null> = {},
): string {
  const inPath: Record<string, null> = {};
  const path = card.path.replace(/\/\[(\w+)\]/, (_, name: string) => {
    inPath[name] = null;
    return state[name] ? `/${encodeURIComponent(state[name])}` : '';
  });
  return `${address(path, state, { ...changes, ...inPath })}#${card.id}`;
}
