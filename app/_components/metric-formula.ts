/** The formula of a metric in words, made from its own definition, so that page and SQL cannot disagree. */
import { fieldLabel } from '../../lib/form';
import type { LabelKey } from '../../lib/i18n/language';
import type { Expression, Metric, Sum } from '../../lib/metrics/registry';

/** `行政复议·结果纠正 ÷（行政复议·总计 − 行政复议·尚未审结）`; alternatives of different forms are joined by "or". */
export function metricFormula(metric: Metric, label: LabelKey): string {
  if (metric.kind === 'count') return metric.source[label];
  const numerator = expressionText(metric.numerator, label, metric.denominator !== null);
  if (!metric.denominator) return numerator;
  return `${numerator} ÷ ${expressionText(metric.denominator, label, true)}`;
}

function expressionText(expression: Expression, label: LabelKey, bracketed: boolean): string {
  const texts = expression.map((sum) => sumText(sum, label));
  const several =
    texts.length > 1 || expression.some((sum) => sum.plus.length + (sum.minus?.length ?? 0) > 1);
  const text = texts.join(label === 'zh' ? '；或 ' : '; or ');
  if (!bracketed || !several) return text;
  return label === 'zh' ? `（${text}）` : `(${text})`;
}

function sumText(sum: Sum, label: LabelKey): string {
  const plus = sum.plus.map((field) => fieldLabel(field, label)).join(label === 'zh' ? ' ＋ ' : ' + ');
  const minus = (sum.minus ?? []).map((field) => ` − ${fieldLabel(field, label)}`).join('');
  return plus + minus;
}
