/** How a metric is spread over agencies: a column a bin, the agency's own value as a line across. */
import { formatNumber, formatPercent } from '../i18n/format';
import type { Metric } from '../metrics/registry';
import type { DistributionAnswer } from '../query';
import { type ChartContext, countAxis, countScale } from './scale';
import type { SpreadBin, SpreadSpec } from './spec';

/** The spread of `answer`; null when no agency has a value. Bins are drawn equally wide; their edges say what they hold. */
export function spreadChart(
  answer: DistributionAnswer,
  metric: Metric,
  own: number | null,
  { language, t }: ChartContext,
): SpreadSpec | null {
  const { bins } = answer;
  if (bins.length === 0) return null;
  const said = (value: number) =>
    metric.kind === 'rate'
      ? formatPercent(value, language, (value * 100) % 1 === 0 ? 0 : 1)
      : formatNumber(value, language);
  const made = bins.map((bin, index): SpreadBin => {
    const key = bin.from === null ? 'spread.below' : bin.to === null ? 'spread.above' : 'spread.bin';
    const range = t(key, { from: said(bin.from ?? 0), to: said(bin.to ?? 0) });
    return {
      index,
      ...bin,
      range,
      title: t('spread.point', { range, agencies: bin.agencies }),
    };
  });
  const edges = bins.flatMap((bin, index) =>
    bin.from === null ? [] : [{ at: index, text: said(bin.from) }],
  );
  const last = bins.at(-1);
  if (last && last.to !== null) edges.push({ at: bins.length, text: said(last.to) });
  const greatest = Math.max(...bins.map((bin) => bin.agencies));
  return {
    kind: 'spread',
    label: made.map((bin) => bin.title).join(t('list.separator')),
    unit: t('unit.agencies'),
    bins: made,
    edges,
    own: own === null ? null : placeOf(own, answer, said),
    axis: countAxis(greatest, countScale(0, language), language),
  };
}

/** Where a value stands among the bins; null when it lies in none of them. */
function placeOf(
  own: number,
  { bins }: DistributionAnswer,
  said: (value: number) => string,
): SpreadSpec['own'] {
  const index = bins.findIndex(
    ({ from, to }, i) =>
      (from === null || own >= from) && (to === null || own < to || (i === bins.length - 1 && own <= to)),
  );
  const bin = bins[index];
  if (!bin) return null;
  const share =
    bin.from === null || bin.to === null || bin.to === bin.from
      ? 0.5
      : (own - bin.from) / (bin.to - bin.from);
  return { at: index + share, text: said(own) };
}
