import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidence } from '../../lib/identify/evidence';
import { normalizeLine, quote } from '../../lib/identify/text';

describe('a line made comparable', () => {
  test.each([
    ['plain ASCII stays but for its ends', '  a  b 2021 ', 'a  b 2021'],
    ['full width becomes half width', '江永县２０２１年（本级）：ＡＢ', '江永县2021年(本级):AB'],
    ['no-break and ideographic blanks become one blank', '江永县　 \u00a0财政局', '江永县 财政局'],
    ['characters that print nothing go', '江\u200b永\ufeff县\u00ad财\u2060政局', '江永县财政局'],
    ['blanks round a line go', '\u3000江永县\t', '江永县'],
    ['a year in Chinese digits becomes one in digits', '二〇二一年', '2021年'],
    ['also with 零 and ○, and O for 0', '二零一九年,二○二○年,二OO八年,2O2O年', '2019年,2020年,2008年,2020年'],
    ['each Chinese digit', '二〇三四年二〇五六年二〇七八年二〇一九年', '2034年2056年2078年2019年'],
    ['but other numbers stay', '二〇二一件,十二年,第二十三条', '二〇二一件,十二年,第二十三条'],
    ['blanks beside the parts of a date go', '2021 年 1 月 9 日 发布', '2021年1月9日发布'],
    ['a blank before digits behind a character goes', '江永县 2021年', '江永县2021年'],
    ['a blank behind digits stays', '2021 江永县', '2021 江永县'],
    ['a title in single characters is closed up', '江 永 县 财 政 局', '江永县财政局'],
    ['but not words', '江永县 财政局', '江永县 财政局'],
    ['nor single Latin letters', '甲 A 乙', '甲 A 乙'],
    [
      'traditional text becomes simplified',
      '廣東省財政廳2021年政府信息公開年度報告',
      '广东省财政厅2021年政府信息公开年度报告',
    ],
    ['with the words of mirrors', '江苏省政府資訊公開,資訊與政務', '江苏省政府信息公开,信息与政务'],
    ['names that look traditional in part stay', '乾安县,后海,谷城县', '乾安县,后海,谷城县'],
    ['a blank line', '　 ', ''],
  ])('%s', (_, raw, line) => {
    expect(normalizeLine(raw)).toBe(line);
  });

  test.each([...'報開資訊縣區鄉鎮廳務門財國與業園華東廣陽聯會農興慶寧濱'])(
    '%s alone shows that a line is traditional',
    (sign) => {
      const line = normalizeLine(`${sign}, 張`);
      expect(line.at(-1)).toBe('张');
      expect(line).not.toContain(sign);
    },
  );

  test('made comparable once, a line stays as it is', () => {
    const unit = fc.constantFrom(...'江永县 二〇2 年0月日（）\u3000\u200bＡa資訊公开'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (raw) => {
        const line = normalizeLine(raw);
        expect(normalizeLine(line)).toBe(line);
        expect(line).toBe(line.trim());
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});

test.each([
  ['forty characters stay', '字'.repeat(40), '字'.repeat(40)],
  ['of more than forty the last is an ellipsis', '字'.repeat(41), `${'字'.repeat(39)}…`],
  ['blanks are one blank and none at the ends', ' a \n\t b ', 'a b'],
])('a quotation: %s', (_, text, quoted) => {
  expect(quote(text)).toBe(quoted);
  expect(evidence('name', text, { line: 3 }, 'why')).toEqual({
    kind: 'name',
    text: quoted,
    at: { line: 3 },
    says: 'why',
  });
});
