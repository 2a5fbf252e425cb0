/** Which places running text speaks of, and how much each mention weighs. */
import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../../lib/identify/index';
import type { Line } from '../../../lib/identify/lines';
import { mentionSignals } from '../../../lib/identify/place/mentions';
import { linesOf } from '../lines-of';

const gazetteer = loadGazetteer();

describe('running text mentions', () => {
  const of = (...parts: (string | Partial<Line>)[]): [string, number][] =>
    mentionSignals(linesOf(...parts), gazetteer).map(({ regions, weight }) => [
      regions.map(({ code }) => code).join(' '),
      weight,
    ]);
  test.each<[string, [string, number][]]>([
    ['本报告由江永县编制并向社会公布', [['431125', 1.5]]],
    ['本报告由江永县人民政府编制并公布', [['431125', 3]]],
    ['本报告由江永县委编制并向社会公布', [['431125', 3]]],
    ['江永县政务公开办编制并向社会公布', [['431125', 3]]],
    // a short form, not one that needs a word behind it
    ['青海海南州编制并向社会公布本报告', [['632500', 1.5]]],
    ['江永的同志编制并向社会公布报告', []],
    // a name of several places
    ['鼓楼区编制并向社会公布本报告', []],
    // a name of two characters inside a word
    ['西宁县级行政机关编制并公布报告', []],
    ['宁县编制并向社会公布本年度报告', [['621026', 1.5]]],
    [
      '由永州市江永县编制并向社会公布',
      [
        ['431100', 1.5],
        ['431125', 1.5],
      ],
    ],
    // a link
    ['江永县财政局公开', []],
    ['江永县财政局公开了', [['431125', 1.5]]],
    // told elsewhere
    ['来源:江永县编制并向社会公布', []],
    ['联系地址为江永县潇浦镇永明路', []],
    ['版权所有江永县编制并向社会公布', []],
    ['来源 :江永县编制并向社会公布', []],
    // at the end of a line
    ['本年度报告由下列机关编制:江永县', [['431125', 1.5]]],
    ['本年度报告由下列机关编制:宁县', [['621026', 1.5]]],
  ])('%s', (text, told) => {
    expect(of(text)).toEqual(told);
  });
  test('again and again weigh more, up to six', () => {
    const said = '本报告由江永县人民政府编制';
    expect(of(said, said)).toEqual([['431125', 4.5]]);
    expect(of(said, said, said)).toEqual([['431125', 6]]);
    expect(of(said, said, said, said)).toEqual([['431125', 6]]);
    expect(of(said, '本报告由江永县编制并向社会公布')).toEqual([['431125', 3.75]]);
  });
  test('are quoted with the words around', () => {
    const [clue] = mentionSignals(
      linesOf('一二三四五六七八江永县人民政府编制并向社会公布本年度的报告'),
      gazetteer,
    );
    expect(clue).toMatchObject({
      kind: 'body text',
      text: '三四五六七八江永县人民政府编制并向社会公布',
      at: { line: 1 },
    });
  });
  test('in lists of more than eight places decide nothing', () => {
    const eight = ['江永县', '道县', '宁远县', '蓝山县', '新田县', '双牌县', '祁阳市', '东安县'];
    expect(of(`${eight.join('、')}公开了信息`)).toHaveLength(8);
    expect(of(`${eight.join('、')}、江华县公开了信息`)).toEqual([]);
    // nine mentions of eight places are none either
    expect(of(`${eight.join('、')}、江永县公开了信息`)).toHaveLength(8);
    // one place nine times is no list
    expect(of(Array<string>(9).fill('江永县').join('、'))).toEqual([['431125', 6]]);
  });
  test('stand neither in tables nor in the foot', () => {
    const text = '本报告由江永县编制并向社会公布';
    expect(of({ text, cell: true })).toEqual([]);
    expect(of({ text, part: 'foot' })).toEqual([]);
    expect(of({ text, part: 'body' })).toEqual([['431125', 1.5]]);
  });
  test('an address in a long paragraph is no mention', () => {
    const long = '字'.repeat(120);
    expect(of(`${long}地址:江永县潇浦镇`)).toEqual([]);
    expect(of(`${long}地址:湖南省的江永县潇浦镇`)).toEqual([]);
    expect(of(`${long}地址江永县潇浦镇`)).toEqual([]);
    expect(of(`${long}地址不变,江永县潇浦镇`)).toEqual([['431125', 1.5]]);
    // up to twelve characters between the word and the place; not the other way about
    expect(of(`${long}地址:${'字'.repeat(12)}江永县潇浦镇`)).toEqual([]);
    expect(of(`${long}地址:${'字'.repeat(13)}江永县潇浦镇`)).toEqual([['431125', 1.5]]);
    expect(of(`${long}江永县公布了办公地址`)).toEqual([['431125', 1.5]]);
  });
  test('are sought in the first sixteen thousand characters', () => {
    const said = '本报告由江永县编制并向社会公布';
    expect(of('字'.repeat(16000 - said.length), said)).toEqual([['431125', 1.5]]);
    expect(of('字'.repeat(16001 - said.length), said)).toEqual([]);
  });
  test.each(['政府', '人民政府', '委', '县委', '政务', '门户', '人大', '政协', '公报'])(
    'as the name of a government before %s weigh twice',
    (word) => {
      expect(of(`本报告由江永县${word}编制并公布`)).toEqual([['431125', 3]]);
      expect(of(`本报告由江永县的${word}编制并公布`)).toEqual([['431125', 1.5]]);
    },
  );
  test('in a line of contact or source count from 120 characters on', () => {
    const said = '江永县编制,主办者公布';
    expect(of('字'.repeat(119 - said.length) + said)).toEqual([]);
    expect(of('字'.repeat(120 - said.length) + said)).toEqual([['431125', 1.5]]);
  });
  test('lines too short to mention a place are not among the characters sought', () => {
    const said = '本报告由江永县编制并向社会公布';
    const before = '字'.repeat(16000 - said.length);
    expect(of(before, '字'.repeat(7), said)).toEqual([['431125', 1.5]]);
    expect(of(before, '字'.repeat(8), said)).toEqual([]);
  });
});
