/** Where a question about metrics is answered from: all relations give the same groups, so only the SQL shows it. */
import { expect, test } from 'vitest';
import { parseFilters } from '../../lib/filters';
import { type Metric, metricById } from '../../lib/metrics/registry';
import type { Dimension } from '../../lib/query';
import { conditionsOf } from '../../lib/query/sql/slice-conditions';
import { metricStatements } from '../../lib/query/metrics/metric-statements';
import { CLICKHOUSE, DUCKDB } from '../../lib/store/engine/dialect';

/** The cheapest relation that a statement reads. */
function relationOf(sql: string): string {
  const added = sql.includes('split_whole') ? 'added from ' : '';
  if (sql.includes('FROM cube_by_applicant')) return `${added}cube by applicant`;
  if (sql.includes('FROM cube AS')) return `${added}cube`;
  return `${added}${sql.includes('FROM requests_by_applicant') ? 'rows by applicant' : 'reports'}`;
}

function relations(search: string, metrics: string, by = '', oneAYear = true, dialect = DUCKDB): string[] {
  const { filters } = parseFilters(new URLSearchParams(search));
  const dimensions = by.split(',').filter((each) => each !== '') as Dimension[];
  const parts = metricStatements({
    metrics: metrics.split(',').map((id) => metricById(id) as Metric),
    by: dimensions,
    filters,
    conditions: conditionsOf(filters, dimensions),
    dialect,
    oneAYear,
  });
  return parts.map(relationOf);
}

test.each([
  ['', 'new_requests,disclosure_rate,reports', '', ['cube']],
  [
    'region=61&from=2023&level=county&body=government&form=2021&findings=clean',
    'granted',
    'year,province',
    ['cube'],
  ],
  ['', 'granted', 'prefecture', ['reports']],
  ['', 'granted', 'agency', ['reports']],
  ['region=6101', 'granted', '', ['reports']],
  ['q=局', 'granted', '', ['reports']],
  ['where=issues>0', 'granted', '', ['reports']],
  ['agency=610111-甲局', 'granted', '', ['reports']],
  ['', 'agencies', '', ['reports']],
  ['', 'agencies', 'year', ['cube']],
  ['', 'agencies', 'province', ['reports']],
  ['', 'agencies,granted', 'province', ['cube', 'reports']],
  ['', 'granted', 'applicant', ['cube by applicant']],
  ['applicant=natural_person', 'granted', '', ['cube by applicant']],
  ['applicant=natural_person', 'granted', 'applicant', ['cube by applicant']],
  ['applicant=natural_person,org_other', 'granted', 'applicant', ['cube by applicant']],
  ['applicant=natural_person,org_other', 'granted', '', ['added from cube by applicant']],
  ['applicant=natural_person,org_other&region=6101', 'granted', '', ['added from rows by applicant']],
  ['applicant=natural_person&region=6101', 'granted', '', ['rows by applicant']],
  ['region=6101', 'granted', 'applicant', ['rows by applicant']],
  ['applicant=natural_person', 'granted,reports', '', ['cube by applicant', 'cube']],
  ['applicant=natural_person', 'granted,review_rate', '', ['cube by applicant']],
  ['applicant=natural_person', 'review_rate', '', ['cube']],
  ['applicant=natural_person&q=局', 'review_rate', '', ['reports']],
  ['applicant=natural_person&q=局', 'granted,agencies', '', ['rows by applicant', 'reports']],
])('"%s" asks %s by "%s" of %j', (search, metrics, by, expected) => {
  expect(relations(search, metrics, by)).toEqual(expected);
});

test('agencies of a year are counted one by one where an agency may have two reports of it', () => {
  expect(relations('', 'agencies', 'year', false)).toEqual(['reports']);
  expect(relations('', 'agencies,granted', 'year', false)).toEqual(['cube', 'reports']);
});

test('an engine without cubes asks the reports and their rows by applicant', () => {
  expect(relations('', 'granted', 'year', true, CLICKHOUSE)).toEqual(['reports']);
  expect(relations('applicant=natural_person,org_other', 'granted', '', true, CLICKHOUSE)).toEqual([
    'rows by applicant',
  ]);
});
