/** A page of one question: its sentence, the filters, its cards. */
import type { ReactNode } from 'react';
import { corpusOf, type FilterOptions, selectFilterOptions } from '../../lib/query';
import type { MessageKey } from '../../lib/i18n/message';
import { CardSlot } from '../_card-view/card-slot';
import { cardParameters, cardsOf } from '../cards/index';
import { EmptyResult } from '../_components/empty-result';
import { FilterBar } from '../_components/filter-bar';
import { FilterChips } from '../_components/filter-chips';
import { FilterProblems } from '../_components/filter-problems';
import { SliceSentence } from '../_components/slice-sentence';
import type { PageContext } from '../_request/page-context';
import { PageShell } from '../_shell/page-shell';
import { queryMetrics } from '../_card/query';

type Props = {
  context: PageContext;
  /** The question that the page answers: its h1. */
  question: MessageKey;
  /** Between filters and cards. */
  above?: (options: FilterOptions) => ReactNode;
};

/** The whole page. An empty slice shows the ways out instead of the cards. */
export async function TopicPage({ context, question, above }: Props) {
  const { t, filters, path } = context;
  const [options, held] = await Promise.all([
    selectFilterOptions(corpusOf(filters.corpus), filters),
    queryMetrics({ ...filters, applicant: [] }, ['agencies'], []),
  ]);
  const shown = { context, options };
  return (
    <PageShell context={context} corpusVersion={options.meta.corpus_version}>
      <div className="wrap head">
        <h1>{t(question)}</h1>
        <SliceSentence {...shown} agencies={held.rows[0]?.values.agencies?.value ?? 0} />
      </div>
      <FilterBar {...shown} carry={Object.keys(cardParameters(path))} />
      <div className="wrap">
        <FilterProblems context={context} />
        <FilterChips {...shown} />
        {options.meta.reports === 0 ? (
          <EmptyResult {...shown} />
        ) : (
          <>
            {above?.(options)}
            <div className="grid two">
              {cardsOf(path).map((card) => (
                <CardSlot key={card.id} {...shown} card={card} />
              ))}
            </div>
          </>
        )}
      </div>
    </PageShell>
  );
}
