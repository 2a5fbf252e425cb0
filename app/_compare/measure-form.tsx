/** Which measure the small multiples show, as a plain GET form. */
import { metricById } from '../../lib/metrics/registry';
import type { PageContext } from '../_request/page-context';
import { chosenMeasure, COMPARED } from './compare-parameters';

/** The choice stands in the address, with all else that the page has chosen. */
export function MeasureForm({ context: { t, parameters, path, label } }: { context: PageContext }) {
  return (
    <form method="get" action={`${path}#panels`} className="peer-form" aria-label={t('compare.measure')}>
      {['lang', 'corpus', 'with', 'year', 'basis'].map(
        (name) =>
          parameters[name] !== undefined && (
            <input key={name} type="hidden" name={name} value={parameters[name]} />
          ),
      )}
      <div className="field">
        <label htmlFor="f-metric">{t('compare.measure')}</label>
        <select id="f-metric" name="metric" defaultValue={chosenMeasure(parameters)}>
          {COMPARED.map((id) => (
            <option key={id} value={id}>
              {metricById(id)?.[label]}
            </option>
          ))}
        </select>
      </div>
      <button className="button">{t('filter.apply')}</button>
    </form>
  );
}
