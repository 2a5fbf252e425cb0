import { z } from 'zod';
import type { Filter } from '../filter';
import { regionDepth, regionPrefix } from '../region-prefix';

/** Prefixes of GB/T 2260 codes without trailing zeros: 61, 6101, 610111, 610111001. */
export const region: Filter<string[]> = {
  list: true,
  schema: z.string().regex(/^[1-9]\d(\d\d(\d\d(\d{3}(000)?)?)?)?$/),
  answered: z.array(z.string()),
  initial: [],
  expected: 'a GB/T 2260 code of 2, 4, 6 or 9 digits',
  /** Each region in its one spelling; the country is no choice. */
  settle(value) {
    const prefixes = [...new Set(value.map(regionPrefix))];
    return { changes: { region: prefixes.includes('') ? [] : prefixes } };
  },
  conditions: (value, { inRegion }) => (value.length === 0 ? [] : [`(${value.map(inRegion).join(' OR ')})`]),
  inCubes: (value) => value.every((prefix) => regionDepth(prefix) <= 1),
  bar: { control: 'regions', on: 'all pages' },
  order: 2,
  valueText: (prefix, { regionName }) => regionName(prefix),
  foreign: true,
  fileWords: (value, _, regionName) =>
    value.map((prefix) => {
      const name = regionName(prefix);
      return name === prefix ? `region-${prefix}` : `${prefix}-${name}`;
    }),
};
