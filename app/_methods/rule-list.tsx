import { RULE_LABELS } from '../../lib/i18n/issue-labels';
import { RULE_IDS } from '../../lib/issue';
import type { PageContext } from '../_request/page-context';
import { Part } from './part';

/** Every rule: what must equal what, and where that is said. */
export function RuleList({ context }: { context: PageContext }) {
  const { t, label } = context;
  return (
    <Part id="rules" title={t('methods.rules')} lead={t('methods.rules_lead')}>
      <dl className="notes-list">
        {RULE_IDS.map((rule) => (
          <div key={rule} id={rule}>
            <dt>
              {RULE_LABELS[rule][label]} <code>{rule}</code>
            </dt>
            <dd>{RULE_LABELS[rule].equation[label]}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
