/** Findings one by one, with both sides of each; ordered by region, never by size. */
import { formatNumber } from '../../lib/i18n/format';
import { RULE_IDS, type RuleId } from '../../lib/audit/rules';
import type { FindingsResult } from '../../lib/query';
import { PageLinks } from '../_list/page-links';
import { FindingLine } from '../_report/finding-line';
import type { PageContext } from '../_request/page-context';

type Props = { context: PageContext; answer: FindingsResult; rule: RuleId | null };

/** The choice of a rule, the findings, the pages. */
export function FindingList({ context, answer, rule }: Props) {
  const { t, here, language, to } = context;
  return (
    <section className="section" id="list">
      <header>
        <h2>{t('quality.list_title')}</h2>
        <p className="subtitle">
          {t('quality.list_lead', { findings: formatNumber(answer.findings, language) })}
        </p>
      </header>
      <nav className="picks" aria-label={t('quality.rule')}>
        {[null, ...RULE_IDS].map((each) => {
          const name = each === null ? t('quality.every_rule') : t(`rule.${each}`);
          return each === rule ? (
            <b key={name} aria-current="true">
              {name}
            </b>
          ) : (
            <a key={name} href={`${here({ rule: each })}#list`}>
              {name}
            </a>
          );
        })}
      </nav>
      {answer.rows.length === 0 ? (
        <p className="statement">
          {t('quality.none')}{' '}
          {rule !== null && <a href={`${here({ rule: null })}#list`}>{t('quality.every_rule')}</a>}
        </p>
      ) : (
        <>
          <ul className="notes found">
            {answer.rows.map((row, index) => {
              const report = to(`/reports/${encodeURIComponent(row.report_id)}`);
              return (
                <li key={`${row.report_id} ${index}`}>
                  <p>
                    <a href={to(`/agencies/${encodeURIComponent(row.agency_id)}`)} lang="zh-CN">
                      {row.agency}
                    </a>{' '}
                    <a href={report}>{row.year ?? t('value.year_unknown')}</a> <code>{row.finding.rule}</code>
                  </p>
                  <p>
                    <FindingLine
                      context={context}
                      finding={row.finding}
                      valueAt={(field) => row.values.get(field) ?? null}
                      report={report}
                    />
                  </p>
                </li>
              );
            })}
          </ul>
          <PageLinks
            context={context}
            page={answer.page}
            pages={answer.pages}
            rows={answer.findings}
            pageSize={answer.page_size}
          />
        </>
      )}
    </section>
  );
}
