import { z } from 'zod';
import type { Filter } from '../filter';

export const CORPORA = ['reports', 'demo'] as const;
export type CorpusName = (typeof CORPORA)[number];

/** The real reports or the synthetic demonstration: chooses a database, by a switch in the head of every page. */
export const corpus: Filter<CorpusName> = {
  list: false,
  schema: z.enum(CORPORA),
  answered: z.enum(CORPORA),
  initial: 'reports',
  expected: `one of ${CORPORA.join(', ')}`,
  inCubes: () => true,
  order: 12,
};
