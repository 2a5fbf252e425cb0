/** Requests on their way: received and carried in, handled or carried forward, and what the handled ones became. */
import { FORM_VERSIONS, LATEST_FORM, OUTCOME_GROUPS, outcomeRows } from '../form';
import { formatNumber } from '../i18n/format';
import { labelKey } from '../i18n/language';
import type { MetricsRow, MetricValue } from '../query';
import { outcomeParts } from './kinds/stack/outcome-mix';
import { type ChartContext, countScale, scaledText } from './scale';
import type { FlowPart, FlowSpec } from './spec';
import { valueIn } from './years';

export const FLOW = [
  'carried_in',
  'new_requests',
  'outcomes_total',
  'carried_out',
  ...OUTCOME_GROUPS.map((group) => group.id),
] as const;

/**
 * Conditions (filter `where`) that leave the reports which print every part of the way: of the request as a whole, or of each
 * of these columns of applicants. Versions of the form print 其他处理 in different rows.
 */
export function completeConditions(applicants: readonly string[]): string[] {
  if (applicants.length === 0) return FLOW.map((id) => `${id}>=0`);
  const versions = FORM_VERSIONS.map(outcomeRows);
  const common = outcomeRows(LATEST_FORM).filter((row) => versions.every((rows) => rows.includes(row)));
  // The rows of one version are all known, or those of another: each row of the one or each of the other.
  const own = versions.map((rows) => rows.filter((row) => !common.includes(row)));
  const alternatives = own.reduce<string[][]>(
    (all, rows) => all.flatMap((before) => rows.map((row) => [...new Set([...before, row])])),
    [[]],
  );
  return applicants.flatMap((column) => {
    const known = (row: string): string => `requests.${row}.${column}>=0`;
    return [
      ...['carried_in', 'new_requests', 'outcomes_total', 'carried_out', ...common].map(known),
      ...alternatives.map((rows) => rows.map(known).join('|')),
    ];
  });
}

/**
 * The flow of one row that holds the metrics of `FLOW`, over reports that have them all: null where one is not known or some
 * report lacks one, for then nothing can be told from a difference. Where two stages differ, the difference is a part of
 * its own, "unexplained", at the end of the smaller one.
 */
export function flowChart(row: MetricsRow | null, context: ChartContext, title: string): FlowSpec | null {
  const { language, t } = context;
  const values = new Map(FLOW.map((id): [string, MetricValue | null] => [id, valueIn(row, id)]));
  if ([...values.values()].some((each) => each === null || each.value === null || each.missing > 0))
    return null;
  const value = (id: string): number => values.get(id)?.value ?? 0;
  const inside = value('carried_in') + value('new_requests');
  const outside = value('outcomes_total') + value('carried_out');
  const groups = OUTCOME_GROUPS.reduce((sum, group) => sum + value(group.id), 0);
  const total = Math.max(inside, outside, groups, 1);
  const scale = countScale(total, language);
  const key = labelKey(language);
  const colours = outcomeParts(context);
  const part = (
    name: string,
    count: number,
    colour: string,
    on: string,
    reports: number | null,
  ): FlowPart => ({
    name,
    metric: null,
    value: count,
    text: `${name} ${scaledText(count, scale, language)}`,
    title:
      reports === null
        ? t('flow.point_rest', { name, value: formatNumber(count, language) })
        : t('flow.point', { name, value: formatNumber(count, language), reports }),
    colour,
    on,
  });
  const known = (id: string, name: string, colour: string, on: string): FlowPart => ({
    ...part(name, value(id), colour, on, valueIn(row, id)?.reports ?? 0),
    metric: id,
  });
  const rest = (count: number): FlowPart[] =>
    count <= 0
      ? []
      : [{ ...part(t('chart.outcomes.unexplained'), count, '', 'var(--ink)', null), hatched: true }];
  const stages = [
    {
      name: t('flow.in'),
      parts: [
        known('carried_in', t('row.carried_in'), 'var(--c-peer)', 'var(--surface)'),
        known('new_requests', t('row.new_requests'), 'var(--accent)', 'var(--on-accent)'),
        ...rest(outside - inside),
      ],
    },
    {
      name: t('flow.out'),
      parts: [
        known('outcomes_total', t('row.outcomes_total'), 'var(--accent)', 'var(--on-accent)'),
        known('carried_out', t('row.carried_out'), 'var(--c-peer)', 'var(--surface)'),
        ...rest(inside - outside),
      ],
    },
    {
      name: t('flow.outcomes'),
      parts: [
        ...OUTCOME_GROUPS.map((group, index) =>
          known(group.id, group[key], colours[index]?.colour ?? '', colours[index]?.on ?? ''),
        ),
        ...rest(value('outcomes_total') - groups),
      ],
    },
  ];
  const titles = stages.flatMap(({ name, parts }) => [name, ...parts.map((each) => each.title)]);
  return { kind: 'flow', label: [title, ...titles].join(t('list.separator')), stages, total };
}
