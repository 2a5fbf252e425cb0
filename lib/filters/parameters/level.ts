import { z } from 'zod';
import { type Level, LEVELS } from '../../record';
import type { Filter } from '../filter';

/** Administrative levels. */
export const level: Filter<Level[]> = {
  list: true,
  schema: z.enum(LEVELS),
  answered: z.array(z.enum(LEVELS)),
  initial: [],
  expected: `one of ${LEVELS.join(', ')}`,
  conditions: (value, { oneOf }) => (value.length === 0 ? [] : [oneOf('reports.level', value)]),
  inCubes: () => true,
  choices: { counted: 'by column', column: 'level', order: LEVELS },
  bar: { control: 'choices', on: 'all pages' },
  order: 3,
  valueText: (value, { message }) => message(`level.${value}`),
  fileWords: (value) => value,
};
