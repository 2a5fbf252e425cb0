/** The dimensions by which metrics may be grouped (contract §5). */
import type { Bilingual } from '../../metrics/registry';

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

export const DIMENSION_LABELS: Record<Dimension, Bilingual> = {
  year: { zh: '年份', en: 'Year' },
  province: { zh: '省级', en: 'Province' },
  prefecture: { zh: '地级', en: 'Prefecture' },
  county: { zh: '县级', en: 'County' },
  level: { zh: '层级', en: 'Level' },
  body: { zh: '机关类型', en: 'Kind of body' },
  form: { zh: '表格版本', en: 'Form version' },
  applicant: { zh: '申请人类型', en: 'Kind of applicant' },
  agency: { zh: '机关', en: 'Agency' },
};
