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
  const { language, t } = context;
  const years = everyYear(rows).reverse();
  if (years.length === 0) return null;
  const totals = years.map(({ row }) => valueIn(row, 'outcomes_total')?.value ?? 0);
  const scale = countScale(Math.max(...totals), language);
  const stackRows = years.map(({ year, row }): StackRow => {
    const total = valueIn(row, 'outcomes_total')?.value ?? null;
    const name = String(year);
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
  const counts = OUTCOME_GROUPS.map((group) => valueIn(row, group.id)?.value ?? 0);
  const sum = counts.reduce((all, count) => all + count, 0);
  const base = Math.max(total, sum);
  const rest = Math.max(0, total - sum);
  const shares = [...counts, rest].map((count) => (count / base) * 100);
  const named = [...OUTCOME_GROUPS.map((group) => group[key]), t('chart.outcomes.unexplained')];
  const titles = named.map((part, index) =>
    t('chart.outcomes.point', {
      year: name,
      part,
      count: formatNumber([...counts, rest][index] ?? 0, language),
      share: formatFixed(shares[index] ?? 0, language, 1),
    }),
  );
  const excess = sum - total;
  if (excess > 0) titles.push(t('chart.outcomes.excess', { count: formatNumber(excess, language) }));
  return { name, shares, titles, absent: '', end, small: total < SMALL_N };
}
