/** The list of reports behind a slice, a page of it at a time. */
import type { Filters } from '../filters/values';
import type { Body, Level, Scope } from '../record';
import type { Corpus } from '../store/corpora';
import type { Meta } from './answer';

export const REPORT_SORTS = [
  'region',
  'agency',
  'year',
  'level',
  'body',
  'published',
  'new_requests',
  'outcomes_total',
  'granted',
  'disclosure_rate',
  'reconsiderations',
  'litigations',
  'issues',
  'findings',
] as const;
export type ReportSort = (typeof REPORT_SORTS)[number];

/** One report in a list. Counts are those of column `total`; null where the report has no value. */
export type ReportRow = {
  id: string;
  agency_id: string;
  agency: string;
  year: number | null;
  region_code: string | null;
  province: string | null;
  prefecture: string | null;
  county: string | null;
  township: string | null;
  level: Level | null;
  body: Body | null;
  scope: Scope;
  /** Version of table 3. */
  form: '2019' | '2021' | null;
  /** ISO date. */
  published: string | null;
  new_requests: number | null;
  carried_in: number | null;
  granted: number | null;
  partial: number | null;
  outcomes_total: number | null;
  carried_out: number | null;
  /** Ratio 0–1. */
  disclosure_rate: number | null;
  reconsiderations: number | null;
  litigations: number | null;
  issues: number;
  findings: number;
  source_url: string | null;
};

export type ReportsQuestion = {
  sort?: ReportSort;
  order?: 'asc' | 'desc';
  /** From 1. */
  page?: number;
  /** 1 to 1000. */
  pageSize?: number;
};

export type ReportsAnswer = {
  rows: ReportRow[];
  /** `row_count`: rows of the whole list, which is `reports`. */
  meta: Meta & { row_count: number; page: number; page_size: number; pages: number };
};

/** A page of the reports in the filters, by default in order of region, agency and year; nulls come last either way. */
export async function selectReports(
  corpus: Corpus,
  filters: Filters,
  question: ReportsQuestion = {},
): Promise<ReportsAnswer> {
  throw new Error(`not built yet: ${corpus.name} ${filters.corpus} ${question.page}`);
}
