import { z } from 'zod';
import type { Filter } from '../filter';
import { plainText } from '../plain-text';

/** Ids of agencies. */
export const agency: Filter<string[]> = {
  list: true,
  schema: plainText,
  answered: z.array(z.string()),
  initial: [],
  expected: 'agency ids of at most 200 characters',
  conditions: (value, { ofAgency, oneOf }) =>
    value.length === 0 ? [] : [ofAgency(oneOf('agencies.agency_id', value))],
  order: 5,
  valueText: (value) => value,
  foreign: true,
  freeFileWords: (value) => value,
};
