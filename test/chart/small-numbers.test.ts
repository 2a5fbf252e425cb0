/** A rate of fewer than 30 cases is grey and takes no rank; one of 30 is a rate like any other. */
import { describe, expect, test } from 'vitest';
import { channelResultsChart } from '../../lib/chart/kinds/stack/channel-results';
import { outcomeMixChart } from '../../lib/chart/kinds/stack/outcome-mix';
import { isSmall, rankedChart, rankedRows } from '../../lib/chart/kinds/ranked';
import { rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { inChinese, yearRow } from './rows';

const CASES: [cases: number, small: boolean][] = [
  [1, true],
  [29, true],
  [30, false],
  [31, false],
];
const review = (cases: number, year = 2023) => yearRow(year, { review_rate: [1, cases] });

describe.each(CASES)('over %i cases', (cases, small) => {
  test('in a line over years', () => {
    const spec = rateLinesChart(
      [review(cases), review(400, 2024)],
      { metrics: ['review_rate'], unit: '%', interval: false },
      inChinese,
    );
    expect(spec?.series[0]?.points.map((point) => point.small)).toEqual([small, false]);
  });

  test('in a list of places, by its mark and by its rank', () => {
    const value = review(cases).values.review_rate ?? null;
    const spec = rankedChart([{ name: '甲', value }], 'review_rate', inChinese, '标题');
    expect(spec?.rows.map((row) => row.small)).toEqual([small]);
    // One case in 31 at most is more than one in 400: it comes first unless it takes no rank.
    const rows = [review(400, 2024), review(cases)];
    expect(rankedRows(rows, 'review_rate').map(({ key }) => key.year)).toEqual(
      small ? [2024, 2023] : [2023, 2024],
    );
    expect(value && isSmall(value)).toBe(small);
  });

  test('in the mix of outcomes of a year', () => {
    const spec = outcomeMixChart(
      [yearRow(2023, { disclosure_rate: [1, cases], denial_rate: [1, cases], outcomes_total: cases })],
      inChinese,
      'Outcomes',
    );
    expect(spec?.rows[0]?.small).toBe(small);
  });

  test('in the results of a channel, by what was decided and not by what came in', () => {
    const rates = Object.fromEntries(
      ['upheld', 'corrected', 'other_result'].map((slot) => [
        `proceedings.reconsideration.${slot}.rate`,
        [0, cases] as [number, number],
      ]),
    );
    const spec = channelResultsChart(
      [yearRow(2024, { ...rates, 'proceedings.reconsideration.total': 500 })],
      'reconsideration',
      inChinese,
      { from: 2024, to: 2024 },
    );
    expect(spec?.rows[0]?.small).toBe(small);
  });
});

test('a count is never small, however few', () => {
  const value = yearRow(2023, { new_requests: 2 }).values.new_requests;
  expect(value && isSmall(value)).toBe(false);
});
