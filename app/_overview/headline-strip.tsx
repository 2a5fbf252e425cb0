/** The figures at the top: a ruled strip, each with what it rests on and the year before. */
import { dictionaryOf } from '../../lib/words';
import type { MetricsRow } from '../../lib/query/index';
import { formatNumber, formatPercent } from '../../lib/i18n/format';
import { SMALL_N, wilsonInterval } from '../../lib/metrics/wilson';
import { countScale, scaledText, scaledUnit } from '../../lib/chart/scale';
import type { PageContext } from '../_request/page-context';

/** Metrics of the strip: those that table 3 splits by applicant, and those that no table does. */
export const HEADLINE_METRICS = {
  split: ['new_requests', 'disclosure_rate'],
  whole: ['review_rate', 'review_correction_rate'],
} as const;

type Figure = { name: string; value: string | null; unit: string; note: string };
type Props = { context: PageContext; rows: readonly MetricsRow[]; reports: Figure; findings: Figure };

/** Reports and findings of the slice, and four measures of its newest year. */
export function HeadlineStrip({ context, rows, reports, findings }: Props) {
  const dated = rows.filter((row) => typeof row.key.year === 'number');
  const latest = dated.at(-1);
  const before = dated.at(-2);
  const measures = latest
    ? [
        requestsFigure(context, latest, before),
        ...(['disclosure_rate', 'review_rate', 'review_correction_rate'] as const).map((metric) =>
          rateFigure(context, metric, latest, before),
        ),
      ]
    : [];
  return (
    <dl className="headline-figures">
      {[reports, ...measures, findings].map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd className={figure.value === null ? 'figure none' : 'figure'}>
            {figure.value ?? context.t('value.no_rate')}
            {figure.value !== null && <small>{figure.unit}</small>}
          </dd>
          <dd className="note">{figure.note}</dd>
        </div>
      ))}
    </dl>
  );
}

function requestsFigure(
  { t, language }: PageContext,
  row: MetricsRow,
  before: MetricsRow | undefined,
): Figure {
  const found = row.values.new_requests;
  const value = found?.value ?? null;
  const scale = countScale(dictionaryOf(language).scalesHeadlines ? (value ?? 0) : 0, language);
  const last = before?.values.new_requests;
  return {
    name: t('headline.new_requests'),
    value: value === null ? null : scaledText(value, scale, language),
    unit: scaledUnit(scale, t('unit.requests'), t),
    note: [
      t('headline.year_reports', { year: String(row.key.year), reports: found?.reports ?? 0 }),
      last?.value !== null && last?.value !== undefined
        ? t('headline.before_count', {
            year: String(before?.key.year),
            value: formatNumber(last.value, language),
            reports: last.reports,
          })
        : '',
    ].join(''),
  };
}

function rateFigure(
  { t, language }: PageContext,
  metric: 'disclosure_rate' | 'review_rate' | 'review_correction_rate',
  row: MetricsRow,
  before: MetricsRow | undefined,
): Figure {
  const found = row.values[metric];
  const value = found?.value ?? null;
  const ratio = t(`headline.${metric}_ratio`, {
    year: String(row.key.year),
    numerator: formatNumber(found?.numerator ?? 0, language),
    denominator: formatNumber(found?.denominator ?? 0, language),
  });
  const small = (found?.denominator ?? 0) < SMALL_N;
  const interval =
    metric === 'review_rate' ? null : wilsonInterval(found?.numerator ?? 0, found?.denominator ?? 0);
  const last = before?.values[metric]?.value;
  const more =
    small && interval
      ? t('headline.interval', {
          low: formatPercent(interval.low, language),
          high: formatPercent(interval.high, language),
        })
      : last !== null && last !== undefined
        ? t('headline.before_rate', { year: String(before?.key.year), value: formatPercent(last, language) })
        : '';
  return {
    name: t(`headline.${metric}`),
    value: value === null ? null : formatPercent(value, language).replace('%', ''),
    unit: '%',
    note: ratio + more,
  };
}
