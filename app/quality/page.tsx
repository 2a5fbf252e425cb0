import type { Metadata } from 'next';
import {
  corpusOf,
  selectBoard,
  selectFilterOptions,
  selectFindings,
  selectIssueCounts,
  selectRuleCounts,
} from '../../lib/query';
import { RULE_IDS } from '../../lib/audit/rules';
import { CoverageBoard } from '../_quality/coverage-board';
import { FindingList } from '../_quality/finding-list';
import { IssueTable } from '../_quality/issue-table';
import { RuleTable } from '../_quality/rule-table';
import { EmptyResult } from '../_components/empty-result';
import { FilterBar } from '../_components/filter-bar';
import { FilterChips } from '../_components/filter-chips';
import { FilterProblems } from '../_components/filter-problems';
import { Rich } from '../_components/rich';
import { PageLinks } from '../_list/page-links';
import { type OwnParameters, readPageContext } from '../_request/page-context';
import { PageShell } from '../_shell/page-shell';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';

type Props = { searchParams: SearchParams };

const PAGE_NUMBER = /^[1-9]\d{0,5}$/;
const OWN: OwnParameters = {
  rule: new RegExp(`^(${RULE_IDS.map((rule) => rule.replace('.', '\\.')).join('|')})$`),
  page: PAGE_NUMBER,
  board: PAGE_NUMBER,
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/quality', searchParams, OWN), 'nav.quality');
}

/** What does not add up, and whose fault is it: the report's or our reading's? */
export default async function QualityPage({ searchParams }: Props) {
  const context = await readPageContext('/quality', searchParams, OWN);
  const { t, filters, parameters } = context;
  const corpus = corpusOf(filters.corpus);
  const rule = RULE_IDS.find((each) => each === parameters.rule) ?? null;
  const [options, years, provinces, issues, findings, board] = await Promise.all([
    selectFilterOptions(corpus, { ...filters, basis: 'all' }),
    selectRuleCounts(corpus, filters, 'year'),
    selectRuleCounts(corpus, filters, 'province'),
    selectIssueCounts(corpus, filters),
    selectFindings(corpus, filters, { rule, page: Number(parameters.page ?? 1) }),
    selectBoard(corpus, filters, Number(parameters.board ?? 1)),
  ]);
  const { meta } = years;
  return (
    <PageShell context={context} corpusVersion={meta.corpus_version}>
      <div className="wrap head">
        <h1>{t('quality.title')}</h1>
        <p>{t('quality.lead')}</p>
      </div>
      <FilterBar context={context} options={options} all carry={['rule']} />
      <div className="wrap">
        <FilterProblems context={context} />
        <FilterChips context={context} options={options} />
        <p className="count">
          <Rich
            parts={t.rich(
              'quality.count',
              { reports: meta.reports, agencies: board.agencies },
              { b: (text) => <b>{text}</b> },
            )}
          />
        </p>
        {meta.reports === 0 ? (
          <EmptyResult context={context} options={options} />
        ) : (
          <>
            <section className="section" id="rules">
              <header>
                <h2>{t('quality.rules_title')}</h2>
                <p className="subtitle">{t('quality.rules_lead')}</p>
              </header>
              <h3 className="table-name">{t('quality.by_year')}</h3>
              <RuleTable
                context={context}
                groups={years.groups}
                title={t('quality.by_year')}
                across
                narrow={(key) => ({ from: key, to: key })}
                nameless="value.year_unknown"
              />
              <h3 className="table-name">{t('quality.by_province')}</h3>
              <RuleTable
                context={context}
                groups={provinces.groups}
                title={t('quality.by_province')}
                across={false}
                narrow={(key) => ({ region: key })}
                nameless="group.no_region"
              />
            </section>
            <FindingList context={context} answer={findings} rule={rule} />
            <section className="section" id="reading">
              <header>
                <h2>{t('quality.issues_title')}</h2>
                <p className="subtitle">{t('quality.issues_lead')}</p>
              </header>
              <IssueTable context={context} issues={issues} reports={meta.reports} />
            </section>
            <CoverageBoard
              context={context}
              board={board}
              pages={
                <PageLinks
                  context={context}
                  page={board.page}
                  pages={board.pages}
                  rows={board.agencies}
                  pageSize={board.page_size}
                  name="board"
                />
              }
            />
          </>
        )}
      </div>
    </PageShell>
  );
}
