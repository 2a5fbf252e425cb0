/** One measure by region: a map of the provinces beside their list, or the list alone further down. */
import { childDimension } from '../../../lib/filters/index';
import { rankedChart, rankedRows } from '../../../lib/chart/kinds/ranked';
import { tileMapChart } from '../../../lib/chart/kinds/tiles/tile-map';
import type { MessageKey } from '../../../lib/i18n/message';
import { metricById } from '../../../lib/metrics/registry';
import type { CardDefinition, CardModel, CardPanel, CardRequest } from '../model';
import { groupName, groupTable } from '../table';
import { queryMetrics, hasValues } from '../query';
import { type MeasureSet } from '../measures';
import { placeText } from '../place-text';
import { resultCard } from '../result-card';

type ByRegion = { id: string; path: string; source: MessageKey; measures: MeasureSet };

/** A card of the regions next below the one filtered, each linked to itself. */
export function regionCard({ id, path, source, measures }: ByRegion): CardDefinition {
  const title = (request: Pick<CardRequest, 't' | 'label' | 'parameters'>): string =>
    request.t('card.by_region.title', { measure: measures.name(request) });
  return {
    id,
    path,
    own: measures.own,
    title,
    async load(request): Promise<CardModel | null> {
      const { t, filters, parameters } = request;
      const measure = measures.chosen(parameters);
      const dimension = childDimension(filters);
      if (dimension === null) return null;
      const asked = await queryMetrics(filters, [measure], [dimension]);
      if (!hasValues(asked)) return null;
      const result = { ...asked, rows: rankedRows(asked.rows, measure) };
      const list = rankedChart(
        result.rows.map((row) => ({
          name: groupName(row, dimension, request),
          value: row.values[measure] ?? null,
        })),
        measure,
        request,
        title(request),
      );
      const map =
        dimension === 'province' ? tileMapChart(result.rows, measure, request, title(request)) : null;
      if (!list) return null;
      const panels: CardPanel[] = [
        ...(map ? [{ id: 'map', title: t('map.title', { unit: map.unit }), spec: map.spec }] : []),
        { id: 'list', title: map ? t('map.list') : null, spec: list },
      ];
      const isRate = metricById(measure)?.kind === 'rate';
      return resultCard(request, result, {
        subtitle: t(isRate ? 'card.by_region.subtitle_rate' : 'card.by_region.subtitle', {
          place: placeText(request, result),
          unit: list.unit,
        }),
        summary: t('card.by_region.summary'),
        source: t(source),
        panels,
        layout: map ? 'map' : 'stacked',
        wide: map !== null,
        choices: measures.choices(request),
        table: groupTable(request, result, (row) => ({ region: String(row.key[dimension]) })),
      });
    },
  };
}
