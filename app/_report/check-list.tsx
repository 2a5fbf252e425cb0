/** Every rule with how many of its equations hold: n/N. */
import type { RuleId } from '../../lib/audit/rules';
import { Rich } from '../_components/rich';
import type { PageContext } from '../_request/page-context';
import type { ReportCells } from './cell/cell-view';

type Count = { rule: RuleId; holds: number; fails: number; untold: number };

/** The count of equations that do not hold, then each rule; a rule that cannot be told says so. */
export function CheckList({ context, cells }: { context: PageContext; cells: ReportCells }) {
  const { t, to } = context;
  const counts = countChecks(cells);
  const fails = counts.reduce((sum, each) => sum + each.fails, 0);
  const told = counts.reduce((sum, each) => sum + each.holds + each.fails, 0);
  return (
    <section>
      <h2>{t('checks.title')}</h2>
      <p className={fails > 0 ? 'headline-count with-findings' : 'headline-count'}>
        <Rich
          parts={t.rich(
            'checks.total',
            { fails, told },
            { b: (text) => <b>{text}</b>, m: (text) => <span className="muted">{text}</span> },
          )}
        />
      </p>
      <ul className="check-list">
        {counts.map(({ rule, holds, fails: failing, untold }) => (
          <li key={rule}>
            <span
              className={failing > 0 ? 'finding' : holds > 0 ? 'ok' : 'not-applicable'}
              aria-hidden="true"
            >
              {failing > 0 ? '≠' : holds > 0 ? '✓' : '—'}
            </span>
            <a href={`${to('/methods')}#${rule}`}>{t(`rule.${rule}`)}</a>
            <code>{rule}</code>
            <b className={failing > 0 ? 'finding' : undefined}>
              {holds + failing === 0
                ? t('checks.untold')
                : t('checks.holds', { holds, all: holds + failing })}
            </b>
            {untold > 0 && holds + failing > 0 && (
              <small className="muted">{t('checks.untold_count', { count: untold })}</small>
            )}
          </li>
        ))}
      </ul>
      <p className="muted small-print">{t('checks.note')}</p>
    </section>
  );
}

/** Equations per rule; findings of rules that look beyond this report count as failing. */
function countChecks(cells: ReportCells): Count[] {
  const counts = new Map<RuleId, Count>();
  const of = (rule: RuleId): Count => {
    const known = counts.get(rule) ?? { rule, holds: 0, fails: 0, untold: 0 };
    counts.set(rule, known);
    return known;
  };
  for (const check of cells.checks) {
    if (check.holds === null) of(check.rule).untold += 1;
    else if (check.holds) of(check.rule).holds += 1;
    else of(check.rule).fails += 1;
  }
  const checked = new Set(cells.checks.map((check) => check.rule));
  for (const { finding } of cells.marks) if (!checked.has(finding.rule)) of(finding.rule).fails += 1;
  return [...counts.values()];
}
