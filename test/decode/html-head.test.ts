/** What a page states about itself, which pictures stand for tables, and which pages are refused. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeHtml } from '../../lib/decode/html';
import { checkTime, type Flow } from '../../lib/decode/html/flow';
import { parseHtml } from '../../lib/decode/html/tree';
import { DecodeError } from '../../lib/errors';
import { readPage, shownOf } from './html-page';

describe('the title', () => {
  test.each([
    ['<title> 某区\n\t 年报 </title>', '某区 年报'],
    ['<title>一</title><title>二</title>', '一'],
    ['<title> </title><title>二</title>', '二'],
    ['<title></title>', null],
    ['<p>正文</p>', null],
    ['<title>1 &lt; 2<!-- 3 --></title>', '1 < 2<!-- 3 -->'],
    ['<body><div><title>三</title></div>', '三'],
  ])('of %s is %j', (html, title) => {
    expect(readPage(html).title).toBe(title);
  });
});

describe('metadata', () => {
  test('are names or properties with their contents, the first of each, and nothing empty', () => {
    const html = `<meta name=PubDate content=" 2021-01-27 "><meta name=PubDate content=2022><meta property="og:title" content=年报>
      <meta name=a content=""><meta name=b content="  "><meta name=c><meta content=d><meta name="" content=e>
      <meta http-equiv=refresh content=0><body><div><meta name=inner content=1></div>`;
    expect(readPage(html).meta).toEqual({ PubDate: '2021-01-27', 'og:title': '年报', inner: '1' });
    expect(readPage('<meta name=n property=p content=1>').meta).toEqual({ n: '1' });
  });

  test('are at most 200 of 1000 characters each', () => {
    const many = Array.from({ length: 250 }, (_, i) => `<meta name=m${i} content=1>`).join('');
    const { meta } = readPage(many);
    expect(Object.keys(meta)).toHaveLength(200);
    expect(meta.m199).toBe('1');
    expect(readPage(`<meta name=a content=${'x'.repeat(1500)}>`).meta.a).toHaveLength(1000);
  });

  test('never reach the prototype of an object', () => {
    const { meta } = readPage('<meta name=__proto__ content=1><meta name=toString content=2>');
    expect(Object.getPrototypeOf(meta)).toBe(Object.prototype);
    expect(Object.entries(meta)).toEqual([['toString', '2']]);
  });
});

describe('the address', () => {
  const saved = '<!-- saved from url=(0030)http://saved.example.gov.cn/ -->';
  const canonical = '<link rel=canonical href="http://canonical.example.gov.cn/">';
  const property = '<meta property="og:url" content="http://og.example.gov.cn/">';

  test.each([
    [`${saved}${canonical}${property}`, 'http://canonical.example.gov.cn/'],
    [`${saved}${property}`, 'http://saved.example.gov.cn/'],
    [property, 'http://og.example.gov.cn/'],
    ['<link rel=CANONICAL href=http://a.cn/><link rel=canonical href=http://b.cn/>', 'http://a.cn/'],
    ['<link rel=stylesheet href=http://a.cn/>', null],
    ['<link href=http://a.cn/>', null],
    ['<!--SAVED FROM URL=(9)http://a.cn/-->', 'http://a.cn/'],
    ['<!--   saved from url=(12)http://a.cn/   -->', 'http://a.cn/'],
    ['<!-- saved from url=()http://a.cn/ -->', null],
    ['saved from url=(12)http://a.cn/', null],
    [`${' '.repeat(8170)}${saved}`, null],
    [`${' '.repeat(8100)}${saved}`, 'http://saved.example.gov.cn/'],
  ])('of a page is the canonical one, that it was saved from, or the one it shares: %#', (html, url) => {
    expect(readPage(`${html}<p>正文</p>`).url).toBe(url);
  });
});

test('the encoding is the declared one where the bytes fit it, and html is the format', () => {
  const bytes = Uint8Array.from([0xd6, 0xd0, 0xce, 0xc4]);
  expect(decodeHtml(bytes, 'gb2312')).toMatchObject({ format: 'html', encoding: 'gb18030', issues: [] });
  expect(decodeHtml(bytes, 'gb2312').blocks).toMatchObject([{ kind: 'paragraph', text: '中文' }]);
});

describe('a picture under the heading of a table', () => {
  const page = (picture: string): string =>
    `<p>二、主动公开政府信息情况</p>\n${picture}<p>三、收到和处理政府信息公开申请情况</p>`;
  const issuesOf = (picture: string) => readPage(page(picture)).issues;

  test.each([
    '<img>',
    '<img width=200 height=60>',
    '<img width=200px>',
    '<img height=60>',
    '<img style="width:200px;height : 60.5px">',
    '<img width=auto height=auto>',
    '<img style="max-width:100px" width=400>',
    '<img width="" style="width:50px">',
    '<b><img src=a.png></b>',
  ])('may be the table: %s', (picture) => {
    expect(issuesOf(picture).map(({ code }) => code)).toEqual(['decode.picture_table']);
  });

  test.each([
    '<img width=199>',
    '<img height=59>',
    '<img width=600 height=59>',
    '<img width=12 height=900>',
    '<img style="width:199.9px">',
    '<img style="color:red;height :  12px">',
    '<img width=12 style="width:600px">',
    '<img hidden>',
    '<div style="display:none"><img></div>',
    '',
  ])('is none where it is an icon, a line or hidden: %s', (picture) => {
    expect(issuesOf(picture)).toEqual([]);
  });

  test('is placed at its tag', () => {
    expect(issuesOf(' <img src=a.png width=600>')[0]?.at).toEqual({ line: 2, column: 2, offset: 21 });
  });

  test('belongs to the section it stands in', () => {
    const table = '<table><tr><td>规章<td>1</table>';
    const after = `<p>二、主动公开政府信息情况</p>${table}<p>三、收到和处理政府信息公开申请情况</p>${table}<p>五、问题</p><img>`;
    expect(readPage(after).issues).toEqual([]);
    expect(readPage(`<img>${after}`).issues).toEqual([]);
  });
});

describe('a page made to hang', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('by depth is refused beyond a thousand elements, and read before', () => {
    expect(shownOf(`${'<div>'.repeat(900)}正文`)).toEqual(['正文']);
    expect(() => parseHtml(`${'<div>'.repeat(1100)}正文`)).toThrow(/nested deeper than 1000/);
  });

  test('by length is refused', () => {
    expect(() => parseHtml(' '.repeat(24_000_001))).toThrow(DecodeError);
    expect(() => parseHtml(' '.repeat(24_000_001))).toThrow(/HTML of 24000001 characters.*at most 24000000/);
  });

  test('by the attributes of a tag is refused, one long attribute or a long text is not', () => {
    const attributes = (count: number): string =>
      Array.from({ length: count }, (_, i) => ` data-attribute-of-some-length-${i}=1`).join('');
    expect(() => parseHtml(`<p>前<p${attributes(6000)}>正文`)).toThrow(/thousands of attributes/);
    expect(() => parseHtml(`<p${attributes(6000)}`)).toThrow(/thousands of attributes/);
    expect(() => parseHtml(`<p>前<p${attributes(6000)}>正文</p>`)).toThrow(DecodeError);
    expect(parseHtml(`<p${attributes(4900)}>`).childNodes).toHaveLength(1);
    expect(
      parseHtml(`<p title="${'a'.repeat(250_000)}"><img src="data:${'a'.repeat(300_000)}">`).childNodes,
    ).toHaveLength(1);
    // The words of a long text are no attributes.
    expect(shownOf(`<p>${'a b '.repeat(60_000)}</p>`)[0]).toHaveLength(239_999);
  });

  test('by time is refused, a page of few elements whatever the time', () => {
    const elements = (count: number): string => '<b></b>'.repeat(count);
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 20_001));
    expect(() => parseHtml(elements(1100))).toThrow(/takes over 20 s to parse/);
    expect(parseHtml(elements(1000)).childNodes).toHaveLength(1);
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 20_000));
    expect(parseHtml(elements(1100)).childNodes).toHaveLength(1);
  });

  test('by tables inside tables is refused once its time is over', () => {
    const flow = { deadline: 1000 } as Flow;
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    expect(() => checkTime(flow)).not.toThrow();
    vi.spyOn(performance, 'now').mockReturnValue(1001);
    expect(() => checkTime(flow)).toThrow(/tables nested without end.*20 s/);
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 15_000));
    expect(() => readPage('<table><tr><td>甲<td>1</table>'.repeat(3))).toThrow(DecodeError);
  });
});
