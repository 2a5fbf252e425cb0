import { z } from 'zod';
import { MOST_CONDITIONS, parseConditions, serializeConditions } from '../conditions';
import type { Filter } from '../filter';

/** Groups of conditions on what a report prints, all of which must hold, as text: see `conditions.ts`. */
export const where: Filter<string[]> = {
  list: true,
  schema: z.string(),
  answered: z.array(z.string()).describe('Groups of conditions, all of which hold'),
  initial: [],
  expected: 'conditions such as requests.granted.total>=1 or requests.granted.total:blank',
  /** A group in its one spelling, so that the same choice is the same address. */
  read(text) {
    const parsed = parseConditions(text);
    return parsed.ok ? { data: serializeConditions(parsed.value) } : parsed.problem;
  },
  settle(value) {
    if (value.join('|').split('|').length <= MOST_CONDITIONS) return null;
    return {
      changes: { where: [] },
      problem: {
        value: `${value.join(',').slice(0, 100)}…`,
        expected: `at most ${MOST_CONDITIONS} conditions`,
      },
    };
  },
  conditions: (value, { holds }) => value.map(holds),
  order: 7,
  valueText: (group, { condition }) => condition(group),
  freeFileWords: (value) => value.map(withoutSigns),
};

/** A group of conditions without the signs that file systems refuse. */
const withoutSigns = (group: string): string =>
  group
    .replaceAll('>=', '≥')
    .replaceAll('<=', '≤')
    .replaceAll('!=', '≠')
    .replaceAll('>', '＞')
    .replaceAll('<', '＜');
