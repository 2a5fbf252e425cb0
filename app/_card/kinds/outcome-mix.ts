/** What became of the requests handled, as parts of 100 %: by year, or a bar a group. */
import {
  namedMixChart,
  OUTCOME_MIX,
  OUTCOME_RATES,
  outcomeMixChart,
} from '../../../lib/chart/kinds/stack/outcome-mix';
import type { Filters } from '../../../lib/filters';
import { formatPercent } from '../../../lib/i18n/format';
import type { Dimension, MetricsResult } from '../../../lib/query/index';
import { resultCard } from '../result-card';
import type { CardDefinition, CardModel, CardRequest } from '../model';
import { placeText } from '../place-text';
import { hasValues, latestTwo, queryMetrics } from '../query';
import { stackKey } from '../stack-key';
import { groupName, groupTable } from '../table';
import type { IdWith } from '../words';

type Mix = { id: IdWith<'title'>; path: string };

/** The mix by year; the key has the shares of the newest year. */
export const yearMixCard = ({ id, path }: Mix): CardDefinition => ({
  id,
  path,
  title: ({ t }) => t(`cards.${id}.title`),
  async load(request): Promise<CardModel | null> {
    const { t } = request;
    const result = await queryMetrics(request.filters, OUTCOME_MIX, ['year']);
    const spec = outcomeMixChart(result.rows, request, t('cards.outcomes.title'));
    if (!spec || !hasValues(result)) return null;
    const keyYear = spec.rows.findLast((row) => row.shares !== null)?.name;
    return resultCard(request, result, {
      subtitle: t(keyYear ? 'cards.outcomes.subtitle_key' : 'cards.outcomes.subtitle', {
        place: placeText(request, result),
        year: keyYear ?? '',
      }),
      summary: newestShares(request, result),
      source: t('source.table3'),
      key: stackKey(request, spec),
      panels: [{ id: 'chart', title: null, spec }],
    });
  },
});

/** How much of the newest year was granted, in whole and in part; null where one is not known. */
function newestShares({ t, language }: CardRequest, result: MetricsResult): string | null {
  const [latest] = latestTwo(result, 'outcomes_total');
  const granted = latest?.values[OUTCOME_RATES.granted]?.value ?? null;
  const partial = latest?.values[OUTCOME_RATES.partial]?.value ?? null;
  if (!latest || granted === null || partial === null) return null;
  return t('cards.outcomes.summary', {
    year: String(latest.key.year),
    granted: formatPercent(granted, language),
    partial: formatPercent(partial, language),
  });
}

type GroupMix = Mix & { dimension: (filters: Filters) => Dimension | null };

/** The mix with a bar a group of the dimension; null where the filters leave none. */
export const groupMixCard = ({ id, path, dimension: dimensionOf }: GroupMix): CardDefinition => ({
  id,
  path,
  title: ({ t }) => t(`cards.${id}.title`),
  async load(request): Promise<CardModel | null> {
    const { t } = request;
    const dimension = dimensionOf(request.filters);
    if (dimension === null) return null;
    const result = await queryMetrics(request.filters, OUTCOME_MIX, [dimension]);
    const spec = namedMixChart(
      result.rows.map((row) => ({ name: groupName(row, dimension, request), row })),
      request,
      t('cards.outcomes.title'),
    );
    if (!spec || !hasValues(result)) return null;
    const parameter = dimension === 'level' ? 'level' : 'region';
    return resultCard(request, result, {
      subtitle: t('card.outcomes_group.subtitle', { place: placeText(request, result) }),
      summary: dimension === 'level' ? t('card.levels_apart') : null,
      source: t('source.table3'),
      key: stackKey(request, spec, false),
      panels: [{ id: 'chart', title: null, spec }],
      table: groupTable(request, result, (row) => ({ [parameter]: String(row.key[dimension]) })),
    });
  },
});
