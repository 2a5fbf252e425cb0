/** What a card says of one result of the store: the lines that most cards share. */
import type { MetricsResult } from '../../lib/query/index';
import type { CardModel, CardRequest } from './model';
import { countedReports } from './query';
import { groupTable } from './table';

type Own = Pick<CardModel, 'subtitle' | 'source' | 'panels'> & Partial<CardModel>;

/**
 * The card of a result: table, metrics, coverage and corpus are the result's; panels stand below each other, without summary,
 * key or choices. What `own` has it says in their place.
 */
export const resultCard = (request: CardRequest, result: MetricsResult, own: Own): CardModel => ({
  summary: null,
  key: null,
  layout: 'stacked',
  choices: null,
  table: groupTable(request, result),
  metrics: result.metrics,
  counted: countedReports(result),
  meta: result.meta,
  ...own,
});
