import { RULE_IDS } from '../../lib/audit/rules';
import type { PageContext } from '../_request/page-context';
import { Part } from './part';

/** Every rule: what must equal what, and where that is said. */
export function RuleList({ context }: { context: PageContext }) {
  const { t } = context;
  return (
    <Part id="rules" title={t('methods.rules')} lead={t('methods.rules_lead')}>
      <dl className="notes-list">
        {RULE_IDS.map((rule) => (
          <div key={rule} id={rule}>
            <dt>
              {t(`rule.${rule}`)} <code>{rule}</code>
            </dt>
            <dd>{t(`rule.${rule}.equation`)}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
