import type { Metadata } from 'next';
import { yearsOf } from '../../_agency/history-record';
import { AGENCY_PARAMETERS } from '../../_agency/agency-parameters';
import { AgencyHead } from '../../_agency/agency-head';
import { AgencyFigures } from '../../_agency/agency-figures';
import { AgencyNotes } from '../../_agency/agency-notes';
import { askHistory } from '../../_agency/ask-history';
import { carryCard } from '../../_agency/carry-card';
import { peerRegions } from '../../_agency/asked-peers';
import { ownContext } from '../../_agency/own-context';
import { PeerForm } from '../../_agency/peer-form';
import { peersCard } from '../../_agency/peers-card';
import { spreadCard } from '../../_agency/spread-card';
import { YEAR_METRICS, YearCards } from '../../_agency/year-cards';
import { YearTables } from '../../_agency/year-tables';
import { DEFAULT_FILTERS } from '../../../lib/filters/values';
import { type AgencyHistory, corpusOf, selectFilterOptions, selectMetrics } from '../../../lib/query';
import { CardSlot } from '../../_components/card-slot';
import { FilterProblems } from '../../_components/filter-problems';
import { disclosureCard } from '../../_overview/disclosure-card';
import { disputesCard } from '../../_overview/disputes-card';
import { outcomesCard } from '../../_overview/outcomes-card';
import { requestsCard } from '../../_overview/requests-card';
import { MissingPage } from '../../_shell/missing-page';
import { type PageContext, readPageContext } from '../../_shell/page-context';
import { PageShell } from '../../_shell/page-shell';
import { pageTitle } from '../../_shell/page-title';
import type { SearchParams } from '../../_shell/parameters';

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

async function readAgency({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id);
  const path = `/agencies/${encodeURIComponent(id)}`;
  const context = await readPageContext(path, searchParams, AGENCY_PARAMETERS);
  const history = await askHistory(context.filters.corpus, id);
  return { context: history ? withoutUnfit(context, history) : context, history };
}

/** Values that another agency may have but not this one are left out and told, as any value that is not understood. */
function withoutUnfit(context: PageContext, history: AgencyHistory): PageContext {
  const { peer_year: year, peer_region: region } = context.parameters;
  const unfit = [
    year && !history.reports.some((report) => String(report.year) === year) ? 'peer_year' : '',
    region && !peerRegions(history.agency).some((each) => each.value === region) ? 'peer_region' : '',
  ].filter((name) => name !== '');
  const problems = unfit.map((parameter) => ({
    parameter,
    value: context.parameters[parameter] ?? '',
    expected: parameter,
  }));
  const parameters = Object.fromEntries(
    Object.entries(context.parameters).filter(([name]) => !unfit.includes(name)),
  );
  return { ...context, parameters, problems: [...context.problems, ...problems] };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { context, history } = await readAgency(props);
  if (!history) return { ...pageTitle(context, 'missing.title'), robots: { index: false } };
  return pageTitle(context, { text: history.agency.name });
}

/** How is this agency doing, over its years and among its peers? */
export default async function AgencyPage(props: Props) {
  const { context, history } = await readAgency(props);
  if (!history) return <MissingPage context={context} what="agency" />;
  const { filters, parameters } = context;
  const own = { ...DEFAULT_FILTERS, corpus: filters.corpus, agency: [history.agency.id] };
  const corpus = corpusOf(filters.corpus);
  const [answer, options] = await Promise.all([
    selectMetrics(corpus, { metrics: YEAR_METRICS, by: ['year'], filters: own }),
    selectFilterOptions(corpus, own),
  ]);
  const years = yearsOf(history.reports);
  const cards = { context: ownContext(context, own), options };
  return (
    <PageShell context={context} corpusVersion={history.corpus_version}>
      <AgencyHead context={context} history={history} />
      <div className="wrap">
        <FilterProblems context={context} />
        <AgencyFigures context={context} history={history} answer={answer} />
        <div className="grid two">
          <YearCards {...cards} cards={[requestsCard, outcomesCard]} />
        </div>
        {years.length > 0 && (
          <div className="grid">
            <CardSlot {...cards} card={peersCard} form={<PeerForm context={context} history={history} />} />
            <CardSlot {...cards} card={spreadCard} />
          </div>
        )}
        <div className="grid two">
          {years.length > 1 && <CardSlot {...cards} card={carryCard} />}
          <YearCards {...cards} cards={[disputesCard, disclosureCard]} />
        </div>
        {years.length > 0 && (
          <YearTables context={context} years={years} column={parameters.column ?? 'total'} />
        )}
        <AgencyNotes context={context} history={history} />
      </div>
    </PageShell>
  );
}
