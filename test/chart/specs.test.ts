import { describe, expect, test } from 'vitest';
import { countLineChart } from '../../lib/chart/kinds/lines/count-lines';
import { channelResultsChart } from '../../lib/chart/kinds/stack/channel-results';
import { flowChart } from '../../lib/chart/kinds/flow';
import { OUTCOME_RATES, outcomeMixChart } from '../../lib/chart/kinds/stack/outcome-mix';
import { peerStrip } from '../../lib/chart/kinds/strip';
import { rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { requestsByYearChart } from '../../lib/chart/kinds/bars';
import { spreadChart } from '../../lib/chart/kinds/spread';
import type { OutcomeGroup } from '../../lib/form';
import { inChinese, inEnglish, REVIEW_RATE, spreadOver, standing, yearRow } from './rows';

const GROUPS = {
  granted: 1362,
  partial: 454,
  denied: 500,
  unable: 400,
  not_processed: 300,
  other: 30,
};
const OUTCOMES = { granted: 50, partial: 10, denied: 20, unable: 10, not_processed: 5, other: 5 };

describe('requests by year', () => {
  test('a year without reports is a gap with its word, never a bar of 0', () => {
    const spec = requestsByYearChart(
      [yearRow(2020, { new_requests: 46 }), yearRow(2022, { new_requests: 0 })],
      inChinese,
      'Requests',
    );
    expect(spec?.points.map(({ year, value, absent }) => [year, value, absent])).toEqual([
      [2020, 46, undefined],
      [2021, null, '缺'],
      [2022, 0, undefined],
    ]);
    expect(spec?.foot?.values).toEqual(['3', '0', '3']);
  });

  test('reports that do not say the number make a gap, too', () => {
    const spec = requestsByYearChart([yearRow(2020, { new_requests: null })], inEnglish, 'Requests');
    expect(spec?.points[0]).toMatchObject({ value: null, absent: 'absent' });
  });

  test('large numbers are written in 万件 with the unit once, and in full for a screen reader', () => {
    const spec = requestsByYearChart([yearRow(2024, { new_requests: 561_234 }, 2648)], inChinese, 'Requests');
    expect(spec?.unit).toBe('万件');
    expect(spec?.points[0]).toMatchObject({ text: '56.1', title: '2024：561,234 件（2,648 份报告）' });
    expect(spec?.label).toContain('2024：561,234 件');
  });

  test('no row with a year makes no chart', () => {
    expect(requestsByYearChart([yearRow(null, { new_requests: 5 })], inChinese, 'Requests')).toBeNull();
  });
});

describe('the outcome mix', () => {
  const mix = (values: Record<string, number | null | [number, number]>) =>
    outcomeMixChart([yearRow(2023, values)], inChinese, 'Outcomes')?.rows[0];
  const rates = (of: (count: number) => number | null | [number, number]) =>
    Object.fromEntries(
      Object.entries(OUTCOMES).map(([group, count]) => [OUTCOME_RATES[group as OutcomeGroup], of(count)]),
    );

  test('parts are the rates of the groups and the rest is unexplained', () => {
    const row = mix({ ...rates((count) => [count, 125]), outcomes_total: 125 });
    expect(row?.shares?.map((share) => share && Math.round(share))).toEqual([40, 8, 16, 8, 4, 4, 20]);
    expect(row?.titles.at(-1)).toBe('2023 未能解释 20.0%');
  });

  test('a part rests on the reports that print it, not on the total of all', () => {
    const row = mix({ ...rates((count) => [count, 125]), denial_rate: [20, 80], outcomes_total: 125 });
    expect(row?.shares?.[2]).toBeCloseTo(25);
    expect(row?.titles[2]).toBe('2023 不予公开 20，25.0%');
  });

  test('a part that no report prints is absent in words', () => {
    const row = mix({ ...rates((count) => [count, 125]), denial_rate: null, outcomes_total: 125 });
    expect(row?.titles[2]).toBe('2023 不予公开 缺');
    expect(row?.titles.join()).not.toContain('未能解释');
    expect([row?.shares?.[2], row?.shares?.at(-1)]).toEqual([null, null]);
  });

  test('parts beyond the printed total make 100 per cent of their own, and the row says so', () => {
    const row = mix({ ...rates((count) => [count, 80]), outcomes_total: 80 });
    expect(row?.shares?.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(100);
    expect(row?.titles[0]).toBe('2023 予以公开 50，62.5%');
    expect(row?.titles.at(-1)).toBe('各项占比之和为 125.0%，图中按其和等比缩小');
  });

  test('a total without any part is absent, not all unexplained', () => {
    const row = mix({ ...rates(() => null), outcomes_total: 805 });
    expect(row).toMatchObject({ shares: null, absent: '缺：没有各类结果' });
  });

  test('a total of 0 has no shares', () => {
    const row = mix({ ...rates(() => [0, 0]), outcomes_total: 0 });
    expect(row).toMatchObject({ shares: null, absent: '无法计算' });
  });
});

const RANGE = { from: 2024, to: 2024 };

describe('the results of a channel', () => {
  const rates = (upheld: [number, number] | null) => ({
    'proceedings.reconsideration.upheld.rate': upheld,
    'proceedings.reconsideration.corrected.rate': [64, 314] as [number, number],
    'proceedings.reconsideration.other_result.rate': [178, 314] as [number, number],
    'proceedings.reconsideration.total': 351,
  });
  const row = (upheld: [number, number] | null) =>
    channelResultsChart([yearRow(2024, rates(upheld))], 'reconsideration', inChinese, RANGE)?.rows[0];

  test('parts are rates over what was decided', () => {
    expect(row([72, 314])?.titles[1]).toBe('2024 结果纠正 64 件，占已审结 314 件的 20.4%（总计 351 件）');
    expect(row([72, 314])?.end).toBe('314／351');
    expect(row([72, 314])?.shares?.at(-1)).toBeCloseTo(0);
  });

  test('a result that no report prints is absent, never 0', () => {
    expect(row(null)?.titles[0]).toBe('2024 结果维持 缺');
    expect([row(null)?.shares?.[0], row(null)?.shares?.at(-1)]).toEqual([null, null]);
    expect(row(null)?.titles).toHaveLength(3);
  });
});

describe('the flow of requests', () => {
  const WHOLE = { carried_in: 34, new_requests: 3119, outcomes_total: 3050, carried_out: 103, ...GROUPS };

  test('is drawn from what is known, and what does not add up is a part of its own', () => {
    const [inside, outside, outcomes] = flowChart(yearRow(2024, WHOLE), inChinese, '')?.stages ?? [];
    expect(inside?.parts.map((part) => part.value)).toEqual([34, 3119]);
    expect(outside?.parts.map((part) => part.value)).toEqual([3050, 103]);
    expect(outcomes?.parts.map((part) => part.value)).toEqual([1362, 454, 500, 400, 300, 30, 4]);
  });

  test.each(Object.keys(WHOLE))('is not drawn where %s is not known', (metric) => {
    expect(flowChart(yearRow(2024, { ...WHOLE, [metric]: null }), inChinese, '')).toBeNull();
  });
});

describe('rates by year', () => {
  const draw = (interval: boolean) =>
    rateLinesChart(
      [
        yearRow(2022, { review_rate: [3, 20], litigation_rate: [0, 0] }),
        yearRow(2023, { review_rate: [64, 314], litigation_rate: [5, 314] }),
      ],
      { metrics: ['review_rate', 'litigation_rate'], unit: '%', interval },
      inChinese,
    );

  test('a rate over fewer than 30 cases is marked small, a rate without a denominator is no value', () => {
    const [review, litigation] = draw(false)?.series ?? [];
    expect(review?.points.map((point) => point.small)).toEqual([true, false]);
    expect(litigation?.points[0]).toMatchObject({ value: null, absent: '无法计算' });
    expect(review?.end).toBe('20.4%');
    expect(review?.points[1]?.title).toBe('复议率 2023：20.4%（64／314，3 份报告）');
  });

  test('the interval is only there where it was asked for', () => {
    expect(draw(false)?.series[0]?.points[1]?.low).toBeUndefined();
    expect(draw(true)?.series[0]?.points[1]?.low).toBeCloseTo(16.297, 3);
  });
});

describe('counts by year', () => {
  const rows = [2019, 2020, 2021, 2022].map((year) =>
    yearRow(year, { normative_documents_issued: 10, licensing_decisions: 5 }),
  );

  test('normative documents are cut where the form changed', () => {
    expect(countLineChart(rows, 'normative_documents_issued', inChinese)?.cut).toEqual({
      after: 2020,
      before: '新制作',
      since: '制发',
    });
  });

  test('decisions run through, and a series on one side of the change has no cut', () => {
    expect(countLineChart(rows, 'licensing_decisions', inChinese)?.cut).toBeNull();
    expect(countLineChart(rows.slice(2), 'normative_documents_issued', inChinese)?.cut).toBeNull();
  });
});

describe('an agency among its peers', () => {
  test('its strip tells its value, the median and the middle half', () => {
    const spec = peerStrip(
      standing({ own: [18, 40], peers: [0.1, 0.2, 0.3, 0.4, 0.7] }),
      '复议率',
      false,
      inChinese,
    );
    expect(spec).toMatchObject({ box: { q1: 20, median: 30, q3: 40 }, own: 45, absent: null });
    expect(spec.label).toBe(
      '复议率：本机关 45.0%；5 个同类机关的中位数 30.0%，中间一半在 20.0% 至 40.0% 之间',
    );
  });

  test('a strip with nothing to mark says so in a word, and is not a mark at 0', () => {
    const spec = peerStrip(standing({ own: null, peers: [] }), '复议率', false, inChinese);
    expect(spec).toMatchObject({ box: null, own: null, values: [], absent: '没有可比的机关。' });
  });

  test('its value stands inside the bin that holds it, and bins keep their bounds for the file', () => {
    const spec = spreadChart(spreadOver([3, 0, 5]), REVIEW_RATE, 0.125, inChinese);
    expect(spec?.own).toMatchObject({ at: 2.5 });
    expect(spec?.bins[2]).toMatchObject({ from: 0.1, to: 0.15, agencies: 5, range: '10% 至不满 15%' });
  });
});
