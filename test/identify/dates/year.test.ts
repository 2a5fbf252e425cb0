import { describe, expect, test } from 'vitest';
import type { FoundTitle } from '../../../lib/identify/title/find-title';
import { findPublished } from '../../../lib/identify/dates/published';
import { findYear } from '../../../lib/identify/dates/year';
import { linesOf } from '../lines-of';

const titled = (year: number | null): FoundTitle => ({
  text: `某局${year ?? ''}年政府信息公开工作年度报告`,
  agency: '某局',
  year,
  from: 'line',
  at: { line: 1 },
});
const codes = (issues: { code: string }[]) => issues.map(({ code }) => code);

describe('the period a report states', () => {
  test.each([
    '本报告统计期限自2022年1月1日至2022年12月31日止。',
    '统计期限为2022年1月1日起至12月31日止',
    '数据期限:2022年1月1日-12月31日',
    '数据期限:2022年1月1日—2022年12月31日',
    '2022年1月1日到12月31',
    '2022年1月1日始至当年12月31日',
    '2022年1月1日~同年12月31日',
  ])('%s', (text) => {
    expect(findYear(null, linesOf('总体情况', text), null, [])).toEqual({
      year: 2022,
      period: { start: '2022-01-01', end: '2022-12-31' },
      evidence: [
        { kind: 'period', text: expect.stringContaining('2022年1月1'), at: { line: 2 }, says: '2022' },
      ],
      issues: [],
      findings: [],
    });
  });
  test.each([
    '统计期限自2022年1月1日至2023年12月31日止',
    '统计期限自2022年1月1日至2022年6月30日止',
    '统计期限自2022年7月1日至2022年12月31日止',
    '统计期限自2007年1月1日至2007年12月31日止',
    '统计期限自2041年1月1日至2041年12月31日止',
  ])('%s is none', (text) => {
    const got = findYear(null, linesOf(text), null, []);
    expect([got.year, got.period, codes(got.issues)]).toEqual([null, null, ['identity.year_unknown']]);
  });
  test('is not read in a table, and the first whole one counts', () => {
    const cell = { text: '2022年1月1日至2022年12月31日', cell: true };
    const got = findYear(
      null,
      linesOf(cell, '2020年1月1日至2021年12月31日', '2021年1月1日至2021年12月31日'),
      null,
      [],
    );
    expect(got.year).toBe(2021);
  });
});

describe('the year spoken of', () => {
  test.each([
    '现将2022年度政府信息公开工作情况公布如下',
    '现公布我局2022年信息公开情况',
    '编制了2022年政务公开年报',
    '现总结本局2022年政府信息公开工作',
    '2022年以来,我局积极工作',
    '2022年度来,我局积极工作',
    '2022年,我局积极工作',
  ])('%s', (text) => {
    const got = findYear(null, linesOf(text), '2024-02-01', []);
    expect([got.year, got.evidence.map(({ kind }) => kind), got.issues]).toEqual([
      2022,
      ['first sentence'],
      [],
    ]);
  });
  test.each([
    '按照国办公开办函〔2019〕60号要求编制。',
    '我局于2022年,开展信息公开工作',
    '2022年我局积极工作',
    '现将情况报告如下。2022年举办的信息公开活动',
    '2050年,我局积极工作',
    '2007年以来,我局积极工作',
  ])('%s tells none', (text) => {
    expect(findYear(null, linesOf(text), null, []).year).toBeNull();
  });
  test('is read in the first twenty lines of running text only, and never beside a title', () => {
    expect(findYear(null, linesOf('按照关于2022年度政务公开的要求,我局做了统计'), null, []).year).toBe(2022);
    const said = '2022年,我局积极工作';
    const many = (count: number) => linesOf(...Array<string>(count).fill('字'), said);
    expect(findYear(null, many(19), null, []).year).toBe(2022);
    expect(findYear(null, many(20), null, []).year).toBeNull();
    expect(findYear(null, linesOf({ text: said, part: 'foot' }), null, []).year).toBeNull();
    expect(findYear(null, linesOf({ text: said, cell: true }), null, []).year).toBeNull();
    expect(findYear(titled(2021), linesOf(said), null, [])).toMatchObject({ year: 2021, findings: [] });
  });
});

describe('the year before publication', () => {
  test.each([
    ['2023-01-19', [], 2022, 'date', '2023-01-19'],
    ['2023-07-30', [], 2022, 'date', '2023-07-30'],
    // A report that comes out in December is of the running year.
    ['2021-12-30', [], 2021, 'date', '2021-12-30'],
    [null, ['http://a.gov.cn/202112/1.html'], 2021, 'path', '2021-12'],
    [null, ['http://a.gov.cn/', 'http://a.gov.cn/202203/1.html'], 2021, 'path', '2022-3'],
  ] as const)('published %s at %s', (published, urls, year, kind, text) => {
    const got = findYear(titled(null), [], published, [...urls]);
    expect(got.year).toBe(year);
    expect(got.evidence).toEqual([
      { kind, text, at: null, says: expect.stringContaining(String(year)) as string },
    ]);
    expect(codes(got.issues)).toEqual(['identity.year_inferred']);
    expect(got.issues[0]?.actual).toBe(text);
  });
  test('of an address alone stays open from August to November: sites that move date their pages anew', () => {
    for (const [published, urls] of [
      ['2023-08-21', []],
      [null, ['http://a.gov.cn/202311/1.html']],
    ] as [string | null, string[]][])
      expect(findYear(titled(null), [], published, urls)).toMatchObject({
        year: null,
        evidence: [],
        issues: [{ code: 'identity.year_unknown' }],
      });
    expect(findYear(null, linesOf('总体情况'), '2023-11-30', []).year).toBe(2022);
  });
  test.each([
    ['http://a.gov.cn/zwgk/zfxxgknb/2021/202303/t20230316_1.html', 2021],
    ['http://a.gov.cn/zfxxgk/zfxxgknb/bm/2018n/content/post_1.html', 2018],
    ['http://a.gov.cn/zfxxgknb/2020nian/202103/t20210305_1.html', 2020],
    ['http://a.gov.cn/xxgknb/2014nb/201902/t20190223_1.html', 2014],
    ['http://a.gov.cn/xxgkgzndbg/sj/nb_2022/jg/t1.shtml', 2022],
    ['http://a.gov.cn/html/2021/zfxxgkndbg2020_0122/1.html', 2020],
    ['http://a.gov.cn/axxzfxxgknb2023n/article/1', 2023],
    ['http://a.gov.cn/year_details.aspx?dept=5&year=2022', 2022],
    // The folder of a year and the day of a page of two years later contradict each other.
    ['http://a.gov.cn/xxgknb/2024n/art/2026/art_1.html', null],
    // A bare year is one of publication where a month follows, or where no folder of reports is before it.
    ['http://a.gov.cn/nianbao/2024/0129/1.html', 2023],
    ['http://a.gov.cn/view/2021/1.html', null],
    ['http://a.gov.cn/xxgkAnnualReport.jsp?fbtime=2025', null],
  ])('or that of its folder: %s', (url, year) => {
    const { published } = findPublished(null, [], [url]);
    const got = findYear(null, [], published, [url]);
    expect(got.year).toBe(year);
    expect(codes(got.issues)).toEqual([year === null ? 'identity.year_unknown' : 'identity.year_inferred']);
  });
  test('is none that has no reports', () => {
    expect(findYear(null, [], '2008-03-01', []).year).toBeNull();
    expect(findYear(null, [], '2009-03-01', []).year).toBe(2008);
    expect(findYear(null, [], null, ['http://a.gov.cn/200803/1.html']).year).toBeNull();
    expect(findYear(null, [], null, ['http://a.gov.cn/200903/1.html']).year).toBe(2008);
  });
});

describe('years that disagree', () => {
  const period = linesOf('统计期限自2019年1月1日至2019年12月31日止');
  const finding = (left: number, right: number) => ({
    rule: 'identity.year_conflict',
    severity: 'info',
    fields: [],
    left,
    right,
    difference: left - right,
    left_fields: 0,
  });
  test('the title stands before the period, and both are evidence', () => {
    const got = findYear(titled(2020), period, null, []);
    expect([got.year, got.period?.start, got.findings]).toEqual([2020, '2019-01-01', [finding(2020, 2019)]]);
    expect(got.evidence.map(({ kind, says }) => [kind, says])).toEqual([
      ['title', '2020'],
      ['period', '2019'],
    ]);
  });
  test.each([
    ['2020-03-30', [finding(2020, 2019)]],
    ['2020-06-30', [finding(2020, 2019)]],
    ['2019-01-30', [finding(2020, 2018)]],
    // a report written before its year was over
    ['2020-07-01', []],
    ['2020-12-30', []],
    ['2021-01-20', []],
    ['2023-01-20', []],
  ])('a title of 2020 and a publication on %s', (published, findings) => {
    expect(findYear(titled(2020), [], published, []).findings).toEqual(findings);
  });
  test('a period without a title is held against the publication', () => {
    expect(findYear(null, period, '2019-02-01', []).findings).toEqual([finding(2019, 2018)]);
    expect(findYear(null, period, '2020-02-01', []).findings).toEqual([]);
  });
  test('agreeing ones are no finding', () => {
    expect(findYear(titled(2019), period, '2020-01-20', [])).toMatchObject({ year: 2019, findings: [] });
    expect(findYear(null, [], null, []).findings).toEqual([]);
  });
  test('a year that no report has is not believed', () => {
    expect(findYear(titled(2007), period, null, []).year).toBe(2019);
    expect(findYear(titled(2041), period, null, []).year).toBe(2019);
    expect(findYear(titled(2008), [], null, []).year).toBe(2008);
    expect(findYear(titled(2040), [], null, []).year).toBe(2040);
  });
});
