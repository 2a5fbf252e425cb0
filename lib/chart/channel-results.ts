/** What came of the cases of one channel (review, direct suit, suit after review) in each year. */
import { formatFixed, formatNumber } from '../i18n/format';
import { labelKey } from '../i18n/language';
import type { MetricsRow } from '../query';
import type { ChartContext } from './scale';
import type { StackPart, StackRow, StackSpec } from './spec';
import { SMALL_N } from './wilson';
import { everyYear, valueIn, type YearRange } from './years';

export const CHANNELS = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'] as const;
export type Channel = (typeof CHANNELS)[number];

const DECIDED = [
  { id: 'upheld', zh: '结果维持', en: 'Upheld', fill: '--accent', on: '--on-accent' },
  { id: 'corrected', zh: '结果纠正', en: 'Corrected', fill: '--c-series-2', on: '--on-accent' },
  { id: 'other_result', zh: '其他结果', en: 'Other result', fill: '--c-other', on: '--on-other' },
] as const;

/** The cells of a channel as metrics: what was decided, what is pending, all filed. */
export const channelMetrics = (channel: Channel): string[] =>
  [...DECIDED.map((part) => part.id), 'pending', 'total'].map((column) => `proceedings.${channel}.${column}`);

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
 * Shares of the decided cases (filed minus pending) by year; each bar ends with decided ／ filed. Pending cases come
 * back the next year, so years are never added up. Null when there is no year.
 */
export function channelResultsChart(
  rows: readonly MetricsRow[],
  channel: Channel,
  context: ChartContext,
  range: YearRange | null,
): StackSpec | null {
  const { language, t } = context;
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
    rows: stackRows.map((row) => ({ ...row, end: row.end.replaceAll('/', language === 'en' ? '/' : '／') })),
  };
}

function yearRow(name: string, row: MetricsRow | null, channel: Channel, context: ChartContext): StackRow {
  const { language, t } = context;
  const cell = (column: string) => valueIn(row, `proceedings.${channel}.${column}`)?.value ?? null;
  const total = cell('total');
  const pending = cell('pending');
  const parts = DECIDED.map((part) => cell(part.id));
  if (total === null || pending === null || parts.some((part) => part === null))
    return { name, shares: null, titles: [], absent: t('state.absent'), end: '', small: false };
  const decided = total - pending;
  const end = `${formatNumber(decided, language)}/${formatNumber(total, language)}`;
  if (decided <= 0)
    return { name, shares: null, titles: [], absent: t('channel.none_decided'), end, small: false };
  const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  const base = Math.max(decided, sum);
  const counts = [...parts.map((part) => part ?? 0), Math.max(0, decided - sum)];
  const names = resultParts(context);
  return {
    name,
    shares: counts.map((count) => (count / base) * 100),
    titles: counts.map((count, index) =>
      t('channel.point', {
        year: name,
        part: names[index]?.name ?? '',
        count: formatNumber(count, language),
        share: formatFixed((count / base) * 100, language, 1),
        decided: formatNumber(decided, language),
        filed: formatNumber(total, language),
      }),
    ),
    absent: '',
    end,
    small: decided < SMALL_N,
  };
}
