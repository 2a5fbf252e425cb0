import { describe, expect, test } from 'vitest';
import { findPublished, monthInAddress } from '../../../lib/identify/dates/published';
import { linesDocument } from '../lines-document';
import { linesOf } from '../lines-of';

const ofMeta = (meta: Record<string, string>) =>
  findPublished({ ...linesDocument(''), meta }, [], []).published;
const ofLine = (text: string) => findPublished(null, linesOf(text), []).published;
const ofAddress = (url: string) => findPublished(null, [], [url]).published;

test('a day alone counts under the title, or under its label', () => {
  const day = (...texts: string[]) => {
    const lines = linesOf(...texts);
    const at = lines[1]?.at ?? null;
    return findPublished(null, lines, [], { text: '某局年报', agency: '', year: null, from: 'line', at })
      .published;
  };
  expect(day('导航', '某局年报', '2026-01-22 17:49:17')).toBe('2026-01-22');
  expect(day('2026-01-20', '某局年报', '来源:某局')).toBeNull();
  expect(day('2026-01-20', '某局年报', '2026年1月 22日起')).toBeNull();
  expect(day('导航', '某局年报', '来源:某局', '发布日期:', '2026-01-22')).toBe('2026-01-22');
  // The day on which an index card was made is none of publication.
  expect(day('导航', '某局年报', '来源:某局', '生成日期', '2026-01-22')).toBeNull();
});

describe('the publication day of the meta', () => {
  test.each([
    'PubDate',
    'publishdate',
    'publishTime',
    'publish_time',
    'publicationdate',
    'publication_date',
    'firstpublishedtime',
    'article:published_time',
    'DC.Date',
    'releaseDate',
    'createDate',
    'pubtime',
    ' PubDate ',
  ])('is told by %s', (key) => {
    expect(ofMeta({ [key]: '2023-01-19 10:20' })).toBe('2023-01-19');
  });
  test.each(['lastmodified', 'lastpubdate', 'pubdates', 'dcxdate', 'expires'])('is not told by %s', (key) => {
    expect(ofMeta({ [key]: '2023-01-19' })).toBeNull();
  });
  test('stands before a line of the page, and the line before the address', () => {
    const url = 'http://a.gov.cn/202303/t20230303_1.html';
    const lines = linesOf('发布日期:2023-02-02');
    const document = { ...linesDocument(''), meta: { site: '某网', PubDate: '2023-01-01' } };
    expect(findPublished(document, lines, [url])).toEqual({
      published: '2023-01-01',
      evidence: [{ kind: 'meta', text: 'PubDate: 2023-01-01', at: null, says: 'published 2023-01-01' }],
    });
    expect(findPublished(null, lines, [url])).toEqual({
      published: '2023-02-02',
      evidence: [
        { kind: 'date', text: '发布日期:2023-02-02', at: { line: 1 }, says: 'published 2023-02-02' },
      ],
    });
    expect(findPublished(null, [], ['http://a.gov.cn/', url])).toEqual({
      published: '2023-03-03',
      evidence: [
        {
          kind: 'path',
          text: 'http://a.gov.cn/202303/t20230303_1.html',
          at: null,
          says: 'published 2023-03-03',
        },
      ],
    });
  });
  test('is not that of making the page where another stands', () => {
    const meta = { createDate: '2022-01-10', PubDate: '2022-01-18' };
    expect(ofMeta(meta)).toBe('2022-01-18');
    const document = { ...linesDocument(''), meta: { createDate: '2022-01-10' } };
    expect(findPublished(document, linesOf('发布日期:2022-01-18'), []).published).toBe('2022-01-18');
    expect(findPublished(document, linesOf('字'), []).published).toBe('2022-01-10');
  });
  test('that is no day leaves the answer to the lines', () => {
    const document = { ...linesDocument(''), meta: { PubDate: 'soon' } };
    expect(findPublished(document, linesOf('发布于2023-02-02'), []).published).toBe('2023-02-02');
  });
});

describe('the publication day of a line', () => {
  test.each([
    ['发布日期:2023-01-19', '2023-01-19'],
    ['发布时间: 2023年1月9日 10:22', '2023-01-09'],
    ['索引号:001 成文日期:2023/1/9 文号:无', '2023-01-09'],
    ['日期:2023.12.31', '2023-12-31'],
    ['生成日期:[2023-10-05]', '2023-10-05'],
    ['时间 2023 - 01 - 30', '2023-01-30'],
    ['发布于2022-02-03', '2022-02-03'],
    ['发表于:2022-02-03', '2022-02-03'],
    ['发布:2022-02-03', '2022-02-03'],
    ['公开时间:2024-02-29', '2024-02-29'],
    ['发布时间:2023年01月19日来源:县水利局', '2023-01-19'],
    // the day of a change may stand first on the same line
    ['更新时间:2024-05-06 发布时间:2023-01-19', '2023-01-19'],
    // written is not published
    ['成文日期:2022-01-10 发布日期:2022-01-18', '2022-01-18'],
    ['发布日期:2022-01-18 生成日期:2022-01-10', '2022-01-18'],
    ['生成日期:2022-01-10 录入时间:2022-01-12', '2022-01-10'],
    ['公开日期:2023-02-30 发布时间:2023-01-19', '2023-01-19'],
  ])('%s', (text, day) => {
    expect(ofLine(text)).toBe(day);
  });
  test.each([
    '今天是2024-05-06',
    '2024-05-06',
    '更新时间:2024-05-06',
    '最后修改日期:2024-05-06',
    '浏览时间:2024-05-06',
    '访问时间:2024-05-06',
    '当前时间:2024-05-06',
    '打印日期:2024-05-06',
    '截止日期:2024-05-06',
    '截至时间:2024-05-06',
    '统计时间:2024-05-06',
    '发布日期:2023-02-30',
    '发布日期:2023-02-29',
    '发布日期:2023-13-01',
    '发布日期:2023-00-01',
    '发布日期:2023-01-00',
    '发布日期:2023-01-32',
    '发布日期:202211日',
    '发布日期:20230119',
    '发布日期:2050-01-01',
    '发布日期:2023-01',
    '发布日期:2023-01-191',
  ])('%s tells none', (text) => {
    expect(ofLine(text)).toBeNull();
  });
  test('is read before and behind the report, not in it', () => {
    const dated = '发布日期:2023-01-19';
    expect(findPublished(null, linesOf('发布日期:202211日', dated), []).evidence[0]?.at).toEqual({ line: 2 });
    expect(findPublished(null, linesOf({ text: dated, part: 'body' }), []).published).toBeNull();
    expect(findPublished(null, linesOf({ text: dated, part: 'foot' }), []).published).toBe('2023-01-19');
  });
  test('is sought neither in a long line nor far behind', () => {
    expect(ofLine(`发布日期:2023-01-19${'字'.repeat(285)}`)).toBe('2023-01-19');
    expect(ofLine(`发布日期:2023-01-19${'字'.repeat(286)}`)).toBeNull();
    const behind = (count: number) =>
      findPublished(null, linesOf(...Array<string>(count).fill('字'), '发布日期:2023-01-19'), []).published;
    expect([behind(199), behind(200)]).toEqual(['2023-01-19', null]);
  });
});

describe('the day in an address', () => {
  test.each([
    ['http://a.gov.cn/xxgk/202301/t20230109_5248417.html', '2023-01-09'],
    ['http://a.gov.cn/art/2023/1/31/art_1.html', '2023-01-31'],
    ['http://a.gov.cn/art/2023/12/09/art_1.html', '2023-12-09'],
    ['http://a.gov.cn/2010-04/06/content_1.htm', '2010-04-06'],
    ['http://a.gov.cn/2023-01-19/2421.html', '2023-01-19'],
    ['http://a.gov.cn/20230109/1.html', '2023-01-09'],
    ['http://a.gov.cn/20231130/1.html', '2023-11-30'],
    ['http://a.gov.cn/20231205/1.html', '2023-12-05'],
  ])('%s', (url, day) => {
    expect(ofAddress(url)).toBe(day);
  });
  test.each([
    'http://a.gov.cn/202301/1.html',
    'http://a.gov.cn/t20231340_1.html',
    'http://a.gov.cn/t20230230_1.html',
    'http://a.gov.cn/2023/32/86.html',
    'http://a.gov.cn/2023/12/86/1.html',
    'http://a.gov.cn/2023/1/311/1.html',
    'http://a.gov.cn/120230109/1.html',
    'http://a.gov.cn/202301091/1.html',
    'http://a.gov.cn/20231301/1.html',
    'http://a.gov.cn/20230132/1.html',
    'http://a.gov.cn/20230141/1.html',
    'http://a.gov.cn/2023/1/a/1.html',
  ])('%s has none', (url) => {
    expect(findPublished(null, [], [url])).toEqual({ published: null, evidence: [] });
  });
});

test('the evidence of an address is its end', () => {
  const url = `http://a.gov.cn/${'column/'.repeat(9)}202301/t20230109_5248417.html`;
  expect(findPublished(null, [], [url]).evidence[0]?.text).toBe('umn/column/202301/t20230109_5248417.html');
});

test.each([
  ['http://a.gov.cn/202301/1.html', 2023, 1],
  ['http://a.gov.cn/2023-11/1.html', 2023, 11],
  ['http://a.gov.cn/2023/02/1.html', 2023, 2],
  ['http://a.gov.cn/x/t20230309_1.html', 2023, 3],
])('the month in the address %s', (url, year, month) => {
  expect(monthInAddress(url)).toEqual({ year, month });
});
test.each(['http://a.gov.cn/2023/1.html', 'http://a.gov.cn/202313/1.html', 'http://a.gov.cn/202300/1.html'])(
  'the address %s has no month',
  (url) => {
    expect(monthInAddress(url)).toBeNull();
  },
);
