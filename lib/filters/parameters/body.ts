import { z } from 'zod';
import { BODIES, type Body } from '../../record';
import type { Filter } from '../filter';

/** Kinds of body. */
export const body: Filter<Body[]> = {
  list: true,
  schema: z.enum(BODIES),
  answered: z.array(z.enum(BODIES)),
  initial: [],
  expected: `one of ${BODIES.join(', ')}`,
  conditions: (value, { oneOf }) => (value.length === 0 ? [] : [oneOf('reports.body', value)]),
  inCubes: () => true,
  choices: { counted: 'by column', column: 'body', order: BODIES },
  bar: { control: 'choices', on: 'all pages' },
  order: 4,
  valueText: (value, { message }) => message(`body.${value}`),
  fileWords: (value) => value,
};
