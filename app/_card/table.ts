/** Answers as the tables of cards: texts for people, values for files, in one order. */
import { TABLE_2_BREAKS } from '../../lib/form';
import { REQUEST_COLUMNS } from '../../lib/form/index';
import { formatNumber, formatPercent } from '../../lib/i18n/format';
import { regionNameIn } from '../../lib/i18n/province-names';
import { isMessageKey } from '../../lib/i18n/message';
import { fieldUnit, type Metric, metricById } from '../../lib/metrics/registry';
import {
  type Dimension,
  DIMENSION_LABELS,
  type MetricsResult,
  type MetricsRow,
  type MetricValue,
} from '../../lib/query/index';
import type { CardCell, CardColumn, CardRequest, CardRow, CardTable } from './model';

type Words = Pick<CardRequest, 'language' | 'label' | 't'>;

/** One row a group of the result, in its order. `link` gives the change of address to which a group's name leads. */
export function groupTable(
  words: Words,
  result: MetricsResult,
  link: (row: MetricsRow) => Record<string, string> | null = () => null,
): CardTable {
  const metrics = result.metrics.flatMap((id) => metricById(id) ?? []);
  const cut = metrics.some((metric) => !metric.comparable) && result.by[0] === 'year';
  // Where the reports are a metric of the result they are a column already.
  const counts = !result.metrics.includes('reports');
  const columns = [
    ...result.by.flatMap((dimension) => keyColumns(dimension, words)),
    ...(counts
      ? [
          {
            id: 'reports',
            label: words.t('column.reports'),
            unit: metricUnit('reports', words),
            numeric: true,
          },
        ]
      : []),
    ...metrics.flatMap((metric) => valueColumns(metric, words)),
  ];
  const rows = result.rows.map((row): CardRow => {
    const keys = result.by.flatMap((dimension, index) =>
      keyCells(row, dimension, words, dimension === 'year' || index > 0 ? null : link(row)),
    );
    return {
      id: result.by.map((dimension) => String(row.key[dimension])).join('-') || 'all',
      cells: [
        ...keys,
        ...(counts ? [{ value: row.reports, text: formatNumber(row.reports, words.language) }] : []),
        ...metrics.flatMap((metric) => valueCells(metric, row.values[metric.id], words)),
      ],
      ...(cut && startsAfterCut(row, result.rows) ? { afterCut: true } : {}),
    };
  });
  return { columns, rows };
}

/** `share` is a rate of its own, over the reports that have both of its sides. */
export type TableItem = { id: string; name: string; value: MetricValue | null; share: MetricValue | null };

/** One row a measure of a single group (reasons, parts of a flow), each with its share of a whole. */
export function itemTable(
  words: Words,
  heads: { item: string; share: string; unit: string },
  items: readonly TableItem[],
): CardTable {
  const { t, language } = words;
  const columns: CardColumn[] = [
    { id: 'item', label: t('column.item_id'), unit: null, numeric: false, fileOnly: true },
    { id: 'name', label: heads.item, unit: null, numeric: false },
    { id: 'value', label: t('column.value'), unit: heads.unit, numeric: true },
    { id: 'share', label: heads.share, unit: ratioUnit(words), numeric: true },
    ...(['numerator', 'denominator'] as const).map(
      (side): CardColumn => ({
        id: `share_${side}`,
        label: `${heads.share} · ${t(`column.${side}`)}`,
        unit: heads.unit,
        numeric: true,
        fileOnly: true,
      }),
    ),
    {
      id: 'share_reports',
      label: `${heads.share} · ${t('column.with_value')}`,
      unit: metricUnit('reports', words),
      numeric: true,
      fileOnly: true,
    },
    { id: 'reports', label: t('column.reports'), unit: metricUnit('reports', words), numeric: true },
    {
      id: 'missing',
      label: t('column.missing'),
      unit: metricUnit('reports', words),
      numeric: true,
      fileOnly: true,
    },
  ];
  const rows = items.map(({ id, name, value, share }): CardRow => {
    const known = value?.value ?? null;
    return {
      id,
      cells: [
        { value: id, text: id },
        { value: name, text: name },
        known === null ? absent(t('state.absent')) : { value: known, text: formatNumber(known, language) },
        shareCell(share, words),
        ...[share?.numerator, share?.denominator, share?.reports ?? 0].map(
          (side): CardCell => ({
            value: side ?? null,
            text: typeof side === 'number' ? formatNumber(side, language) : '',
          }),
        ),
        { value: value?.reports ?? 0, text: formatNumber(value?.reports ?? 0, language) },
        { value: value?.missing ?? 0, text: formatNumber(value?.missing ?? 0, language) },
      ],
    };
  });
  return { columns, rows };
}

function shareCell(share: MetricValue | null, { t, language }: Words): CardCell {
  if (share === null || share.value === null) return absent(t('value.no_rate'));
  const note = t('table.ratio', {
    numerator: formatNumber(share.numerator ?? 0, language),
    denominator: formatNumber(share.denominator ?? 0, language),
  });
  return { value: share.value, text: formatPercent(share.value, language), note };
}

/** What a group is called in the language of the page; groups of reports that do not say are named as such. */
export function groupName(
  row: MetricsRow,
  dimension: Dimension,
  { t, label }: Pick<Words, 't' | 'label'>,
): string {
  const key = row.key[dimension] ?? null;
  if (dimension === 'year') return key === null ? t('value.year_unknown') : String(key);
  if (key === null)
    return t(['province', 'prefecture', 'county'].includes(dimension) ? 'group.no_region' : 'value.unknown');
  if (dimension === 'applicant')
    return REQUEST_COLUMNS.find((column) => column.id === key)?.[label] ?? String(key);
  const message = `${dimension}.${key}`;
  if (isMessageKey(message)) return t(message);
  return regionNameIn(
    label,
    dimension === 'province' ? String(key) : '',
    row.names[dimension] ?? String(key),
  );
}

const NAMED: readonly Dimension[] = ['province', 'prefecture', 'county', 'agency'];

function keyColumns(dimension: Dimension, { t, label }: Words): CardColumn[] {
  if (dimension === 'year') return [{ id: 'year', label: t('column.year'), unit: null, numeric: false }];
  const name = DIMENSION_LABELS[dimension][label];
  return [
    { id: dimension, label: name, unit: null, numeric: false, fileOnly: true },
    { id: `${dimension}_name`, label: name, unit: null, numeric: false },
  ];
}

function keyCells(
  row: MetricsRow,
  dimension: Dimension,
  words: Words,
  link: Record<string, string> | null,
): CardCell[] {
  const key = row.key[dimension] ?? null;
  const text = groupName(row, dimension, words);
  const named: CardCell = {
    value: dimension === 'year' ? key : text,
    text,
    ...(link && key !== null ? { link } : {}),
    ...(NAMED.includes(dimension) && key !== null ? { foreign: true } : {}),
  };
  return dimension === 'year' ? [named] : [{ value: key, text: String(key ?? '') }, named];
}

const metricUnit = (id: string, { label }: Pick<Words, 'label'>): string | null =>
  metricById(id)?.unit[label] ?? null;
const ratioUnit = (words: Words): string | null => metricUnit('disclosure_rate', words);
const absent = (word: string): CardCell => ({ value: word, text: word, absent: true });

function valueColumns(metric: Metric, { label, t }: Words): CardColumn[] {
  if (metric.kind === 'count')
    return [{ id: metric.id, label: metric[label], unit: metric.unit[label], numeric: true }];
  const part = (name: string, text: string, unit: string | null): CardColumn => ({
    id: `${metric.id}_${name}`,
    label: `${metric[label]} · ${text}`,
    unit,
    numeric: true,
    fileOnly: true,
  });
  const reports = metricUnit('reports', { label });
  const sums = metric.denominator
    ? [
        part('numerator', t('column.numerator'), fieldUnit(metric.numerator[0]?.plus[0] ?? '')[label]),
        part('denominator', t('column.denominator'), fieldUnit(metric.denominator[0]?.plus[0] ?? '')[label]),
      ]
    : [];
  return [
    { id: metric.id, label: metric[label], unit: metric.unit[label], numeric: true },
    ...sums,
    part('reports', t('column.with_value'), reports),
    part('missing', t('column.missing'), reports),
  ];
}

function valueCells(metric: Metric, found: MetricValue | undefined, words: Words): CardCell[] {
  const number = (value: number | null | undefined): CardCell => ({
    value: value ?? null,
    text: value === null || value === undefined ? '' : formatNumber(value, words.language),
  });
  const shown = valueCell(metric, found, words);
  if (metric.kind === 'count') return [shown];
  const sums = metric.denominator ? [number(found?.numerator), number(found?.denominator)] : [];
  return [shown, ...sums, number(found?.reports ?? 0), number(found?.missing ?? 0)];
}

function valueCell(metric: Metric, found: MetricValue | undefined, { t, language }: Words): CardCell {
  if (!found || (found.value === null && found.reports === 0)) return absent(t('state.absent'));
  if (found.value === null) return absent(t('value.no_rate'));
  const rests =
    found.missing > 0
      ? t('table.rests_on', { counted: found.reports, all: found.reports + found.missing })
      : '';
  if (metric.kind !== 'rate')
    return {
      value: found.value,
      text: formatNumber(found.value, language),
      ...(rests ? { note: rests } : {}),
    };
  const ratio = t('table.ratio', {
    numerator: formatNumber(found.numerator ?? 0, language),
    denominator: formatNumber(found.denominator ?? 0, language),
  });
  return {
    value: found.value,
    text: formatPercent(found.value, language),
    note: rests ? `${ratio} · ${rests}` : ratio,
  };
}

function startsAfterCut(row: MetricsRow, rows: readonly MetricsRow[]): boolean {
  const years = rows.map((each) => each.key.year).filter((year) => typeof year === 'number');
  return TABLE_2_BREAKS.some(
    ({ after }) =>
      row.key.year === Math.min(...years.filter((year) => year > after)) &&
      years.some((year) => year <= after),
  );
}
