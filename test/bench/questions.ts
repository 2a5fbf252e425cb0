/** The questions of the pages, as the benchmarks ask them. */
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import {
  type Corpus,
  type Dimension,
  selectAgencies,
  selectAgencyHistory,
  selectBoard,
  selectCoverage,
  selectDistribution,
  selectFilterOptions,
  selectFindings,
  selectHeadline,
  selectIssueCounts,
  selectMetrics,
  selectPeers,
  selectReport,
  selectReports,
  selectRuleCounts,
} from '../../lib/query/index';

const OUTCOMES = ['granted', 'partial', 'denied', 'unable', 'not_processed', 'other'];

/** Filters over the synthetic corpus. */
export const demo = (filters: Partial<Filters> = {}): Filters => ({
  ...DEFAULT_FILTERS,
  corpus: 'demo',
  ...filters,
});

/** A question that adds up metrics: every engine can be asked it. */
export type Aggregate = { name: string; metrics: string[]; by: Dimension[]; filters: Filters };
/** `isCubed`: the cubes have the answer. */
export type Question = { name: string; isCubed: boolean; ask: () => Promise<unknown> };

/** What charts add up; those of the cubes first. `agency` is the id of any agency. */
export function aggregates(agency: string): { cubed: Aggregate[]; others: Aggregate[] } {
  return {
    cubed: [
      of('trend by year', ['new_requests', 'disclosure_rate'], ['year']),
      of('outcomes by province', OUTCOMES, ['province']),
      of('outcomes by applicant', OUTCOMES, ['applicant']),
      of('outcomes by level and body in one province', OUTCOMES, ['level', 'body'], { region: ['44'] }),
      of('one applicant column by year', OUTCOMES, ['year'], { applicant: ['org_commercial'] }),
    ],
    others: [
      of('outcomes by prefecture of one province', OUTCOMES, ['prefecture'], { region: ['44'] }),
      of('outcomes by prefecture', OUTCOMES, ['prefecture']),
      of('agencies whose name says 局, by year', ['new_requests'], ['year'], { q: '局' }),
      of('two applicant columns by year', OUTCOMES, ['year'], {
        applicant: ['org_commercial', 'org_other'],
      }),
      of('reports that denied half, by year', ['reports'], ['year'], { where: ['denial_rate>=0.5'] }),
      of('history of one agency', ['new_requests'], ['year'], { agency: [agency] }),
    ],
  };
}

const of = (name: string, metrics: string[], by: Dimension[], filters: Partial<Filters> = {}): Aggregate => ({
  name,
  metrics,
  by,
  filters: demo(filters),
});

/** Every question that is measured. */
export function questions(corpus: Corpus, agency: string): Question[] {
  const { cubed, others } = aggregates(agency);
  const asked = (each: Aggregate, isCubed: boolean): Question => ({
    name: each.name,
    isCubed,
    ask: () => selectMetrics(corpus, each),
  });
  const further = (name: string, ask: () => Promise<unknown>): Question => ({ name, isCubed: false, ask });
  return [
    ...cubed.map((each) => asked(each, true)),
    ...others.map((each) => asked(each, false)),
    further('headline figures', () => selectHeadline(corpus, demo())),
    further('filter options', () => selectFilterOptions(corpus, demo())),
    further('coverage by year and level', () => selectCoverage(corpus, demo())),
    further('distribution over counties', () =>
      selectDistribution(corpus, { metric: 'disclosure_rate', filters: demo({ level: ['county'] }) }),
    ),
    further('peers of one agency', () =>
      selectPeers(corpus, { agency, year: 2023, metrics: ['new_requests', 'disclosure_rate'] }),
    ),
    further('first page of reports', () => selectReports(corpus, demo())),
    further('one agency and all its cells', () => selectAgencyHistory(corpus, agency)),
    further('one report whole', async () => {
      const [first] = (await selectReports(corpus, demo({ agency: [agency] }), { pageSize: 1 })).rows;
      return first && selectReport(corpus, first.id);
    }),
    further('rules by year', () => selectRuleCounts(corpus, demo(), 'year')),
    further('issues by code', () => selectIssueCounts(corpus, demo())),
    further('first page of findings', () => selectFindings(corpus, demo(), { rule: null, page: 1 })),
    further('first page of the board', () => selectBoard(corpus, demo(), 1)),
  ];
}

/** An agency of a county, to ask about. */
export async function someAgency(corpus: Corpus): Promise<string> {
  const { rows } = await selectAgencies(corpus, demo({ level: ['county'] }), { pageSize: 1 });
  const [first] = rows;
  if (!first) throw new Error(`${corpus.file}: found no agency of a county, expected the synthetic corpus`);
  return first.id;
}
