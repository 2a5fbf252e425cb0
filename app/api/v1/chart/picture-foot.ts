/** The lines under the picture of a card: source, coverage, filters, corpus version, place. */
import { languageParameter } from '../../../../lib/i18n/language';
import { cardPlace } from '../../../_card/address';
import { coverageText } from '../../../_card-view/chart-card';
import { setFilters } from '../../../_components/filter-chips';
import { followedFilters } from '../../../_card/taken-filters';
import type { CardDefinition, CardModel, CardRequest } from '../../../_card/model';

/** A line each; the synthetic corpus is named first. */
export function pictureFoot(card: CardDefinition, model: CardModel, request: CardRequest): string[] {
  const { t, filters, options, language } = request;
  const chosen = setFilters({ ...request, filters: followedFilters(model, request) }, options).map(
    (chip) => chip.text,
  );
  return [
    ...(filters.corpus === 'demo' ? [`${t('demo.name')}${t('list.colon')}${t('demo.text')}`] : []),
    `${t('card.source', { source: model.source })}${t('list.separator')}${coverageText(request, model)}`,
    t('picture.filters', {
      filters: chosen.length > 0 ? chosen.join(t('list.separator')) : t('picture.no_filters'),
    }),
    t('picture.version', {
      corpus: `${t('site.name')} ${t(`corpus.${filters.corpus}`)}`,
      version: model.meta.corpus_version.slice(0, 12),
    }),
    readable(cardPlace(card, request.parameters, { lang: languageParameter(language) })),
  ];
}

/** The address with its letters as they are read, not as they are coded. */
const readable = (link: string): string =>
  link.replaceAll(/(?:%[0-9A-F]{2})+/g, (code) => {
    const text = decodeURIComponent(code);
    return /^[\p{L}\p{N}]+$/u.test(text) ? text : code;
  });
