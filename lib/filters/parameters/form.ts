import { z } from 'zod';
import { FORM_VERSIONS, type FormVersion } from '../../form';
import type { Filter } from '../filter';

/** Versions of the request table (table 3). */
export const form: Filter<FormVersion[]> = {
  list: true,
  schema: z.enum(FORM_VERSIONS),
  answered: z.array(z.enum(FORM_VERSIONS)),
  initial: [],
  expected: FORM_VERSIONS.join(' or '),
  conditions: (value, { oneOf }) => (value.length === 0 ? [] : [oneOf('reports.form', value)]),
  inCubes: () => true,
  choices: { counted: 'by column', column: 'form' },
  bar: { control: 'choices', on: 'lists of reports' },
  order: 9,
  valueText: (value, { message }) => message('form.version', { form: value }),
  fileWords: (value) => value.map((version) => `form${version}`),
};
