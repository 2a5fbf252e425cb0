/**
 * What became of the requests handled in each year: six groups that make 100 %, and what the parts leave unexplained. Each
 * part is the rate of its group, over the reports that print both the group and the total.
 */
import { OUTCOME_GROUPS, type OutcomeGroup } from '../../../form/index';
import { formatFixed, formatNumber } from '../../../i18n/format';
import { labelKey } from '../../../i18n/language';
import type { MetricsRow, MetricValue } from '../../../query/index';
import { type ChartContext, countScale, scaledText, scaledUnit } from '../../scale';
import type { StackPart, StackRow, StackSpec } from './stack';
import { SMALL_N } from '../../../metrics/wilson';
import { everyYear, valueIn } from '../../years';

/** The rate of each group. */
export const OUTCOME_RATES: Record<OutcomeGroup, string> = {
  granted: 'full_disclosure_rate',
  partial: 'requests.partial.rate',
  denied: 'denial_rate',
  unable: 'unable_rate',
  not_processed: 'not_processed_rate',
  other: 'other_rate',
};

/** What the chart asks for. */
export const OUTCOME_MIX = [...Object.values(OUTCOME_RATES), 'outcomes_total'];

/** Colour names of the outcome groups in theme.css. */
const TOKEN = { not_processed: 'notprocessed' } as Partial<Record<string, string>>;

/**
 * The outcome mix by year, in per cent. Where the parts make more than 100, the bars are drawn as shares of their sum and the
 * row's words say so; the words give the rates as they are. Null when no row has a year. `title` begins its words.
 */
export function outcomeMixChart(
  rows: readonly MetricsRow[],
  context: ChartContext,
  title: string,
): StackSpec | null {
  return namedMixChart(
    everyYear(rows).map(({ year, row }) => ({ name: String(year), row })),
    context,
    title,
  );
}

/** The same mix with one bar a named row: a region, a level. Null when there is no row. */
export function namedMixChart(
  named: readonly { name: string; row: MetricsRow | null }[],
  context: ChartContext,
  title: string,
): StackSpec | null {
  const { language, t } = context;
  if (named.length === 0) return null;
  const totals = named.map(({ row }) => valueIn(row, 'outcomes_total')?.value ?? 0);
  const scale = countScale(Math.max(...totals), language);
  const stackRows = named.map(({ name, row }): StackRow => {
    const total = valueIn(row, 'outcomes_total')?.value ?? null;
    if (row === null || total === null || total <= 0)
      return {
        name,
        shares: null,
        titles: [],
        absent: row === null ? t('chart.no_report_short') : t('value.no_rate'),
        end: total === null ? t('state.absent') : scaledText(total, scale, language),
        small: false,
      };
    return stackRow(name, row, total, scaledText(total, scale, language), context);
  });
  const parts = outcomeParts(context);
  return {
    kind: 'stack',
    label: [title, ...stackRows.map((row) => `${row.name} ${row.titles.join(' ')}`)].join(
      t('list.separator'),
    ),
    endHead: t('chart.outcomes.end', { unit: scaledUnit(scale, t('unit.requests'), t) }),
    parts,
    rows: stackRows,
  };
}

/** The six groups and the unexplained rest, with their colours, in the order of the form. */
export function outcomeParts({ language, t }: ChartContext): StackPart[] {
  const key = labelKey(language);
  const groups: StackPart[] = OUTCOME_GROUPS.map((group) => {
    const token = TOKEN[group.id] ?? group.id;
    return { name: group[key], colour: `var(--c-${token})`, on: `var(--on-${token})` };
  });
  return [
    ...groups,
    {
      name: t('chart.outcomes.unexplained'),
      colour: 'var(--c-unexplained)',
      on: 'var(--ink)',
      hatched: true,
    },
  ];
}

function stackRow(
  name: string,
  row: MetricsRow,
  total: number,
  end: string,
  context: ChartContext,
): StackRow {
  const { language, t } = context;
  const key = labelKey(language);
  const found = OUTCOME_GROUPS.map((group) => valueIn(row, OUTCOME_RATES[group.id]));
  if (found.every((each) => (each?.value ?? null) === null))
    return { name, shares: null, titles: [], absent: t('chart.outcomes.no_parts'), end, small: false };
  const sum = found.reduce((all, each) => all + (each?.value ?? 0), 0);
  // With a part unknown nothing can be said of what the others leave.
  const isWhole = found.every((each) => (each?.value ?? null) !== null);
  const rest = isWhole ? Math.max(0, 1 - sum) : null;
  const percent = (share: number): string => formatFixed(share * 100, language, 1);
  const point = (part: string, value: MetricValue | null): string =>
    value === null || value.value === null
      ? t('chart.outcomes.absent', { year: name, part })
      : t('chart.outcomes.point', {
          year: name,
          part,
          count: formatNumber(value.numerator ?? 0, language),
          share: percent(value.value),
        });
  const isExcess = sum > 1 + ROUNDING;
  return {
    name,
    shares: [...found.map((each) => each?.value ?? null), rest].map(
      (share) => share && (share / Math.max(1, sum)) * 100,
    ),
    titles: [
      ...OUTCOME_GROUPS.map((group, index) => point(group[key], found[index] ?? null)),
      ...(rest === null
        ? []
        : [
            t('chart.outcomes.rest', {
              year: name,
              part: t('chart.outcomes.unexplained'),
              share: percent(rest),
            }),
          ]),
      ...(isExcess ? [t('chart.outcomes.excess', { share: percent(sum) })] : []),
    ],
    absent: '',
    end,
    small: total < SMALL_N,
  };
}

/** What a sum of shares may be off by without a reader seeing it. */
const ROUNDING = 0.0005;
