/** Several measures by year with a panel each. */
import { countLineChart } from '../../../lib/chart/kinds/lines/count-lines';
import type { LinesSpec } from '../../../lib/chart/kinds/lines/lines';
import { rateLinesChart } from '../../../lib/chart/kinds/lines/rate-lines';
import { yearRange } from '../../../lib/chart/years';
import type { MessageKey } from '../../../lib/i18n/message';
import { metricById } from '../../../lib/metrics/registry';
import type { MetricsResult } from '../../../lib/query/index';
import { resultCard } from '../result-card';
import type { CardDefinition, CardModel, CardRequest } from '../model';
import { placeText } from '../place-text';
import { hasValues, queryMetrics } from '../query';
import type { IdWith } from '../words';

type PanelId = IdWith<'title'> & IdWith<'subtitle'> & IdWith<'summary'>;

type LinePanels<Id extends PanelId = PanelId> = {
  id: Id;
  path: string;
  metrics: readonly string[];
  source: MessageKey;
};

type Draw = (result: MetricsResult, metric: string, request: CardRequest) => LinesSpec | null;

const linePanels = ({ id, path, metrics, source }: LinePanels, draw: Draw): CardDefinition => ({
  id,
  path,
  title: ({ t }) => t(`cards.${id}.title`),
  async load(request): Promise<CardModel | null> {
    const { t, label } = request;
    const result = await queryMetrics(request.filters, metrics, ['year']);
    const panels = metrics.flatMap((metric) => {
      const spec = draw(result, metric, request);
      const title = metricById(metric)?.[label] ?? metric;
      return spec ? [{ id: metric.replaceAll('.', '-'), title, spec }] : [];
    });
    if (panels.length === 0 || !hasValues(result)) return null;
    return resultCard(request, result, {
      subtitle: t(`cards.${id}.subtitle`, { place: placeText(request, result) }),
      summary: t(`cards.${id}.summary`),
      source: t(source),
      panels,
      layout: 'panels',
    });
  },
});

/** The card of some counts; one that no year has takes no panel. */
export const countPanels = (card: LinePanels): CardDefinition =>
  linePanels(card, (result, metric, request) => {
    const isKnown = result.rows.some((row) => (row.values[metric]?.value ?? null) !== null);
    return isKnown ? countLineChart(result.rows, metric, request, { range: yearRange(result.rows) }) : null;
  });

/** The card of some rates with their intervals; its message `unit` says what they are shares of. */
export const ratePanels = (card: LinePanels<PanelId & IdWith<'unit'>>): CardDefinition =>
  linePanels(card, (result, metric, request) =>
    rateLinesChart(
      result.rows,
      { metrics: [metric], unit: request.t(`cards.${card.id}.unit`), interval: true },
      request,
    ),
  );
