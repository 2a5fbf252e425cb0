import type { Metadata } from 'next';
import {
  corpusOf,
  findSubjects,
  type MetricsResult,
  selectFilterOptions,
  type Subject,
} from '../../lib/query';
import { comparedYears, queryCompared, subjectIds } from '../_compare/compared';
import { COMPARE_PARAMETERS } from '../_compare/compare-parameters';
import { CompareTable } from '../_compare/compare-table';
import { MeasureForm } from '../_compare/measure-form';
import { panels } from '../cards/panels';
import { SubjectForm } from '../_compare/subject-form';
import { CardSlot } from '../_card-view/card-slot';
import { FilterProblems } from '../_components/filter-problems';
import { type PageContext, readPageContext } from '../_request/page-context';
import { PageShell } from '../_shell/page-shell';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';

type Props = { searchParams: SearchParams };

/** Hits of a search by name that are offered. */
const HITS = 24;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/compare', searchParams, COMPARE_PARAMETERS), 'nav.compare');
}

/** How do these agencies or regions stand beside each other? */
export default async function ComparePage({ searchParams }: Props) {
  const context = await readPageContext('/compare', searchParams, COMPARE_PARAMETERS);
  const { t, filters, parameters } = context;
  const corpus = corpusOf(filters.corpus);
  const ids = subjectIds(context);
  const [compared, hits, options] = await Promise.all([
    queryCompared(context),
    findSubjects(corpus, parameters.find ?? '', HITS),
    selectFilterOptions(corpus, filters),
  ]);
  const chosen = compared.map(({ subject }) => subject);
  const years = comparedYears(compared);
  const asked = Number(parameters.year);
  const shared = years.filter((each) => compared.every(({ result }) => hasYear(result, each)));
  const usual = shared.at(-1) ?? years.at(-1);
  const year = years.includes(asked) ? asked : usual;
  const told = withUnknown(context, ids, chosen, parameters.year !== undefined && !years.includes(asked));
  return (
    <PageShell context={context} corpusVersion={options.meta.corpus_version}>
      <div className="wrap head">
        <h1>{t('compare.title')}</h1>
        <p>{t('compare.lead')}</p>
      </div>
      <SubjectForm context={context} chosen={chosen} hits={hits} />
      <div className="wrap">
        <FilterProblems context={told} />
        {year === undefined ? (
          <section className="empty" aria-label={t('compare.empty')}>
            <p>{t('compare.empty')}</p>
          </section>
        ) : (
          <>
            <nav className="picks" aria-label={t('column.year')}>
              <span className="muted">{t('column.year')}</span>
              {years.map((each) =>
                each === year ? (
                  <b key={each} aria-current="true">
                    {each}
                  </b>
                ) : (
                  <a key={each} href={context.here({ year: each === usual ? null : each })}>
                    {each}
                  </a>
                ),
              )}
            </nav>
            <CompareTable context={context} compared={compared} year={year} />
            <div className="grid">
              <CardSlot
                context={context}
                options={options}
                card={panels}
                form={<MeasureForm context={context} />}
              />
            </div>
          </>
        )}
      </div>
    </PageShell>
  );
}

const hasYear = (result: MetricsResult, year: number): boolean =>
  result.rows.some((row) => row.key.year === year);

/** The context with a notice for each id that is neither an agency nor a region, and for a year without a report. */
function withUnknown(context: PageContext, ids: string[], chosen: Subject[], badYear: boolean): PageContext {
  const unknown = ids
    .filter((id) => !chosen.some((subject) => subject.id === id))
    .map((value) => ({ parameter: 'with', value, expected: 'with' }));
  const year = badYear ? [{ parameter: 'year', value: context.parameters.year ?? '', expected: 'year' }] : [];
  return { ...context, problems: [...context.problems, ...unknown, ...year] };
}
