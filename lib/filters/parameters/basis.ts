import { z } from 'zod';
import type { Filter } from '../filter';

export const BASES = ['deduplicated', 'consolidated', 'own', 'all'] as const;
type Basis = (typeof BASES)[number];

/**
 * Which reports may be added up. What it leaves out depends on the other filters and on how the reports are grouped:
 * its condition is `query/sql/basis-condition.ts`.
 */
export const basis: Filter<Basis> = {
  list: false,
  schema: z.enum(BASES),
  answered: z.enum(BASES),
  initial: 'deduplicated',
  expected: `one of ${BASES.join(', ')}`,
  inCubes: () => true,
  choices: { counted: 'one by one', values: BASES },
  bar: { control: 'choices', on: 'all pages' },
  order: 8,
  valueText: (value, { message }) => message(`basis.${value}`),
  fileWords: (value) => (value === 'deduplicated' ? [] : [`basis-${value}`]),
};
