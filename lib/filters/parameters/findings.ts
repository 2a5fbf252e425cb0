import { z } from 'zod';
import type { Filter } from '../filter';

export const FINDINGS_FILTERS = ['any', 'clean'] as const;
type FindingsFilter = (typeof FINDINGS_FILTERS)[number];

/** `clean` keeps the reports without any finding. */
export const findings: Filter<FindingsFilter> = {
  list: false,
  schema: z.enum(FINDINGS_FILTERS),
  answered: z.enum(FINDINGS_FILTERS),
  initial: 'any',
  expected: `one of ${FINDINGS_FILTERS.join(', ')}`,
  conditions: (value) => (value === 'clean' ? ['reports.findings = 0'] : []),
  inCubes: () => true,
  choices: { counted: 'one by one', values: FINDINGS_FILTERS },
  bar: { control: 'choices', on: 'lists of reports' },
  order: 10,
  valueText: (value, { message }) => message(`findings.${value}`),
  fileWords: (value) => (value === 'any' ? [] : [value]),
};
