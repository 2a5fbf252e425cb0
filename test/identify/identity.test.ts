/** What identification takes from a document, its container, its file and its address, and what it says of each. */
import { describe, expect, test } from 'vitest';
import type { Document } from '../../lib/document';
import { identify, loadGazetteer } from '../../lib/identify';
import { linesDocument } from './lines-document';
import { NO_REGION } from '../build';

const gazetteer = loadGazetteer();
const BODY = '一、总体情况\n依法公开。\n六、其他需要报告的事项\n无';
const OLD = '道县水利局2018年政府信息公开工作年度报告';
const document = (text: string, more: Partial<Document> = {}): Document => ({
  ...linesDocument(text),
  ...more,
});
const read = (more: { title?: string; url?: string; document?: Document | null; path?: string }) =>
  identify({ title: null, url: null, document: null, path: null, ...more }, gazetteer);

describe('the title of a container', () => {
  test('of a page is believed where the text has none', () => {
    expect(read({ document: document(BODY, { format: 'html', title: OLD }) })).toMatchObject({
      title: OLD,
      year: 2018,
    });
  });
  test.each(['docx', 'pdf'] as const)('of a %s may be that of the file it was copied from', (format) => {
    expect(read({ document: document(BODY, { format, title: OLD }) }).title).toBeNull();
    expect(read({ document: document(`道县水利局\n${BODY}`, { format, title: OLD }) }).title).toBe(OLD);
    const nameless = '2018年政府信息公开工作年度报告';
    expect(read({ document: document(BODY, { format, title: nameless }) }).title).toBeNull();
  });
  test('handed on as the title given is believed no more for it', () => {
    const copied = document(BODY, { format: 'docx', title: OLD });
    expect(read({ title: OLD, document: copied }).title).toBeNull();
    expect(read({ title: OLD, document: document(BODY) }).title).toBe(OLD);
  });
});

describe('a title may come from', () => {
  test.each(['ArticleTitle', 'og:title', 'OG:Title'])('the meta %s', (key) => {
    expect(read({ document: document(BODY, { meta: { keywords: '无', [key]: OLD } }) }).title).toBe(OLD);
  });
  test('no other meta', () => {
    expect(
      read({
        document: document(BODY, { meta: { description: OLD, xarticletitle: OLD, articletitles: OLD } }),
      }).title,
    ).toBeNull();
  });
  test.each([`a/b/${OLD}.pdf`, `C:\\a\\${OLD}.docx`, `${OLD}.html`])('the file %s', (path) => {
    expect(read({ document: document(BODY), path }).title).toBe(OLD);
  });
  test('not from the folder of a file', () => {
    expect(read({ document: document(BODY), path: `${OLD}/1.pdf` }).title).toBeNull();
  });
  test('the address of a wiki', () => {
    expect(read({ url: `https://newton.com.tw/wiki/${encodeURIComponent(OLD)}/1` }).title).toBe(OLD);
    expect(read({ url: `https://newton.com.tw/wiki/${encodeURIComponent(OLD).toLowerCase()}/1` }).title).toBe(
      OLD,
    );
    expect(
      read({ document: document(BODY, { url: `https://a.com/${encodeURIComponent(OLD)}` }) }).title,
    ).toBe(OLD);
  });
  test('no address that is broken', () => {
    expect(read({ url: 'https://newton.com.tw/wiki/%E6%zz' }).title).toBeNull();
    expect(read({ url: 'https://newton.com.tw/wiki/%E6%' }).title).toBeNull();
  });
});

test('the address that the document states counts beside the one given', () => {
  const got = read({
    title: '财政局2021年政府信息公开年报',
    url: 'https://mirror.com/1.html',
    document: document(BODY, { url: 'http://www.jiangyong.gov.cn/202201/t20220118_1.html' }),
  });
  expect(got).toMatchObject({ published: '2022-01-18', region: { code: '431125' } });
});

test('evidence of the year is that of the year and of the publication', () => {
  const got = read({
    title: '江永县2021年政府信息公开年报',
    url: 'http://a.gov.cn/202201/t20220118_1.html',
    document: document('统计期限自2021年1月1日至2021年12月31日'),
  });
  expect(got.year_evidence.map(({ kind }) => kind)).toEqual(['title', 'period', 'path']);
  expect(got.period).toEqual({ start: '2021-01-01', end: '2021-12-31' });
});

describe('issues', () => {
  test('say what stayed open', () => {
    const got = read({ document: document(BODY) });
    expect(got.issues.map(({ code, actual }) => [code, actual])).toEqual([
      ['identity.year_unknown', 'no year'],
      ['identity.region_unknown', 'no agency'],
      ['identity.agency_unknown', 'no agency'],
      ['identity.scope_unknown', 'no agency'],
    ]);
    expect(got.issues.every(({ at, fields }) => at === null && fields.length === 0)).toBe(true);
    expect(got).toMatchObject({ title: null, year: null, period: null, published: null, findings: [] });
    expect(got.region).toEqual(NO_REGION);
  });
  test('of a scope name the agency', () => {
    const got = read({ title: '湖南省气象局2021年政府信息公开年报' });
    expect(got.issues.map(({ code, actual }) => [code, actual])).toEqual([
      ['identity.scope_unknown', '湖南省气象局'],
    ]);
  });
  test('are none where all is told', () => {
    expect(read({ title: '江永县财政局2021年政府信息公开年报' }).issues).toEqual([]);
  });
});

describe('a name that may be overwritten', () => {
  const title = '凤凰天机财政局2021年政府信息公开年报';
  const rules = (more: Parameters<typeof read>[0]) => read(more).findings.map(({ rule }) => rule);
  test('is one where it stands on another’s site and the clues name a region', () => {
    expect(rules({ title, url: 'https://www.abcde.com/kaijiang/1.html' })).toEqual([
      'identity.name_overwritten',
    ]);
    expect(rules({ title, url: 'https://www.abcde.com/1.html' })).toEqual([]);
    expect(rules({ title, url: 'https://www.kaijiang.gov.cn/1.html' })).toEqual([]);
    expect(rules({ title, document: document(`${BODY}\n主办:开江县人民政府`) })).toEqual([]);
  });
  test('of advertising is one everywhere, unless it begins with a place', () => {
    expect(rules({ title: '华体会体育财政局2021年政府信息公开年报' })).toEqual(['identity.name_overwritten']);
    expect(rules({ title: '江永县彩票管理中心2021年政府信息公开年报' })).toEqual([]);
    expect(rules({ title: '国家体育总局彩票中心2021年政府信息公开年报' })).toEqual([]);
  });
  test('is that of a township behind the place that advertising replaced', () => {
    const got = read({ title: '新金沙娱乐官网区人民政府北京街道办事处2020年政府信息公开年报' });
    expect(got.agency).toMatchObject({ name: '北京街道办事处', body: 'subdistrict' });
    expect(got.region).toMatchObject({ code: '440104003', level: 'township' });
    expect(got.findings.map(({ rule }) => rule)).toEqual(['identity.name_overwritten']);
  });
  test('is found in the title that a sentence names', () => {
    const text = `按照abcbet体育_abcbet官网@:的要求,现编制形成了《abcbet体育_abcbet官网@:西柳镇人民政府2023年政府信息公开工作年度报告》。\n${BODY}`;
    const got = read({ document: document(text) });
    expect(got).toMatchObject({
      year: 2023,
      agency: { name: '西柳镇人民政府' },
      region: { level: 'township' },
    });
    expect(got.findings.map(({ rule }) => rule)).toEqual(['identity.name_overwritten']);
  });
  test('tells what kind of body is left of it', () => {
    const got = read({
      title: '香港六宝典资料免费办公室2021年政府信息公开年报',
      url: 'http://www.lincang.gov.cn/',
    });
    expect(got.agency).toMatchObject({ name: '临沧市人民政府办公室', body: 'office', scope: 'own' });
    expect(got.region).toMatchObject({ code: '530900', level: 'prefecture' });
    const nothing = read({
      title: '香港六宝典资料免费2021年政府信息公开年报',
      url: 'http://www.lincang.gov.cn/',
    });
    expect(nothing.agency).toMatchObject({ name: '临沧市', as_written: '香港六宝典资料免费' });
  });
});
