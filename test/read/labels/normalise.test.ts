/** One spelling for comparison: width, blanks, punctuation, script and numbering taken away. */
import { describe, expect, test } from 'vitest';
import { foldText, plainLabel } from '../../../lib/read/labels/normalise';
import { splitNumbering } from '../../../lib/read/labels/numbering';
import { similarity } from '../../../lib/read/labels/similarity';

test.each([
  ['規範性檔案', '规范性档案'],
  ['其它處理', '其他处理'],
  ['（一）　予以公開', '(一)予以公开'],
  ['ＡＢＣ　１２３', 'ABC123'],
  ['自 然\u00a0人\u200b\n\ufeff', '自然人'],
  ['⺠主⻚⻓⻔⻋⻅⻉', '民主页长门车见贝'],
  // Another radical is left as it stands.
  ['⺀', '⺀'],
  ['⼈', '人'],
  ['政府(zhèng)信息', '政府信息'],
])('%j is folded to %s', (text, folded) => expect(foldText(text)).toBe(folded));

test.each([
  ['（一）予以公开', '一予以公开'],
  ['本年增／减', '本年增减'],
  ['  总 计：', '总计'],
  ['3.“其他”', '3其他'],
  ['——', ''],
])('%j says %s', (text, plain) => expect(plainLabel(text)).toBe(plain));

describe('a label and the number before it', () => {
  test.each([
    ['一、本年新收', '本年新收', 'comma', 1],
    ['四．总计', '总计', 'comma', 4],
    ['九.总计', '总计', 'comma', 9],
    ['十、总计', '总计', 'comma', 10],
    ['十二、总计', '总计', 'comma', 12],
    ['二十、总计', '总计', 'comma', 20],
    ['二十三、总计', '总计', 'comma', 23],
    ['（三）不予公开', '不予公开', 'bracket', 3],
    ['(七)总计', '总计', 'bracket', 7],
    ['（七）、总计', '总计', 'bracket', 7],
    ['（十一）总计', '总计', 'bracket', 11],
    ['七）总计', '总计', 'bracket', 7],
    ['1.属于国家秘密', '属于国家秘密', 'figure', 1],
    ['12.其他', '其他', 'figure', 12],
    ['3、其他', '其他', 'figure', 3],
    ['（3）其他', '其他', 'figure', 3],
    ['3）其他', '其他', 'figure', 3],
    ['3．其他', '其他', 'figure', 3],
    // Of several numbers the last is the label's own.
    ['（六）3.其他', '其他', 'figure', 3],
    ['三、（六）其他处理', '其他处理', 'bracket', 6],
    ['（七', '', 'comma', 7],
    ['（十一', '', 'comma', 11],
  ])('%s', (text, plain, set, value) =>
    expect(splitNumbering(text)).toEqual({ plain, numbering: { set, value } }),
  );

  test.each([
    ['总计', '总计'],
    ['一站式', '一站式'],
    ['3其他', '3其他'],
    ['1.5', '15'],
    ['3.14其他', '314其他'],
    ['123.其他', '123其他'],
    ['四总计', '四总计'],
    ['（四总计', '四总计'],
    ['（四 总计', '四总计'],
    ['其他（一）', '其他一'],
    ['', ''],
    ['（件）', '件'],
    ['二十一二、总计', '二十一二总计'],
  ])('%s has none', (text, plain) => expect(splitNumbering(text)).toEqual({ plain, numbering: null }));
});

test.each([
  ['总计', '总计', 1],
  ['', '', 1],
  ['', '总计', 0],
  ['总计', '', 0],
  ['总计', '合并', 0],
  // Twice the letters in common and in order, over the letters of both.
  ['合计', '总计', 0.5],
  ['总计', '计总', 0.5],
  ['结果', '结果纠正', 2 / 3],
  ['结果纠正', '结果', 2 / 3],
  ['其他结果', '其他处理结果', 0.8],
  ['一二三四', '三四一二', 0.5],
  ['甲乙丙丁戊', '甲丙戊', 0.75],
])('%j and %j are alike by %f', (one, other, alike) => {
  expect(similarity(one, other)).toBeCloseTo(alike, 12);
});
