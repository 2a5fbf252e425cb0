/** What a card says of one answer of the store: the lines that most cards share. */
import type { MetricsAnswer } from '../../lib/query/index';
import type { CardModel, CardRequest } from './model';
import { countedReports } from './query';
import { groupTable } from './table';

type Own = Pick<CardModel, 'subtitle' | 'source' | 'panels'> & Partial<CardModel>;

/**
 * The card of an answer: table, metrics, coverage and corpus are the answer's; panels stand below each other, without summary,
 * key or choices. What `own` has it says in their place.
 */
export const answerCard = (request: CardRequest, answer: MetricsAnswer, own: Own): CardModel => ({
  summary: null,
  key: null,
  layout: 'stacked',
  choices: null,
  table: groupTable(request, answer),
  metrics: answer.metrics,
  counted: countedReports(answer),
  meta: answer.meta,
  ...own,
});
