/** The condition language of the parameter `where`. */
import { Part } from '../_methods/part';
import { Rich } from '../_components/rich';
import { COMPARISONS, CONDITION_STATES, MOST_CONDITIONS } from '../../lib/filters/conditions';
import { PROPERTIES } from '../../lib/filters/operands';
import { conditionText } from '../../lib/i18n/condition-text';
import type { MessageKey } from '../../lib/i18n/message';
import type { PageContext } from '../_request/page-context';
import { Command } from './example';

const EXAMPLES = [
  'requests.denied_state_secret.total>=1',
  'disclosure_rate<0.5|requests.granted.total:blank',
  'published>2024-03-31',
  'requests.new_requests.total:!missing',
] as const;

const RULES = ['groups', 'comparison', 'operands', 'states', 'missing', 'errors', 'encoding'] as const;

/** What may stand in `where`, with examples in words and one to run. */
export function ConditionsPart({ context }: { context: PageContext }) {
  const { t, language, filters, origin } = context;
  const where = `${EXAMPLES[0]},${EXAMPLES[1]}`;
  const corpus = filters.corpus === 'demo' ? '&corpus=demo' : '';
  const values = {
    comparisons: COMPARISONS.join(' '),
    properties: PROPERTIES.map(({ id }) => id).join(' '),
    most: MOST_CONDITIONS,
  };
  return (
    <Part id="conditions" title={t('api.conditions')} lead={t('api.conditions_lead')}>
      <table className="data-table condition-examples" aria-label={t('api.condition_examples')}>
        <thead>
          <tr>
            <th scope="col">where</th>
            <th scope="col">{t('api.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {EXAMPLES.map((each) => (
            <tr key={each}>
              <th scope="row">
                <code>{each}</code>
              </th>
              <td>{conditionText(each, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="notes-list">
        {RULES.map((rule) => (
          <div key={rule}>
            <dt>{t(`api.rule_${rule}`)}</dt>
            <dd>
              <Rich parts={t.rich(`api.rule_${rule}_text`, values, { c: (text) => <code>{text}</code> })} />
              {rule === 'states' && <States context={context} />}
            </dd>
          </div>
        ))}
      </dl>
      <div className="example">
        <Command
          text={`curl --compressed -G '${origin}/api/v1/reports' \\\n  --data-urlencode 'where=${where}'${
            corpus === '' ? '' : " \\\n  -d 'corpus=demo'"
          }`}
        />
        <a href={`/api/v1/reports?where=${encodeURIComponent(where)}${corpus}`}>
          {t('api.open', { name: t('api.conditions') })}
        </a>
      </div>
    </Part>
  );
}

function States({ context: { t } }: { context: PageContext }) {
  return (
    <ul className="paths">
      {CONDITION_STATES.map((state) => (
        <li key={state}>
          <code>{state}</code> <span>{t(`state.${state}` satisfies MessageKey)}</span>
        </li>
      ))}
    </ul>
  );
}
