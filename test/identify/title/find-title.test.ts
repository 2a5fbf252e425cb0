import { describe, expect, test } from 'vitest';
import { findTitle, type OfferedTitles } from '../../../lib/identify/title/find-title';
import type { Line } from '../../../lib/identify/lines';
import { linesOf } from '../lines-of';

const NONE: OfferedTitles = { given: null, meta: null, containers: [] };
const COUNTY = '江永县2021年政府信息公开工作年度报告';
const BUREAU = '江永县财政局2020年政府信息公开工作年度报告';

const ofLines = (...parts: (string | Partial<Line>)[]) => findTitle(NONE, linesOf(...parts));

describe('a title told from outside', () => {
  test('and given stands before all others', () => {
    expect(findTitle({ given: COUNTY, meta: BUREAU, containers: [BUREAU] }, linesOf(BUREAU))).toEqual({
      text: COUNTY,
      agency: '江永县',
      year: 2021,
      from: 'given',
      at: null,
    });
  });
  test('but given only as a heading gives way, except where there is nothing else', () => {
    const given = '江永县2021年';
    expect(findTitle({ ...NONE, given }, linesOf(BUREAU))?.text).toBe(BUREAU);
    expect(findTitle({ ...NONE, given }, [])).toMatchObject({ text: given, year: 2021, from: 'given' });
    expect(findTitle({ ...NONE, given: '政府信息公开' }, [])).toBeNull();
    expect(findTitle({ ...NONE, given: '江永县政府信息公开' }, [])).toMatchObject({ agency: '江永县' });
    expect(findTitle({ ...NONE, given: '2021年' }, linesOf('字'))).toBeNull();
  });
  test('in the meta stands before an equal line, a line before a container', () => {
    expect(findTitle({ ...NONE, meta: COUNTY }, linesOf(BUREAU))).toMatchObject({
      text: COUNTY,
      from: 'meta',
      at: null,
    });
    expect(findTitle({ ...NONE, containers: [COUNTY] }, linesOf(BUREAU))).toMatchObject({
      text: BUREAU,
      from: 'line',
    });
    expect(findTitle({ ...NONE, containers: [null, '首页', COUNTY] }, [])).toMatchObject({
      text: COUNTY,
      from: 'container',
    });
  });
  test('counts less than one that says more', () => {
    const bare = '政府信息公开工作年度报告';
    expect(findTitle({ ...NONE, meta: bare }, linesOf(`2021年${bare}`))?.from).toBe('line');
    expect(findTitle({ ...NONE, containers: [COUNTY] }, linesOf(bare))?.from).toBe('container');
    // the agency says more than the year
    expect(ofLines(`江永县${bare}`, `2021年${bare}`)?.agency).toBe('江永县');
  });
  test('that is no report’s title is none', () => {
    expect(
      findTitle({ given: '首页', meta: '江永县人民政府', containers: ['政府信息公开条例'] }, linesOf('字')),
    ).toBeNull();
    expect(findTitle({ ...NONE, meta: '江永县政府工作报告' }, [])).toBeNull();
  });
});

describe('a title among the lines', () => {
  test('has its place', () => {
    expect(ofLines('首页', COUNTY, '发布时间:2022-01-01')).toMatchObject({
      text: COUNTY,
      agency: '江永县',
      year: 2021,
      from: 'line',
      at: { line: 2 },
    });
  });
  test('is the later of two alike, for crumbs stand before it', () => {
    expect(ofLines(BUREAU, COUNTY)?.text).toBe(COUNTY);
  });
  test('may be traditional text from outside', () => {
    expect(findTitle({ ...NONE, meta: '臺州市財政局2021年政府資訊公開工作年度報告' }, [])?.year).toBe(2021);
    expect(findTitle({ ...NONE, meta: '某局2021年政務公開年度報告' }, [])?.year).toBe(2021);
  });
  test('stands in the head; in the body only where the head has none, never in the foot', () => {
    const body = { text: COUNTY, part: 'body' as const };
    expect(ofLines('首页', body)).toMatchObject({ from: 'line', at: { line: 2 } });
    expect(ofLines(BUREAU, body)?.text).toBe(BUREAU);
    expect(ofLines('2020年政府信息公开工作年度报告', body)?.at).toEqual({ line: 1 });
    expect(ofLines('首页', { text: COUNTY, part: 'foot' })).toBeNull();
    // also a title in the body stands before a container that says no more
    expect(findTitle({ ...NONE, containers: [BUREAU] }, linesOf(body))?.text).toBe(COUNTY);
  });
  test('is the first such line of the body', () => {
    const body = (text: string) => ({ text, part: 'body' as const });
    expect(ofLines(body('江永县政府工作报告'), body(BUREAU), body(COUNTY))?.text).toBe(BUREAU);
  });
  test('is sought in the first two hundred lines and in no long one', () => {
    const head = (count: number) => [...Array<string>(count).fill('字'), COUNTY];
    expect(ofLines(...head(199))?.text).toBe(COUNTY);
    expect(ofLines(...head(200))).toBeNull();
    const body = (count: number) => head(count).map((text) => ({ text, part: 'body' as const }));
    expect(ofLines(...body(199))?.text).toBe(COUNTY);
    expect(ofLines(...body(200))).toBeNull();
    const crumbs = (length: number) => `${'页'.repeat(length - COUNTY.length - 3)} > ${COUNTY}`;
    for (const part of ['head', 'body'] as const) {
      expect(ofLines({ text: crumbs(120), part })?.text).toBe(COUNTY);
      expect(ofLines({ text: crumbs(121), part })).toBeNull();
    }
  });
});

describe('a title printed on several lines', () => {
  test.each([
    [['江永县人民政府', '2021年政府信息公开工作年度报告'], '江永县人民政府2021年政府信息公开工作年度报告'],
    [['江永县财政局', '2021年度', '政府信息公开年度报告'], '江永县财政局2021年度政府信息公开年度报告'],
    [['江永县财政局2021年', '政务公开工作总结'], '江永县财政局2021年政务公开工作总结'],
    [['江永县财政局2021年政府信息', '公开工作年度报告'], '江永县财政局2021年政府信息公开工作年度报告'],
    [['江永县财政局2021年政府信息公开', '工作年度报告'], '江永县财政局2021年政府信息公开工作年度报告'],
    [['江永县财政局2021年政府信息公开', '年度报告'], '江永县财政局2021年政府信息公开年度报告'],
    [['江永县财政局', '2021年政府信息', '公开工作年度报告'], '江永县财政局2021年政府信息公开工作年度报告'],
    [['江永县财政局', '2021信息公开年报'], '江永县财政局2021信息公开年报'],
    [['江永县财政局', '2021年度信息公开年报'], '江永县财政局2021年度信息公开年报'],
    [['江永县财政局', '2021年政务信息公开年报'], '江永县财政局2021年政务信息公开年报'],
    [['江永县财政局', '2021年度政务公开年报'], '江永县财政局2021年度政务公开年报'],
    [['江永县财政局', '政务公开年报'], '江永县财政局政务公开年报'],
    [['江永县财政局政府信息', '公开年度报告'], '江永县财政局政府信息公开年度报告'],
    [['江永县财政局政府信息', '公开工作报告'], '江永县财政局政府信息公开工作报告'],
    [['江永县财政局政府信息', '公开报告'], '江永县财政局政府信息公开报告'],
    [['江永县财政局', '2021年度政府信息', '公开报告'], '江永县财政局2021年度政府信息公开报告'],
    [['江永县财政局', '2021年', '信息公开年报'], '江永县财政局2021年信息公开年报'],
    [['江永县桃川镇', '信息公开年报'], '江永县桃川镇信息公开年报'],
  ])('%j', (texts, title) => {
    expect(ofLines(...texts)?.text).toBe(title);
    expect(ofLines(...texts)).toMatchObject({ from: 'line', at: { line: 1 } });
  });
  test('stands before one in the body that says more', () => {
    const body = { text: COUNTY, part: 'body' as const };
    expect(ofLines('2021年政府信息公开', '工作年度报告', body)?.at).toEqual({ line: 1 });
  });
  test.each([
    [
      'the first is no organ',
      ['江永县欢迎您', '2021年政府信息公开工作年度报告'],
      '2021年政府信息公开工作年度报告',
    ],
    [
      'another line stands between',
      ['江永县财政局', '首页', '2021年政府信息公开工作年度报告'],
      '2021年政府信息公开工作年度报告',
    ],
    [
      'the first is long',
      [`${'字'.repeat(40)}局`, '2021年政府信息公开工作年度报告'],
      '2021年政府信息公开工作年度报告',
    ],
    [
      'the next is long',
      ['江永县财政局', `2021年政府信息公开工作年度报告${'字'.repeat(24)}`],
      `2021年政府信息公开工作年度报告${'字'.repeat(24)}`,
    ],
    [
      'there are more than three',
      ['江永县财政局', '2021年', '2021年度', '政府信息公开工作年度报告'],
      '2021年度政府信息公开工作年度报告',
    ],
    ['the next goes on otherwise', ['江永县财政局', '关于信息公开年报'], '关于信息公开年报'],
    ['the first is a title of its own', [COUNTY, '2021年政府信息公开工作年度报告'], COUNTY],
  ])('not where %s', (_, texts, title) => {
    expect(ofLines(...texts)?.text).toBe(title);
  });
  test('of forty characters a line is still joined', () => {
    const first = `${'某'.repeat(39)}局`;
    const next = `2021年政府信息公开工作年度报告${'字'.repeat(23)}`;
    expect(first).toHaveLength(40);
    expect(ofLines(first, '信息公开年报')?.text).toBe(`${first}信息公开年报`);
    expect(next).toHaveLength(40);
    expect(ofLines('江永县财政局', next)?.text).toBe(`江永县财政局${next}`);
  });
});
