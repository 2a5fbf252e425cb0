import { z } from 'zod';
import { APPLICANT_COLUMNS, REQUEST_COLUMNS, type RequestColumn } from '../../form';
import type { Filter } from '../filter';

const COLUMNS = REQUEST_COLUMNS.map((column) => column.id) as [RequestColumn, ...RequestColumn[]];

/**
 * Columns of table 3; empty means `total`. Several are added up, so `total` stands alone. It chooses what is counted of
 * a report, not which reports are.
 */
export const applicant: Filter<RequestColumn[]> = {
  list: true,
  schema: z.enum(COLUMNS),
  answered: z.array(z.enum(COLUMNS)),
  initial: [],
  expected: `one of ${COLUMNS.join(', ')}`,
  settle(value) {
    if (!value.includes('total')) return null;
    const problem = {
      value: value.join(','),
      expected: 'total alone, or columns other than total (it already holds them)',
    };
    return { changes: { applicant: [] }, ...(value.length > 1 ? { problem } : {}) };
  },
  inCubes: () => true,
  choices: { counted: 'never', values: APPLICANT_COLUMNS, none: 'applicant.total' },
  bar: { control: 'choices', on: 'pages of charts' },
  order: 6,
  valueText: (value, { label }) => REQUEST_COLUMNS.find((column) => column.id === value)?.[label] ?? value,
  fileWords: (value) => value,
};
