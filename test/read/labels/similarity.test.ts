/** How well a run of texts says each label of the form: the penalties of pieces, numbers and cuts. */
import { describe, expect, test } from 'vitest';
import {
  type LabelSet,
  type LabelCandidate,
  formLabels,
  headersFound,
  labelScores,
  labelSet,
  labelCandidates,
} from '../../../lib/read/labels/similarity';

const way = (
  plain: string,
  penalty = 0,
  before: string | null = null,
  numbering: LabelCandidate['numbering'] = null,
): LabelCandidate => ({ plain, numbering, penalty, before });

const set = (labels: Record<string, readonly string[]>, numbers: Record<string, string> = {}): LabelSet =>
  labelSet(formLabels(labels, numbers));

/** The scores of some texts against labels that are their own ids. */
const scores = (texts: readonly string[], ...labels: string[]): number[] => [
  ...labelScores(labelCandidates(texts), set(Object.fromEntries(labels.map((label) => [label, [label]])))),
];

test('labels of the form are folded, each spelling once, with the number printed before it', () => {
  expect(formLabels({ other: ['其他', '3.其它', '其他处理'], total: ['总計'] }, { other: '（六）' })).toEqual(
    [
      { id: 'other', spellings: ['其他', '其他处理'], numbering: { set: 'bracket', value: 6 } },
      { id: 'total', spellings: ['总计'], numbering: null },
    ],
  );
});

describe('a run of texts', () => {
  const round = (labelCandidates: LabelCandidate[]): LabelCandidate[] =>
    labelCandidates.map((each) => ({ ...each, penalty: Math.round(each.penalty * 1000) / 1000 }));

  test('is its last piece, or its last two, three, four, each for a small price', () => {
    expect(round(labelCandidates(['一二三', '四五六', '七八九', '甲乙丙', '丁戊己']))).toEqual([
      way('丁戊己'),
      way('甲乙丙丁戊己', 0.02, '甲乙丙'),
      way('七八九甲乙丙丁戊己', 0.04, '七八九甲乙丙'),
      way('四五六七八九甲乙丙丁戊己', 0.06, '四五六七八九甲乙丙'),
    ]);
  });

  test('of no text says nothing', () => {
    expect(labelCandidates([])).toEqual([]);
    expect(labelCandidates(['', '——'])).toEqual([]);
  });

  test('ends in a piece too short to be a label by itself', () => {
    expect(round(labelCandidates(['本年新收', '（件）']))).toEqual([way('件'), way('本年新收件', 0.02)]);
    expect(round(labelCandidates(['本年新收', '数量']))).toEqual([way('数量'), way('本年新收数量', 0.02)]);
    expect(round(labelCandidates(['本年新收', '申请数']))).toEqual([
      way('申请数'),
      way('本年新收申请数', 0.02, '本年新收'),
    ]);
  });

  test('that ends in a number alone has its label elsewhere', () => {
    const numbering = { set: 'bracket', value: 7 } as const;
    expect(labelCandidates(['予以公开', '（七）'])).toEqual([way('', 0, null, numbering)]);
  });

  test('keeps its number', () => {
    expect(round(labelCandidates(['（三）不予公开', '1.属于国家秘密']))).toEqual([
      way('属于国家秘密', 0, null, { set: 'figure', value: 1 }),
      way('不予公开1属于国家秘密', 0.02, '不予公开', { set: 'bracket', value: 3 }),
    ]);
  });

  test('behind the labels of its blocks is the label behind its own number, for a price', () => {
    expect(round(labelCandidates(['（六）其他处理3.其他']))).toEqual([
      way('其他', 0.03, null, { set: 'figure', value: 3 }),
      way('其他处理3其他', 0, null, { set: 'bracket', value: 6 }),
    ]);
    expect(labelCandidates(['处理结果-（一）予以公开'])[0]).toEqual(
      way('予以公开', 0.03, null, { set: 'bracket', value: 1 }),
    );
    // A number of decimals, or one before any label, is no label's own.
    expect(labelCandidates(['共计3.5万件'])).toEqual([way('共计35万件')]);
    expect(labelCandidates(['共计1.3.5'])).toEqual([way('共计135')]);
    expect(labelCandidates(['abc3.其他'])).toEqual([way('abc3其他')]);
    expect(labelCandidates(['处理a3.其他'])).toEqual([way('处理a3其他')]);
    expect(labelCandidates(['处理3.'])).toEqual([way('处理3')]);
  });

  test('before a remark in brackets is the label without it', () => {
    expect(labelCandidates(['规章（由设区的市填写）'])).toEqual([
      way('规章', 0.03),
      way('规章由设区的市填写'),
    ]);
    expect(labelCandidates(['（一）规章（由设区的市填写）'])[0]).toEqual(
      way('规章', 0.03, null, { set: 'bracket', value: 1 }),
    );
    // Three letters are part of the label, and what goes on behind the bracket is.
    expect(labelCandidates(['规章（设区市）'])).toEqual([way('规章设区市')]);
    expect(labelCandidates(['规章（由设区的市填写）数'])).toEqual([way('规章由设区的市填写数')]);
    expect(labelCandidates(['abc（由设区的市填写）'])).toEqual([way('abc由设区的市填写')]);
    expect(labelCandidates(['（由设区的市填写）'])).toEqual([way('由设区的市填写')]);
  });

  test('has bounds: two hundred letters as printed, one hundred and twenty that say something', () => {
    expect(labelCandidates(['一'.repeat(120)]).length).toBe(1);
    expect(labelCandidates(['一'.repeat(121)])).toEqual([]);
    expect(labelCandidates([`一${'，'.repeat(199)}`]).length).toBe(1);
    expect(labelCandidates([`一${'，'.repeat(200)}`])).toEqual([]);
    expect(labelCandidates([`规章（${'，'.repeat(196)}）`]).length).toBe(2);
    expect(labelCandidates([`规章（${'，'.repeat(198)}）`])).toEqual([]);
    expect(labelCandidates(['，'.repeat(200), '规章']).length).toBe(1);
  });
});

describe('the score of a label', () => {
  test('is 1 to the letter, less a price for each piece before it', () => {
    expect(scores(['予以公开'], '予以公开', '总计')).toEqual([1, 0]);
    expect(scores(['数', '予以', '公开'], '数予以公开', '总计')[0]).toBeCloseTo(0.96, 12);
  });

  test('is the likeness of both, from 0.55 on', () => {
    // Twice the common letters over all letters: 2·3/8.
    expect(scores(['予以公示'], '予以公开')).toEqual([0.75]);
    // 2·2/8 is below what is of use, though letters are alike.
    expect(scores(['予以受理'], '予以公开')).toEqual([0.5]);
    // No more than 2·2/8 could be alike here: not computed.
    expect(scores(['予以'], '予以公开信息')).toEqual([0]);
    expect(scores(['予以公'], '予以公开信息')[0]).toBeCloseTo(6 / 9, 12);
  });

  test('is 0.95 where the label of four letters or more ends a longer text', () => {
    expect(scores(['本年办理结果予以公开'], '予以公开')).toEqual([0.95]);
    expect(scores(['本年总数'], '总数')).toEqual([4 / 6]);
    expect(scores(['不予以公开的'], '予以公开')).toEqual([0.8]);
  });

  test('is 0.8 at least where the text of four letters or more begins a longer label', () => {
    expect(scores(['没有现成'], '没有现成信息需要另行制作')).toEqual([0.8]);
    expect(scores(['没有现'], '没有现成信息需要另行制作')).toEqual([0]);
    expect(scores(['没有现成信息需要另行制'], '没有现成信息需要另行制作')[0]).toBeCloseTo(22 / 23, 12);
    expect(scores(['现成信息'], '没有现成信息需要另行制作')).toEqual([0]);
  });

  test('is 0 for what is another kind of it', () => {
    expect(scores(['其他规范性文件'], '规范性文件')).toEqual([0]);
    expect(scores(['本级其他规范性文件'], '规范性文件')).toEqual([0]);
    expect(scores(['其他规范性文件数'], '规范性文件')).toEqual([0]);
    expect(scores(['其他规范性文件'], '其他规范性文件')).toEqual([1]);
    expect(scores(['其他处理情况'], '其他处理')).toEqual([0.8]);
  });

  test('is that of its best spelling', () => {
    expect([...labelScores(labelCandidates(['合计']), set({ total: ['总计', '合计', '共计数'] }))]).toEqual([
      1,
    ]);
  });

  describe('under a number', () => {
    const numbered = set(
      { other: ['其他'], process: ['其他处理'], total: ['总计'], plain: ['其他办理'] },
      { other: '3.', process: '（六）', total: '（七）' },
    );
    const said = (text: string): number[] => [...labelScores(labelCandidates([text]), numbered)];

    test('of its own, or without one, is whole', () => {
      expect(said('3.其他')[0]).toBe(1);
      expect(said('其他')[0]).toBe(1);
      // The same value in another set is no other number.
      expect(said('（三）其他')[0]).toBe(1);
      expect(said('5.其他办理')[3]).toBe(1);
    });

    test('of another row of the same rank is nine tenths, of another rank six tenths', () => {
      expect(said('2.其他')[0]).toBeCloseTo(0.9, 12);
      expect(said('（六）其他')[0]).toBeCloseTo(0.6, 12);
      expect(said('（五）总计')[2]).toBeCloseTo(0.9, 12);
      expect(said('4.总计')[2]).toBeCloseTo(0.6, 12);
    });

    test('is not held against a text that goes on before the label', () => {
      expect(said('四、办理其他处理')[1]).toBe(0.95);
      const longer = set({ granted: ['予以公开'] }, { granted: '（一）' });
      expect([...labelScores(labelCandidates(['三、结果予以公开']), longer)]).toEqual([0.95]);
      expect([...labelScores(labelCandidates(['三、予以公开数']), longer)][0]).toBeCloseTo((8 / 9) * 0.6, 12);
    });

    test('alone is 0.7 for the row of that number and nothing for others', () => {
      expect(said('（七）')).toEqual([0, 0, 0.7, 0]);
      expect(said('七、')).toEqual([0, 0, 0, 0]);
      expect(said('7.')).toEqual([0, 0, 0, 0]);
      expect(said('（八）')).toEqual([0, 0, 0, 0]);
    });
  });

  test('does not go to a label that is better without the last piece', () => {
    // 予以公开 is the row before: the row's own label is the piece behind.
    expect(scores(['予以公开', '部分公开'], '予以公开', '部分公开')).toEqual([0.5, 1]);
    expect(scores(['予以公开', '的信息'], '予以公开', '予以公开的信息')[1]).toBeCloseTo(0.98, 12);
    expect(scores(['予以公开', '的信息'], '予以公开')).toEqual([0]);
    // As good with it as without: the last piece is part of the label.
    expect(scores(['公开', '予以公开'], '公开')).toEqual([4 / 6]);
  });

  test('comes out the same when it is asked again, for each label of the set', () => {
    const labels = set({ granted: ['予以公开'], total: ['总计'] }, { granted: '（一）', total: '（七）' });
    const ask = (text: string): number[] => [...labelScores(labelCandidates([text]), labels)];
    for (let round = 0; round < 2; round++)
      expect([
        ask('予以公开'),
        ask('（二）予以公开'),
        ask('2.予以公开'),
        ask('总计'),
        ask('（七）'),
        ask('（一）'),
      ]).toEqual([
        [1, 0],
        [0.9, 0],
        [0.6, 0],
        [0, 1],
        [0, 0.7],
        [0.7, 0],
      ]);
    expect(labels.known.size).toBe(6);
  });

  test('is remembered for twenty thousand texts, and then anew', () => {
    const labels = set({ total: ['总计'] });
    for (let i = 0; i < 20_000; i++) labels.known.set(`${i}`, new Float64Array([0.5]));
    expect([...labelScores([way('总计')], labels)]).toEqual([1]);
    expect(labels.known.size).toBe(1);
    for (let i = 0; i < 19_998; i++) labels.known.set(`${i}`, new Float64Array([0.5]));
    labelScores([way('合计')], labels);
    expect(labels.known.size).toBe(20_000);
  });

  test('of nothing is 0', () => {
    expect([...labelScores([], set({ total: ['总计'] }))]).toEqual([0]);
    expect([...labelScores([way('总计')], set({}))]).toEqual([]);
  });
});

describe('heads', () => {
  const headers = set({ natural: ['自然人'], organisation: ['法人或其他组织'], total: ['总计', '合计'] });
  const found = (...texts: string[]): string[] => [...headersFound(texts, headers)];

  test('are found each once, in any order and spelling', () => {
    expect(found('总　計', '自然人', '自然人', '说明')).toEqual(['natural', 'total']);
    expect(found('合计')).toEqual(['total']);
    expect(found('项目', '')).toEqual([]);
    expect(found()).toEqual([]);
  });

  test('may have one letter of seven wrong, not one of three', () => {
    // 2·6/13 is above 0.86, 2·6/14 = 0.857 is not.
    expect(found('法人或其他组')).toEqual(['organisation']);
    expect(found('法人或其他组合')).toEqual([]);
    expect(found('自然入')).toEqual([]);
  });

  test('of four letters and more may be broken over texts', () => {
    expect(found('法人或', '其他', '组织')).toEqual(['organisation']);
    expect(found('自然', '人')).toEqual([]);
    expect(found('法人或', '说明', '其他组织')).toEqual([]);
    const either = set({ organisation: ['法人或其他组织', '组织'] });
    expect([...headersFound(['法人或', '其他组织'], either)]).toEqual(['organisation']);
    const short = set({ four: ['商业企业'] });
    expect([...headersFound(['商业', '企业'], short)]).toEqual(['four']);
  });

  test('are not looked for in prose', () => {
    expect(found(`${'，'.repeat(57)}自然人`)).toEqual(['natural']);
    expect(found(`${'，'.repeat(58)}自然人`)).toEqual([]);
    expect(found(`${'一'.repeat(33)}法人或其他组织`)).toEqual(['organisation']);
    expect(found(`${'一'.repeat(34)}法人或其他组织`)).toEqual([]);
  });
});
