/** How the figures of a card are made: formula, cells of the form, caveat. */
import { metricById } from '../../lib/metrics/registry';
import type { PageContext } from '../_request/page-context';
import { metricFormula } from '../_components/metric-formula';

/** The definitions of some metrics, each linked to its entry on the methods page. */
export function CardNotes({ context, metrics }: { context: PageContext; metrics: readonly string[] }) {
  const { t, label, to } = context;
  return (
    <>
      <dl className="notes-list">
        {metrics
          .flatMap((id) => metricById(id) ?? [])
          .map((metric) => (
            <div key={metric.id}>
              <dt>
                <a href={`${to('/methods')}#${metric.id}`}>{metric[label]}</a> <code>{metric.id}</code>
              </dt>
              <dd>{metricFormula(metric, context)}</dd>
              <dd className="muted">{t('notes.source', { source: metric.source[label] })}</dd>
              {metric.caveat && <dd className="muted">{metric.caveat[label]}</dd>}
            </div>
          ))}
      </dl>
      <p className="subtitle">{t('notes.missing')}</p>
    </>
  );
}
