/** One measure by region: a map of the provinces beside their list, or the list alone further down. */
import { childDimension } from '../../lib/filters/index';
import { rankedChart, rankedRows } from '../../lib/chart/kinds/ranked';
import { tileMapChart } from '../../lib/chart/kinds/tiles/tile-map';
import type { MessageKey } from '../../lib/i18n/message';
import { metricById } from '../../lib/metrics/registry';
import type { CardDefinition, CardPanel, CardRequest } from './model';
import { groupName, groupTable } from './table';
import type { OwnParameters } from '../_request/page-context';
import { queryMetrics, countedReports, hasValues } from './query';
import { measureChoices } from './measures';
import { placeText } from './place-text';

type Kind = {
  id: string;
  path: string;
  source: MessageKey;
  /** The measure shown, from the parameters of the page. */
  metric: (parameters: CardRequest['parameters']) => string;
  /** Measures to choose from; the first is the default. */
  measures?: readonly string[];
  own?: OwnParameters;
};

/** A card of the regions next below the one filtered, each linked to itself. */
export function regionCard({ id, path, source, metric, measures = [], own = {} }: Kind): CardDefinition {
  const title = ({ t, label, parameters }: Pick<CardRequest, 't' | 'label' | 'parameters'>): string =>
    t('card.by_region.title', { measure: metricById(metric(parameters))?.[label] ?? '' });
  return {
    id,
    path,
    own,
    title,
    async load(request) {
      const { t, filters, parameters } = request;
      const measure = metric(parameters);
      const dimension = childDimension(filters);
      if (dimension === null) return null;
      const asked = await queryMetrics(filters, [measure], [dimension]);
      if (!hasValues(asked)) return null;
      const answer = { ...asked, rows: rankedRows(asked.rows, measure) };
      const list = rankedChart(
        answer.rows.map((row) => ({
          name: groupName(row, dimension, request),
          value: row.values[measure] ?? null,
        })),
        measure,
        request,
        title(request),
      );
      const map =
        dimension === 'province' ? tileMapChart(answer.rows, measure, request, title(request)) : null;
      if (!list) return null;
      const panels: CardPanel[] = [
        ...(map ? [{ id: 'map', title: t('map.title', { unit: map.unit }), spec: map.spec }] : []),
        { id: 'list', title: map ? t('map.list') : null, spec: list },
      ];
      const isRate = metricById(measure)?.kind === 'rate';
      return {
        subtitle: t(isRate ? 'card.by_region.subtitle_rate' : 'card.by_region.subtitle', {
          place: placeText(request, answer),
          unit: list.unit,
        }),
        summary: t('card.by_region.note'),
        source: t(source),
        key: null,
        panels,
        layout: map ? 'map' : 'stacked',
        wide: map !== null,
        choices: measureChoices(request, measures, measure),
        table: groupTable(request, answer, (row) => ({ region: String(row.key[dimension]) })),
        metrics: answer.metrics,
        counted: countedReports(answer),
        meta: answer.meta,
      };
    },
  };
}
