/** What became of the requests handled in each year: six groups that make 100 %, and what the parts leave unexplained. */
import { OUTCOME_GROUPS } from '../form';
import { formatFixed, formatNumber } from '../i18n/format';
import { labelKey } from '../i18n/language';
import type { MetricsRow } from '../query';
import { type ChartContext, countScale, scaledText, scaledUnit } from './scale';
import type { StackPart, StackRow, StackSpec } from './spec';
import { SMALL_N } from './wilson';
import { everyYear, valueIn } from './years';

export const OUTCOME_MIX = [...OUTCOME_GROUPS.map((group) => group.id), 'outcomes_total'] as const;

/** Colour names of the outcome groups in theme.css. */
const TOKEN = { not_processed: 'notprocessed' } as Partial<Record<string, string>>;

/**
 * The outcome mix by year as shares of outcomes_total, in per cent. Where the parts exceed the printed total, they
 * are shares of their own sum, and the row's words say by how much. Null when no row has a year.
 */
export function outcomeMixChart(rows: readonly MetricsRow[], context: ChartContext): StackSpec | null {
  return namedMixChart(
    everyYear(rows).map(({ year, row }) => ({ name: String(year), row })),
    context,
  );
}

/** The same mix with one bar a named row: a region, a level. Null when there is no row. */
export function namedMixChart(
  named: readonly { name: string; row: MetricsRow | null }[],
  context: ChartContext,
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
    label: [t('chart.outcomes.title'), ...stackRows.map((row) => `${row.name} ${row.titles.join(' ')}`)].join(
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
  const values = OUTCOME_GROUPS.map((group) => valueIn(row, group.id)?.value ?? null);
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const base = Math.max(total, sum);
  const rest = Math.max(0, total - sum);
  if (values.every((value) => value === null))
    return { name, shares: null, titles: [], absent: t('chart.outcomes.no_parts'), end, small: false };
  const point = (part: string, count: number | null) =>
    t('chart.outcomes.point', {
      year: name,
      part,
      count: count === null ? t('state.absent') : formatNumber(count, language),
      share: formatFixed(((count ?? 0) / base) * 100, language, 1),
    });
  const excess = sum - total;
  return {
    name,
    shares: [...values, rest].map((count) => ((count ?? 0) / base) * 100),
    titles: [
      ...OUTCOME_GROUPS.map((group, index) => point(group[key], values[index] ?? null)),
      point(t('chart.outcomes.unexplained'), rest),
      ...(excess > 0 ? [t('chart.outcomes.excess', { count: formatNumber(excess, language) })] : []),
    ],
    absent: '',
    end,
    small: total < SMALL_N,
  };
}
