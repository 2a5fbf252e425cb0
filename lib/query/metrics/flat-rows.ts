/** Metric answers as flat rows: the one shape of query.json, query.csv and every table of metrics. */
import type { CsvColumn, CsvValue } from '../../csv';
import { type Bilingual, type Expression, fieldUnit, metricById } from '../../metrics/registry';
import { type Dimension, DIMENSION_LABELS } from './dimensions';
import type { MetricsResult, MetricsRow } from './select-metrics';

const NAMED: readonly Dimension[] = ['province', 'prefecture', 'county', 'agency'];

/** What stands behind a number, as further columns of a metric `id`: `id_numerator` … */
const PARTS = {
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  reports: { zh: '有数据的报告数', en: 'reports with a value' },
  missing: { zh: '缺数据的报告数', en: 'reports without a value' },
} as const satisfies Record<string, Bilingual>;

const REPORTS: Bilingual = { zh: '份', en: 'reports' };

/** Columns of an answer in the order in which `flatRow` fills them. Labels and units in one language. */
export function resultColumns(answer: MetricsResult, language: keyof Bilingual): CsvColumn[] {
  const keys = answer.by.flatMap((dimension) => {
    const label = DIMENSION_LABELS[dimension][language];
    const column = { id: dimension, label, unit: null };
    if (!NAMED.includes(dimension)) return [column];
    const name = language === 'zh' ? '名称' : ' name';
    return [column, { id: `${dimension}_name`, label: `${label}${name}`, unit: null }];
  });
  return [...keys, ...answer.metrics.flatMap((id) => metricColumnsOf(id, language))];
}

function metricColumnsOf(id: string, language: keyof Bilingual): CsvColumn[] {
  const metric = metricById(id);
  if (!metric) return [];
  const part = (name: keyof typeof PARTS, unit: string | null): CsvColumn => ({
    id: `${id}_${name}`,
    label: `${metric[language]} · ${PARTS[name][language]}`,
    unit,
  });
  const unitOf = (expression: Expression): string => fieldUnit(expression[0]?.plus[0] ?? '')[language];
  const sums = metric.denominator
    ? [part('numerator', unitOf(metric.numerator)), part('denominator', unitOf(metric.denominator))]
    : [];
  const counts = [part('reports', REPORTS[language]), part('missing', REPORTS[language])];
  return [
    { id, label: metric[language], unit: metric.unit[language] },
    ...sums,
    ...(metric.kind === 'count' ? [] : counts),
  ];
}

/** The values of a row, one a column of `answerColumns`. */
export function flatRow(row: MetricsRow, answer: MetricsResult): CsvValue[] {
  const keys = answer.by.flatMap((dimension) => {
    const key = row.key[dimension] ?? null;
    return NAMED.includes(dimension) ? [key, row.names[dimension] ?? null] : [key];
  });
  const values = answer.metrics.flatMap((id) => {
    const found = row.values[id];
    const metric = metricById(id);
    if (!found || !metric) return [];
    const sums = metric.denominator ? [found.numerator, found.denominator] : [];
    return [found.value, ...sums, ...(metric.kind === 'count' ? [] : [found.reports, found.missing])];
  });
  return [...keys, ...values];
}
