/** The formula of a metric in words, made from its own definition, so that page and SQL cannot disagree. */
import { fieldLabel } from '../../lib/form';
import type { Expression, Metric, Sum } from '../../lib/metrics/registry';
import type { PageContext } from '../_request/page-context';

/** `行政复议·结果纠正 ÷（行政复议·总计 − 行政复议·尚未审结）`; alternatives of different forms are joined by "or". */
export function metricFormula(metric: Metric, context: PageContext): string {
  if (metric.kind === 'count') return metric.source[context.label];
  const numerator = expressionText(metric.numerator, context, metric.denominator !== null);
  if (!metric.denominator) return numerator;
  return `${numerator} ÷ ${expressionText(metric.denominator, context, true)}`;
}

function expressionText(expression: Expression, context: PageContext, bracketed: boolean): string {
  const texts = expression.map((sum) => sumText(sum, context));
  const several =
    texts.length > 1 || expression.some((sum) => sum.plus.length + (sum.minus?.length ?? 0) > 1);
  const { t } = context;
  const text = texts.join(t('formula.or'));
  if (!bracketed || !several) return text;
  return t('formula.brackets', { text });
}

function sumText(sum: Sum, { label, t }: PageContext): string {
  const plus = sum.plus.map((field) => fieldLabel(field, label)).join(t('formula.plus'));
  const minus = (sum.minus ?? []).map((field) => ` − ${fieldLabel(field, label)}`).join('');
  return plus + minus;
}
