import type { Metadata } from 'next';
import { yearsOf } from '../../_agency/years';
import { AGENCY_PARAMETERS } from '../../_agency/agency-parameters';
import { AgencyHeader } from '../../_agency/agency-header';
import { AgencyFigures } from '../../_agency/agency-figures';
import { AgencyNotes } from '../../_agency/agency-notes';
import { agencyHistory } from '../../_agency/agency-history';
import { carry } from '../../cards/carry';
import { peerRegions } from '../../_agency/peers';
import { ownContext } from '../../_agency/own-context';
import { PeerForm } from '../../_agency/peer-form';
import { peers } from '../../cards/peers';
import { spread } from '../../cards/spread';
import { YEAR_METRICS, YearCards } from '../../_agency/year-cards';
import { YearTables } from '../../_agency/year-tables';
import { DEFAULT_FILTERS } from '../../../lib/filters';
import { type AgencyHistory, corpusOf, selectFilterOptions, selectMetrics } from '../../../lib/query';
import { CardSlot } from '../../_card-view/card-slot';
import { FilterProblems } from '../../_components/filter-problems';
import { disclosure } from '../../cards/disclosure';
import { disputes } from '../../cards/disputes';
import { outcomes } from '../../cards/outcomes';
import { requests } from '../../cards/requests';
import { MissingPage } from '../../_shell/missing-page';
import { type PageContext, readPageContext } from '../../_request/page-context';
import { PageShell } from '../../_shell/page-shell';
import { pageTitle } from '../../_shell/page-title';
import type { SearchParams } from '../../_request/parameters';

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

async function readAgency({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id);
  const path = `/agencies/${encodeURIComponent(id)}`;
  const context = await readPageContext(path, searchParams, AGENCY_PARAMETERS);
  const history = await agencyHistory(context.filters.corpus, id);
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
      <AgencyHeader context={context} history={history} />
      <div className="wrap">
        <FilterProblems context={context} />
        <AgencyFigures context={context} history={history} answer={answer} />
        <div className="grid two">
          <YearCards {...cards} cards={[requests, outcomes]} />
        </div>
        {years.length > 0 && (
          <div className="grid">
            <CardSlot {...cards} card={peers} form={<PeerForm context={context} history={history} />} />
            <CardSlot {...cards} card={spread} />
          </div>
        )}
        <div className="grid two">
          {years.length > 1 && <CardSlot {...cards} card={carry} />}
          <YearCards {...cards} cards={[disputes, disclosure]} />
        </div>
        {years.length > 0 && (
          <YearTables context={context} years={years} column={parameters.column ?? 'total'} />
        )}
        <AgencyNotes context={context} history={history} />
      </div>
    </PageShell>
  );
}
