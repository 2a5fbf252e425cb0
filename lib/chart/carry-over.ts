/** Whether requests carried out of one year's report are carried into the next: two dots a pair of years. */
import { formatNumber } from '../i18n/format';
import { type ChartContext, countAxis, countScale } from './scale';
import type { CarryPoint, CarrySpec } from './spec';

/** What two reports that follow one another print; null: the report is not there or the cell has no number. */
export type CarryPair = { year: number; out: number | null; in: number | null; comparable: boolean };

/** The chart of some pairs of years; null when there is none. Unit: requests. */
export function carryOverChart(pairs: readonly CarryPair[], { language, t }: ChartContext): CarrySpec | null {
  if (pairs.length === 0) return null;
  const points = pairs.map((pair): CarryPoint => {
    const state = stateOf(pair);
    const said = (value: number | null) =>
      value === null ? t('state.absent') : formatNumber(value, language);
    const difference = formatNumber(Math.abs((pair.out ?? 0) - (pair.in ?? 0)), language);
    const values = {
      year: String(pair.year),
      before: String(pair.year - 1),
      out: said(pair.out),
      in: said(pair.in),
      difference,
    };
    const untold = pair.comparable ? t('state.absent') : t('carry.other_scope');
    return {
      ...pair,
      state,
      note: state === 'differs' ? t('carry.differs', { difference }) : state === 'untold' ? untold : '',
      title: t(`carry.point_${state}`, values),
    };
  });
  const greatest = Math.max(...points.flatMap((point) => [point.out ?? 0, point.in ?? 0]));
  const scale = countScale(0, language);
  return {
    kind: 'carry',
    label: points.map((point) => point.title).join(t('list.separator')),
    unit: t('unit.requests'),
    points,
    axis: countAxis(greatest, scale, language),
  };
}

function stateOf(pair: CarryPair): CarryPoint['state'] {
  if (!pair.comparable || pair.out === null || pair.in === null) return 'untold';
  return pair.out === pair.in ? 'equal' : 'differs';
}
