/** What a comparison is of: the subjects of the address with their measures by year. */
import { type Filters, regionPrefix } from '../../lib/filters';
import { corpusOf, selectMetrics, selectSubjects, type MetricsResult, type Subject } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { COMPARED } from './compare-parameters';

/** A subject with what of the corpus it is, and its measures by year. */
export type Compared = { subject: Subject; filters: Filters; result: MetricsResult };

type Request = Pick<PageContext, 'filters' | 'parameters'>;

/** The ids that the address names, each once. */
export function subjectIds({ parameters }: Request): string[] {
  const written = (parameters.with ?? '').split(',').filter(Boolean);
  return [...new Set(written.map((id) => (/^\d+$/.test(id) ? regionPrefix(id) : id)))];
}

/** The subjects that the corpus has, in the order of the address. */
export async function queryCompared(request: Request): Promise<Compared[]> {
  const { filters } = request;
  const corpus = corpusOf(filters.corpus);
  const subjects = await selectSubjects(corpus, subjectIds(request));
  return Promise.all(
    subjects.map(async (subject): Promise<Compared> => {
      const own = filtersOf(subject, filters);
      const result = await selectMetrics(corpus, { metrics: COMPARED, by: ['year'], filters: own });
      return { subject, filters: own, result };
    }),
  );
}

/** What of the corpus a subject is: one agency, or a region on the basis of the page. */
const filtersOf = (subject: Subject, filters: Filters): Filters =>
  subject.kind === 'agency'
    ? { ...filters, agency: [subject.id], region: [] }
    : { ...filters, region: [subject.id], agency: [] };

/** Every year of which a subject has a report, each once, in order. */
export const comparedYears = (compared: readonly Compared[]): number[] =>
  [...new Set(compared.flatMap(({ result }) => result.rows.map((row) => row.key.year)))]
    .filter((year) => typeof year === 'number')
    .sort((a, b) => a - b);
