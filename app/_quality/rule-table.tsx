/** Rules against years or provinces: reports that break a rule over reports in which it could be tested. */
import { languageOfName, regionNameIn } from '../../lib/i18n/province-names';
import type { MessageKey } from '../../lib/i18n/message';
import { formatNumber, formatPercent } from '../../lib/i18n/format';
import { RULE_IDS, type RuleId } from '../../lib/audit/rules';
import type { RuleCount, RuleGroup } from '../../lib/query';
import { ScrollRegion } from '../_components/scroll-region';
import type { PageContext } from '../_request/page-context';

type Props = {
  context: PageContext;
  groups: RuleGroup[];
  title: string;
  /** Whether the groups are columns (years) or rows (provinces). */
  across: boolean;
  /** The change of address that leaves one group alone in the slice; not asked for reports without a year or a province. */
  narrow: (key: number) => Record<string, string | number>;
  /** What reports without a year or a province are called. */
  nameless: MessageKey;
};

/** Every cell leads to the list of its findings. */
export function RuleTable({ context, groups, title, across, narrow, nameless }: Props) {
  const { t } = context;
  const rules = RULE_IDS.filter((rule) => groups.some((group) => group.rules[rule].tested > 0));
  const cell = (group: RuleGroup, rule: RuleId) => (
    <td className="num" key={`${group.key} ${rule}`}>
      <Count
        context={context}
        count={group.rules[rule]}
        // No filter leaves reports without a year or a province alone, so their findings cannot be listed.
        href={group.key === null ? null : `${context.here({ ...narrow(group.key), rule })}#list`}
      />
    </td>
  );
  const ruleHead = (rule: RuleId, scope: 'row' | 'col') => (
    <th scope={scope} key={rule}>
      <a href={`${context.to('/methods')}#${rule}`}>{t(`rule.${rule}`)}</a>
    </th>
  );
  return (
    <ScrollRegion name={t('card.table_of', { title })}>
      <table className="data-table rules">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(across ? 'quality.rule' : 'filter.region')}</th>
            {across
              ? groups.map((group) => (
                  <th scope="col" className="num" key={String(group.key)}>
                    <GroupName context={context} group={group} nameless={nameless} />
                  </th>
                ))
              : rules.map((rule) => ruleHead(rule, 'col'))}
          </tr>
        </thead>
        <tbody>
          {across
            ? rules.map((rule) => (
                <tr key={rule}>
                  {ruleHead(rule, 'row')}
                  {groups.map((group) => cell(group, rule))}
                </tr>
              ))
            : groups.map((group) => (
                <tr key={String(group.key)}>
                  <th scope="row">
                    <GroupName context={context} group={group} nameless={nameless} />
                  </th>
                  {rules.map((rule) => cell(group, rule))}
                </tr>
              ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function GroupName({
  context: { t, label, language },
  group: { key, name, reports },
  nameless,
}: Pick<Props, 'context' | 'nameless'> & { group: RuleGroup }) {
  const text = name === null ? String(key ?? t(nameless)) : regionNameIn(label, String(key), name);
  return (
    <>
      <span lang={languageOfName(text)}>{text}</span>
      <small>{t('quality.reports', { reports: formatNumber(reports, language) })}</small>
    </>
  );
}

function Count({
  context: { t, language },
  count,
  href,
}: {
  context: PageContext;
  count: RuleCount;
  href: string | null;
}) {
  if (count.tested === 0) return <span className="no-number">{t('quality.untested')}</span>;
  const ratio = t('table.ratio', {
    numerator: formatNumber(count.found, language),
    denominator: formatNumber(count.tested, language),
  });
  return (
    <>
      {count.found === 0 || href === null ? ratio : <a href={href}>{ratio}</a>}
      <small>{formatPercent(count.found / count.tested, language)}</small>
    </>
  );
}
