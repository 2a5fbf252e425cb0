/** The years of the agency, for its page and its cards: one request asks the store once. */
import { cache } from 'react';
import type { CorpusName } from '../../lib/filters';
import { corpusOf, selectAgencyHistory } from '../../lib/query';

export const agencyHistory = cache((corpus: CorpusName, id: string) =>
  selectAgencyHistory(corpusOf(corpus), id),
);
