/** One measure by year with a panel a level: the levels are never added up. */
import { countLineChart } from '../../../lib/chart/kinds/lines/count-lines';
import { yearRange } from '../../../lib/chart/years';
import type { MessageKey } from '../../../lib/i18n/message';
import { LEVELS } from '../../../lib/record';
import { resultCard } from '../result-card';
import type { MeasureSet } from '../measures';
import type { CardDefinition, CardModel } from '../model';
import { placeText } from '../place-text';
import { hasValues, queryMetrics } from '../query';
import type { IdWith } from '../words';

type ByLevel = Pick<CardDefinition, 'path' | 'title'> & {
  id: IdWith<'subtitle'>;
  measures: MeasureSet;
  source: MessageKey;
  wide?: boolean;
};

/** The card of a count; each panel has its own axis. */
export const byLevelCard = ({ id, path, title, measures, source, wide }: ByLevel): CardDefinition => ({
  id,
  path,
  title,
  own: measures.own,
  async load(request): Promise<CardModel | null> {
    const { t } = request;
    const measure = measures.chosen(request.parameters);
    const result = await queryMetrics(request.filters, [measure], ['year', 'level']);
    if (!hasValues(result)) return null;
    const range = yearRange(result.rows);
    const panels = LEVELS.flatMap((level) => {
      const rows = result.rows.filter((row) => row.key.level === level);
      const name = t(`level.${level}`);
      const spec = rows.length > 0 ? countLineChart(rows, measure, request, { range, name }) : null;
      return spec ? [{ id: level, title: name, spec }] : [];
    });
    return resultCard(request, result, {
      subtitle: t(`cards.${id}.subtitle`, { place: placeText(request, result) }),
      summary: t('card.levels_apart'),
      source: t(source),
      panels,
      layout: 'panels',
      ...(wide ? { wide } : {}),
      choices: measures.choices(request),
    });
  },
});
