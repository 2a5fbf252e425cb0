import { z } from 'zod';
import type { Filter } from '../filter';
import { plainText } from '../plain-text';

/** Words that the agency's name must contain, all of them; blanks separate them. */
export const q: Filter<string> = {
  list: false,
  schema: plainText.transform((value) => value.trim()),
  answered: z.string(),
  initial: '',
  expected: 'at most 200 characters, none of them a control character',
  conditions(value, { bind, containsWord, ofAgency }) {
    const words = value.split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) return [];
    return [ofAgency(words.map((word) => containsWord('agencies.names', bind(word))).join(' AND '))];
  },
  bar: { control: 'text', on: 'all pages' },
  order: 11,
  valueText: (value, { message }) => message('filter.q_chip', { q: value }),
  foreign: true,
  freeFileWords: (value) => [value],
};
