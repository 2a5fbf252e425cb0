import { CHANNELS, channelMetrics, channelResultsChart } from '../../lib/chart/kinds/stack/channel-results';
import { yearRange } from '../../lib/chart/years';
import { resultCard } from '../_card/result-card';
import type { CardDefinition } from '../_card/model';
import { placeText } from '../_card/place-text';
import { hasValues, queryMetrics } from '../_card/query';
import { stackKey } from '../_card/stack-key';

/** What came of the cases of each channel. */
export const disputeResults: CardDefinition = {
  id: 'dispute-results',
  path: '/disputes',
  title: ({ t }) => t('cards.dispute-results.title'),
  async load(request) {
    const { t } = request;
    const result = await queryMetrics(request.filters, CHANNELS.flatMap(channelMetrics), ['year']);
    const range = yearRange(result.rows);
    const panels = CHANNELS.flatMap((channel) => {
      const spec = channelResultsChart(result.rows, channel, request, range);
      return spec ? [{ id: channel, title: t(`channel.${channel}`), spec }] : [];
    });
    const [first] = panels;
    if (!first || !hasValues(result)) return null;
    return resultCard(request, result, {
      subtitle: t('cards.dispute-results.subtitle', { place: placeText(request, result) }),
      summary: t('cards.dispute-results.summary'),
      source: t('source.table4'),
      key: stackKey(request, first.spec, false),
      panels,
      layout: 'panels',
    });
  },
};
