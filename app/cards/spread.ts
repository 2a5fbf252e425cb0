/** How one rate is spread over the peers, the agency's own value marked. */
import { spreadChart } from '../../lib/chart/kinds/spread';
import { formatNumber } from '../../lib/i18n/format';
import { metricById } from '../../lib/metrics/registry';
import { corpusOf, selectDistribution } from '../../lib/query/index';
import type { SpreadBin } from '../../lib/chart/kinds/spread';
import type { CardDefinition, CardRequest, CardTable } from '../_card/model';
import {
  AGENCY_FILTERS,
  AGENCY_PATH,
  chosenRate,
  metricChoice,
  PEER_RATES,
  SPREAD_PARAMETERS,
} from '../_agency/agency-parameters';
import { queryPeers } from '../_agency/peers';

export const spread: CardDefinition = {
  id: 'spread',
  path: AGENCY_PATH,
  takes: AGENCY_FILTERS,
  own: SPREAD_PARAMETERS,
  title: ({ t, label, parameters }) =>
    t('cards.spread.title', { name: metricById(chosenRate(parameters))?.[label] ?? '' }),
  async load(request) {
    const { t, label, filters, parameters } = request;
    const rate = chosenRate(parameters);
    const metric = metricById(rate);
    const asked = await queryPeers(request);
    if (!asked || !metric) return null;
    const result = await selectDistribution(corpusOf(filters.corpus), {
      metric: rate,
      filters: asked.filters,
    });
    const own = asked.peers.standings[rate]?.own.value ?? null;
    const spec = spreadChart(result, metric, own, request);
    return {
      subtitle: t('cards.spread.subtitle', {
        agency: asked.agency.name,
        who: asked.who,
        year: String(asked.peers.year),
      }),
      summary: spec ? spec.own && t('cards.spread.summary', { own: spec.own.text }) : t('peers.none'),
      source: metric.source[label],
      key: null,
      panels: spec ? [{ id: 'chart', title: null, spec }] : [],
      layout: 'stacked',
      choices: {
        name: t('cards.peers.rate'),
        items: PEER_RATES.map((id) => ({
          text: metricById(id)?.[label] ?? id,
          change: metricChoice(id),
          current: id === rate,
        })),
      },
      table: binTable(request, spec?.bins ?? []),
      metrics: [rate],
      counted: result.agencies,
      coverage: t('cards.spread.coverage', {
        counted: result.agencies,
        all: result.agencies + result.few + result.missing,
        few: result.few,
        missing: result.missing,
      }),
      meta: result.meta,
      slices: [{ filters: asked.filters, by: 'agency' }],
    };
  },
};

/** One row a bin; its bounds are numbers in the file and words in the table. */
function binTable({ t, label, language }: CardRequest, bins: readonly SpreadBin[]): CardTable {
  const ratio = metricById('disclosure_rate')?.unit[label] ?? null;
  const bound = (id: 'from' | 'to') => ({
    id,
    label: t(`cards.spread.${id}`),
    unit: ratio,
    numeric: true,
    fileOnly: true,
  });
  return {
    columns: [
      bound('from'),
      bound('to'),
      { id: 'range', label: t('cards.spread.range'), unit: null, numeric: false },
      {
        id: 'agencies',
        label: t('cards.spread.agencies'),
        unit: metricById('agencies')?.unit[label] ?? null,
        numeric: true,
      },
    ],
    rows: bins.map((bin) => ({
      id: String(bin.index),
      cells: [
        { value: bin.from, text: '' },
        { value: bin.to, text: '' },
        { value: bin.range, text: bin.range },
        { value: bin.agencies, text: formatNumber(bin.agencies, language) },
      ],
    })),
  };
}
