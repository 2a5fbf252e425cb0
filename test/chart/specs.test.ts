import { describe, expect, test } from 'vitest';
import { countLineChart } from '../../lib/chart/count-lines';
import { outcomeMixChart } from '../../lib/chart/outcome-mix';
import { peerStrip } from '../../lib/chart/peer-strip';
import { rateLinesChart } from '../../lib/chart/rate-lines';
import { requestsByYearChart } from '../../lib/chart/requests-by-year';
import { spreadChart } from '../../lib/chart/spread';
import { inChinese, inEnglish, REVIEW_RATE, spreadOver, standing, yearRow } from './rows';

const OUTCOMES = { granted: 50, partial: 10, denied: 20, unable: 10, not_processed: 5, other: 5 };

describe('requests by year', () => {
  test('a year without reports is a gap with its word, never a bar of 0', () => {
    const spec = requestsByYearChart(
      [yearRow(2020, { new_requests: 46 }), yearRow(2022, { new_requests: 0 })],
      inChinese,
    );
    expect(spec?.points.map(({ year, value, absent }) => [year, value, absent])).toEqual([
      [2020, 46, undefined],
      [2021, null, '缺'],
      [2022, 0, undefined],
    ]);
    expect(spec?.foot?.values).toEqual(['3', '0', '3']);
  });

  test('reports that do not say the number make a gap, too', () => {
    const spec = requestsByYearChart([yearRow(2020, { new_requests: null })], inEnglish);
    expect(spec?.points[0]).toMatchObject({ value: null, absent: 'absent' });
  });

  test('large numbers are written in 万件 with the unit once, and in full for a screen reader', () => {
    const spec = requestsByYearChart([yearRow(2024, { new_requests: 561_234 }, 2648)], inChinese);
    expect(spec?.unit).toBe('万件');
    expect(spec?.points[0]).toMatchObject({ text: '56.1', title: '2024：561,234 件（2,648 份报告）' });
    expect(spec?.label).toContain('2024：561,234 件');
  });

  test('no row with a year makes no chart', () => {
    expect(requestsByYearChart([yearRow(null, { new_requests: 5 })], inChinese)).toBeNull();
  });
});

describe('the outcome mix', () => {
  test('parts are shares of the total and the rest is unexplained', () => {
    const spec = outcomeMixChart([yearRow(2023, { ...OUTCOMES, outcomes_total: 125 })], inChinese);
    expect(spec?.rows[0]?.shares).toEqual([40, 8, 16, 8, 4, 4, 20]);
    expect(spec?.parts.at(-1)).toMatchObject({ name: '未能解释', hatched: true });
  });

  test('parts beyond the printed total make 100 per cent of their own, and the row says by how much', () => {
    const spec = outcomeMixChart([yearRow(2023, { ...OUTCOMES, outcomes_total: 80 })], inChinese);
    const shares = spec?.rows[0]?.shares ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100);
    expect(spec?.rows[0]?.titles.at(-1)).toBe('各项之和比印出的总计多 20 件');
  });

  test('a total without any part is absent, not all unexplained', () => {
    const none = {
      granted: null,
      partial: null,
      denied: null,
      unable: null,
      not_processed: null,
      other: null,
    };
    const spec = outcomeMixChart([yearRow(2019, { ...none, outcomes_total: 805 })], inChinese);
    expect(spec?.rows[0]).toMatchObject({ shares: null, absent: '缺：没有各类结果' });
  });

  test('a total of 0 has no shares', () => {
    const zeros = { granted: 0, partial: 0, denied: 0, unable: 0, not_processed: 0, other: 0 };
    const spec = outcomeMixChart([yearRow(2019, { ...zeros, outcomes_total: 0 })], inChinese);
    expect(spec?.rows[0]).toMatchObject({ shares: null, absent: '无法计算' });
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
