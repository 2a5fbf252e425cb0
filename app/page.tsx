import type { Metadata } from 'next';
import { corpusOf, selectFilterOptions, selectHeadline } from '../lib/query';
import { formatNumber, formatPercent } from '../lib/i18n/format';
import { CountSentence } from './_components/count-sentence';
import { EmptyResult } from './_components/empty-result';
import { FilterBar } from './_components/filter-bar';
import { FilterChips } from './_components/filter-chips';
import { FilterProblems } from './_components/filter-problems';
import { HEADLINE_METRICS, HeadlineStrip } from './_overview/headline-strip';
import { CardSlot } from './_card-view/card-slot';
import { queryMetrics } from './_card/query';
import { cardsOf } from './cards/index';
import { type PageContext, readPageContext } from './_request/page-context';
import { PageShell } from './_shell/page-shell';
import { pageTitle } from './_shell/page-title';
import type { SearchParams } from './_request/parameters';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/', searchParams), 'nav.overview');
}

/** What is in the corpus, and what changed? */
export default async function OverviewPage({ searchParams }: Props) {
  const context = await readPageContext('/', searchParams);
  const { t, filters } = context;
  const corpus = corpusOf(filters.corpus);
  const [options, headline] = await Promise.all([
    selectFilterOptions(corpus, filters),
    selectHeadline(corpus, filters),
  ]);
  const cards = { context, options };
  return (
    <PageShell context={context} corpusVersion={headline.meta.corpus_version}>
      <div className="wrap head">
        <h1>
          <span>{t('overview.title_first')}</span> <span>{t('overview.title_second')}</span>
        </h1>
        <p>{t('overview.lead')}</p>
      </div>
      <FilterBar {...cards} />
      <div className="wrap">
        <FilterProblems context={context} />
        <FilterChips {...cards} />
        <CountSentence
          context={context}
          meta={headline.meta}
          agencies={headline.values.agencies?.value ?? 0}
        />
        {headline.meta.reports === 0 ? (
          <EmptyResult {...cards} />
        ) : (
          <>
            <Headline context={context} headline={headline} />
            <div className="grid two">
              {cardsOf('/').map((card) => (
                <CardSlot key={card.id} {...cards} card={card} />
              ))}
            </div>
          </>
        )}
      </div>
    </PageShell>
  );
}

type HeadlineProps = { context: PageContext; headline: Awaited<ReturnType<typeof selectHeadline>> };

async function Headline({ context, headline }: HeadlineProps) {
  const { t, language, filters } = context;
  const [split, whole] = await Promise.all([
    queryMetrics(filters, HEADLINE_METRICS.split, ['year']),
    queryMetrics(filters, HEADLINE_METRICS.whole, ['year']),
  ]);
  const rows = split.rows.map((row, index) => ({
    ...row,
    values: { ...whole.rows[index]?.values, ...row.values },
  }));
  const { reports } = headline.meta;
  const years = headline.years;
  return (
    <HeadlineStrip
      context={context}
      rows={rows}
      reports={{
        name: t('headline.reports'),
        value: formatNumber(reports, language),
        unit: t('unit.reports'),
        note: t('headline.reports_note', {
          years: years
            ? t('years.range', { from: String(years.from), to: String(years.to) })
            : t('value.year_unknown'),
          provinces: headline.provinces,
        }),
      }}
      findings={{
        name: t('headline.findings'),
        value: formatNumber(headline.with_findings, language),
        unit: t('unit.reports'),
        note: t('headline.findings_note', {
          share: reports > 0 ? formatPercent(headline.with_findings / reports, language) : t('value.no_rate'),
          reports,
        }),
      }}
    />
  );
}
