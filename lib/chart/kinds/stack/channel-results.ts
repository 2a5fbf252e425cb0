/**
 * What came of the cases of one channel (review, direct suit, suit after review) in each year: the rates of its results over
 * what was decided, each over the reports that print both.
 */
import { formatFixed, formatNumber } from '../../../i18n/format';
import { labelKey } from '../../../i18n/language';
import type { MetricsRow, MetricValue } from '../../../query/index';
import type { ChartContext } from '../../scale';
import type { StackPart, StackRow, StackSpec } from './stack';
import { SMALL_N } from '../../../metrics/wilson';
import { everyYear, valueIn, type YearRange } from '../../years';

export const CHANNELS = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'] as const;
export type Channel = (typeof CHANNELS)[number];

const DECIDED = [
  { id: 'upheld', zh: '结果维持', en: 'Upheld', fill: '--accent', on: '--on-accent' },
  { id: 'corrected', zh: '结果纠正', en: 'Corrected', fill: '--c-series-2', on: '--on-accent' },
  { id: 'other_result', zh: '其他结果', en: 'Other result', fill: '--c-other', on: '--on-other' },
] as const;

/** The rate of each result of a channel. */
const ratesOf = (channel: Channel): string[] =>
  DECIDED.map((part) => `proceedings.${channel}.${part.id}.rate`);

/** What the chart of a channel asks for: the rates of its results, and all that was filed. */
export const channelMetrics = (channel: Channel): string[] => [
  ...ratesOf(channel),
  `proceedings.${channel}.total`,
];

/** The parts of a decided case, with their colours. */
export function resultParts({ language, t }: ChartContext): StackPart[] {
  const key = labelKey(language);
  return [
    ...DECIDED.map((part) => ({
      name: part[key],
      colour: `var(${part.fill})`,
      on: `var(${part.on})`,
    })),
    {
      name: t('chart.outcomes.unexplained'),
      colour: 'var(--c-unexplained)',
      on: 'var(--ink)',
      hatched: true,
    },
  ];
}

/**
 * Shares of the decided cases (filed minus pending) by year; each bar ends with decided ／ filed. Results of more than 100 per cent are
 * drawn as shares of their sum. Pending cases come
 * back the next year, so years are never added up. Null when there is no year.
 */
export function channelResultsChart(
  rows: readonly MetricsRow[],
  channel: Channel,
  context: ChartContext,
  range: YearRange | null,
): StackSpec | null {
  const { t } = context;
  const years = everyYear(rows, range);
  if (years.length === 0) return null;
  const stackRows = years.map(({ year, row }) => yearRow(String(year), row, channel, context));
  return {
    kind: 'stack',
    label: stackRows
      .map((row) => `${row.name} ${row.titles.join(' ') || row.absent}`)
      .join(t('list.separator')),
    endHead: t('channel.end'),
    parts: resultParts(context),
    rows: stackRows.map((row) => ({ ...row, end: row.end.replaceAll('/', t('list.slash')) })),
  };
}

function yearRow(name: string, row: MetricsRow | null, channel: Channel, context: ChartContext): StackRow {
  const { language, t } = context;
  const total = valueIn(row, `proceedings.${channel}.total`)?.value ?? null;
  const parts = ratesOf(channel).map((id) => valueIn(row, id));
  // Each rate names what was decided in the reports that it rests on; the bar ends with the most of them.
  const decided = Math.max(...parts.map((part) => part?.denominator ?? -1));
  if (total === null || decided < 0)
    return { name, shares: null, titles: [], absent: t('state.absent'), end: '', small: false };
  const end = `${formatNumber(decided, language)}/${formatNumber(total, language)}`;
  if (decided === 0)
    return { name, shares: null, titles: [], absent: t('channel.none_decided'), end, small: false };
  const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0);
  // With a result unknown nothing can be said of what the others leave.
  const isWhole = parts.every((part) => (part?.value ?? null) !== null);
  const rest = isWhole ? Math.max(0, 1 - sum) : null;
  const percent = (share: number): string => formatFixed(share * 100, language, 1);
  const names = resultParts(context).map((part) => part.name);
  const point = (part: MetricValue | null, index: number): string =>
    part === null || part.value === null
      ? t('chart.outcomes.absent', { year: name, part: names[index] ?? '' })
      : t('channel.point', {
          year: name,
          part: names[index] ?? '',
          count: formatNumber(part.numerator ?? 0, language),
          share: percent(part.value),
          decided: formatNumber(part.denominator ?? 0, language),
          filed: formatNumber(total, language),
        });
  return {
    name,
    shares: [...parts.map((part) => part?.value ?? null), rest].map(
      (share) => share && (share / Math.max(1, sum)) * 100,
    ),
    titles: [
      ...parts.map(point),
      ...(rest === null
        ? []
        : [t('chart.outcomes.rest', { year: name, part: names.at(-1) ?? '', share: percent(rest) })]),
    ],
    absent: '',
    end,
    small: decided < SMALL_N,
  };
}
