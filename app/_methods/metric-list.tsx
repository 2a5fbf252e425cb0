import { ScrollRegion } from '../_components/scroll-region';
import { METRICS } from '../../lib/metrics/registry';
import { metricFormula } from '../_components/metric-formula';
import type { PageContext } from '../_request/page-context';
import { Part } from './part';

/** Every metric of the registry: formula, cells of the form, unit, caveat. */
export function MetricList({ context }: { context: PageContext }) {
  const { t, label } = context;
  return (
    <Part id="metrics" title={t('methods.metrics')} lead={t('methods.metrics_lead')}>
      <ScrollRegion name={t('methods.metrics_table')}>
        <table className="data-table definitions">
          <thead>
            <tr>
              <th scope="col">{t('methods.name')}</th>
              <th scope="col">{t('methods.formula')}</th>
              <th scope="col">{t('methods.source')}</th>
              <th scope="col">{t('methods.caveat')}</th>
            </tr>
          </thead>
          <tbody>
            {METRICS.map((metric) => (
              <tr key={metric.id} id={metric.id}>
                <th scope="row">
                  <b>{metric[label]}</b>
                  <br />
                  <code>{metric.id}</code>
                  <br />
                  <span className="muted">{metric.unit[label]}</span>
                </th>
                <td>{metricFormula(metric, context)}</td>
                <td>{metric.source[label]}</td>
                <td>
                  {metric.caveat?.[label]}
                  {!metric.comparable && <span className="muted"> {t('methods.not_comparable')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Part>
  );
}
