/** The dimensions by which metrics may be grouped (contract §5). */
export const DIMENSIONS = [
  'year',
  'province',
  'prefecture',
  'county',
  'level',
  'body',
  'form',
  'applicant',
  'agency',
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Value of a dimension: a year is a number; regions are code prefixes; null where the reports do not say. */
export type Key = string | number | null;
