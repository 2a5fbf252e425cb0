/** Rows of tokens as segments: the texts that may be a row's label, its values, and the headers that stand before it. */
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../lib/place';
import { type Segment, type Vocabulary, splitSegments } from '../../../lib/read/lines/segments';
import { type PhysicalRow, columnSet } from '../../../lib/read/lines/tokens';
import { cellsAt, shown, tokenOf, tokensOf } from '../rows';

/** A small form: how well a text says one of its labels. */
const SCORES: Record<string, number> = {
  规章: 1,
  文件: 1,
  总计: 1,
  // A label in two pieces, the second a fair label by itself.
  没有现成信息: 0.8,
  需要另行制作: 0.5,
  没有现成信息需要另行制作: 1,
  补正后申请: 0.8,
  申请内容不明: 0.8,
  补正后申请申请内容不明: 1,
};
const HEADERS = new Set(['自然人', '商业企业', '总计']);

const vocabulary = (more: Record<string, number> = {}): Vocabulary => {
  const labelScore = (text: string) => more[text] ?? SCORES[text] ?? 0;
  return { labelScore, isLabel: (text) => labelScore(text) >= 0.78, isHeader: (text) => HEADERS.has(text) };
};

const grid =
  (number: number) =>
  (...texts: string[]): PhysicalRow => ({
    tokens: cellsAt(0, ...texts),
    solid: true,
    grid: number,
    columns: columnSet('grid', number),
    width: texts.length,
  });
const cells = grid(0);
const later = grid(1);
/** A line of label and figures, and a line of one cell. */
const side = (...texts: string[]): PhysicalRow => ({
  tokens: tokensOf(...texts),
  solid: true,
  grid: null,
  columns: null,
  width: 0,
});
const loose = (...texts: string[]): PhysicalRow => ({ ...side(...texts), solid: false });

const split = (rows: readonly PhysicalRow[], more: Record<string, number> = {}): Segment[] =>
  splitSegments(rows, vocabulary(more));
/** Label pieces and values of each segment. */
const told = (rows: readonly PhysicalRow[], more: Record<string, number> = {}): string[] =>
  split(rows, more).map(({ labels, values }) => `${labels.join(' + ')} = ${shown(values)}`);

describe('a row of a grid', () => {
  test('has its label before its figures, and the heads above', () => {
    const rows = [
      cells('项目', '自然人', '商业企业'),
      cells('', '数量', '数量'),
      cells('规章', '1', ''),
      cells('文件', '2', '3'),
    ];
    const [first, second] = split(rows);
    expect(told(rows)).toEqual(['规章 = 1 …', '文件 = 2 3']);
    expect(first).toMatchObject({
      headers: ['项目', '自然人', '商业企业', '数量', '数量', '规章'],
      solid: true,
      columns: columnSet('grid', 0),
      headerWidth: 3,
      isBeside: true,
      at: { line: 1 },
    });
    expect(first?.labelCandidates.map(({ plain }) => plain)).toEqual(['规章']);
    expect(first?.headerCells).toEqual([...(rows[0]?.tokens ?? []), ...(rows[1]?.tokens ?? [])]);
    expect(second).toMatchObject({ headers: ['文件'], headerWidth: 0 });
    expect(second?.headerCells).toEqual(first?.headerCells);
  });

  test('stands where its first value does', () => {
    const row = cells('规章', '1', '2');
    const tokens = row.tokens.map((token, cell): typeof token => ({
      ...token,
      at: { table: 1, row: 4, cell },
    }));
    expect(split([{ ...row, tokens }])[0]?.at).toEqual({ table: 1, row: 4, cell: 1 });
  });

  test('has the heads of its own table alone, those last met', () => {
    const rows = [
      cells('项目', '自然人', '商业企业'),
      cells('规章', '1', '2'),
      cells('类型', '商业企业', '自然人'),
      cells('文件', '3', '4'),
      later('总计', '5', '6'),
      later('说明', '自然人', '商业企业', '自然人'),
      later('文件', '7', '8'),
    ];
    expect(
      split(rows).map(({ headerCells, headerWidth }) => [
        headerCells.map(({ text }) => text).join(),
        headerWidth,
      ]),
    ).toEqual([
      ['项目,自然人,商业企业', 3],
      ['类型,商业企业,自然人', 3],
      ['', 0],
      ['说明,自然人,商业企业,自然人', 4],
    ]);
  });

  test('gathers heads of one table in succession, not those of two', () => {
    const rows = [
      cells('项目', '自然人', '商业企业'),
      later('类型', '商业企业', '自然人'),
      later('规章', '1', '2'),
    ];
    expect(split(rows)[0]?.headerCells.map(({ text }) => text)).toEqual(['类型', '商业企业', '自然人']);
    const lines = [
      cells('项目', '自然人', '商业企业'),
      side('类型', '商业企业', '自然人'),
      cells('规章', '1', '2'),
    ];
    expect(split(lines)[0]?.headerCells).toEqual([]);
    expect(split([side('类型', '商业企业', '自然人'), side('规章', '1', '2')])[0]?.headerCells).toEqual([]);
  });

  test.each<[string, string[], string]>([
    ['a label of a block stands before the label', ['结果', '规章', '0', '1'], '结果 + 规章 = 0 1'],
    ['blanks stand before the label', ['', '', '说明', '0', '1'], '说明 = 0 1'],
    ['no label is known', ['说明', '其二', '', '5'], '说明 + 其二 = … 5'],
    ['a text stands behind a known label', ['规章', '说明', '0'], '规章 = “说明” 0'],
    ['a label stands behind the first figure', ['规章', '0', '文件', '1'], '规章 = 0 “文件” 1'],
    ['it stands behind a figure', ['说明', '0', '文件', '1'], '说明 = 0 “文件” 1'],
    ['there is none', ['', '0', '1'], ' = … 0 1'],
    ['there are figures alone', ['0', '1'], ' = 0 1'],
    ['a number stands before the label', ['1', '规章', '0', '3'], '规章 = 0 3'],
    ['a blank stands between them', ['1', '', '规章', '5'], '规章 = 5'],
    ['a number stands before a head', ['1', '自然人', '5'], '自然人 = 5'],
    ['a number stands before another text', ['1', '说明', '5'], ' = 1 “说明” 5'],
    ['two numbers stand before the label', ['1', '2', '规章', '5'], ' = 1 2 “规章” 5'],
    ['five pieces of label do', ['甲', '乙', '丙', '丁', '规章', '5'], '乙 + 丙 + 丁 + 规章 = 5'],
  ])('where %s', (_name, texts, expected) => expect(told([cells(...texts)])).toEqual([expected]));

  test('of blanks is one under a known label alone', () => {
    expect(told([cells('规章', '', '')])).toEqual(['规章 = … …']);
    expect(told([cells('说明', '', '')])).toEqual([]);
    expect(told([cells('', '', '')])).toEqual([]);
    expect(told([cells('规章', '~', '~')])).toEqual([]);
    expect(told([cells('规章', '~', '?')])).toEqual(['规章 = …~ …?']);
  });

  test('is a row of heads where heads stand in it and no figure', () => {
    const rows = [cells('规章', '自然人', ''), cells('自然人', '总计', ''), cells('文件', '1', '2')];
    expect(told(rows)).toEqual(['文件 = 1 2']);
    expect(split(rows)[0]?.headers).toEqual(['规章', '自然人', '自然人', '总计', '文件']);
    // 总计 is a row's label too: beside no other header it is one.
    expect(told([cells('总计', '', '')])).toEqual(['总计 = … …']);
    expect(told([cells('规章', '说明', '')])).toEqual(['规章 = “说明” …']);
    expect(told([cells('自然人', '总计', '5', '6')])).toEqual(['自然人 + 总计 = 5 6']);
  });
});

describe('a label wrapped into a second row', () => {
  const FIRST = '没有现成信息';
  const SECOND = '需要另行制作';

  test('is one with it, where blanks stand beside the first piece and figures beside the second', () => {
    const rows = [
      cells('说明', '自然人', '商业企业'),
      cells(FIRST, '', ''),
      cells(SECOND, '1', '2'),
      cells('规章', '3', '4'),
    ];
    expect(told(rows)).toEqual([`${FIRST} + ${SECOND} = 1 2`, '规章 = 3 4']);
    expect(split(rows)[0]).toMatchObject({
      headers: ['说明', '自然人', '商业企业', FIRST, SECOND],
      columns: columnSet('grid', 0),
    });
  });

  test.each<[string, Record<string, number>]>([
    ['the second is a label by itself', { [SECOND]: 0.9 }],
    ['both together are no sure label', { [FIRST + SECOND]: 0.89 }],
    ['the first alone is as good', { [FIRST]: 1 }],
  ])('is two rows where %s', (_name, scores) => {
    expect(told([cells(FIRST, '', ''), cells(SECOND, '1', '2')], scores)).toEqual([
      `${FIRST} = … …`,
      `${SECOND} = 1 2`,
    ]);
  });

  test('is one up to those bounds', () => {
    for (const scores of [{ [SECOND]: 0.89 }, { [FIRST + SECOND]: 0.9 }, { [FIRST]: 0.99 }])
      expect(told([cells(FIRST, '', ''), cells(SECOND, '1', '2')], scores)).toEqual([
        `${FIRST} + ${SECOND} = 1 2`,
      ]);
  });

  test('is two rows where both have figures, or neither, or no columns are known', () => {
    expect(told([cells(FIRST, '1', '2'), cells(SECOND, '1', '2')]).length).toBe(2);
    expect(told([side(FIRST, '', ''), side(SECOND, '1', '2')]).length).toBe(2);
    expect(told([cells(FIRST, '', ''), cells('', '1', '2')]).length).toBe(2);
    expect(told([loose(FIRST), loose(''), cells(SECOND, '1', '2')]).length).toBe(2);
  });

  describe('by a page', () => {
    const ONE = '补正后申请';
    const OTHER = '申请内容不明';

    test('is one with it, though the second piece is a fair label, and has the figures of the first', () => {
      const rows = [cells(ONE, '1', '2'), later(OTHER, '', ''), later('规章', '3', '4')];
      expect(told(rows)).toEqual([`${ONE} + ${OTHER} = 1 2`, '规章 = 3 4']);
      expect(split(rows)[0]).toMatchObject({ columns: columnSet('grid', 0), headers: [ONE, OTHER] });
    });

    test('is one up to the bounds', () => {
      for (const scores of [{ [ONE + OTHER]: 0.9 }, { [ONE]: 0.99 }, { [OTHER]: 1 }])
        expect(told([cells(ONE, '1', '2'), later(OTHER, '', '')], scores)).toEqual([
          `${ONE} + ${OTHER} = 1 2`,
        ]);
    });

    test.each<[string, Record<string, number>]>([
      ['both together are no sure label', { [ONE + OTHER]: 0.89 }],
      ['the first alone is as good', { [ONE]: 1 }],
      ['the second alone is better', { [OTHER]: 1, [ONE + OTHER]: 0.95 }],
    ])('is two rows where %s', (_name, scores) => {
      expect(told([cells(ONE, '1', '2'), later(OTHER, '', '')], scores)).toEqual([
        `${ONE} = 1 2`,
        `${OTHER} = … …`,
      ]);
    });

    test('is two rows in one table, and where the second has a number of its own or figures', () => {
      expect(told([cells(ONE, '1', '2'), cells(OTHER, '', '')]).length).toBe(2);
      expect(told([cells(ONE, '1', '2'), later(OTHER, '3', '')]).length).toBe(2);
      const numbered = `（二）${OTHER}`;
      expect(
        told([cells(ONE, '1', '2'), later(numbered, '', '')], { [numbered]: 0.8, [ONE + numbered]: 1 })
          .length,
      ).toBe(2);
      expect(told([cells('', '1', '2'), later(OTHER, '', '')], { [OTHER]: 0.95 }).length).toBe(2);
      expect(told([cells(ONE, '1', '2'), { ...later(OTHER, '', ''), columns: null }]).length).toBe(2);
    });
  });
});

describe('lines of text', () => {
  test('have as label what stands before the figures, on the line and above', () => {
    const rows = [loose('三、收到'), side('规章', '0', '3'), side('文件', '1', '2')];
    expect(told(rows)).toEqual(['三、收到 + 规章 = 0 3', '文件 = 1 2']);
    expect(split(rows).map(({ solid, isBeside, columns }) => [solid, isBeside, columns])).toEqual([
      [true, true, null],
      [true, true, null],
    ]);
  });

  test('of a cell each are a label and the values up to the next text', () => {
    const rows = [
      loose('说明'),
      loose('规章'),
      loose('0'),
      loose('?'),
      loose('3', '4'),
      loose('文件', '1'),
      loose('2'),
    ];
    expect(told(rows)).toEqual(['说明 + 规章 = 0 …? 3 4', '文件 = 1 2']);
    expect(
      split(rows).map(({ solid, isBeside, columns, headerCells, headerWidth }) => [
        solid,
        isBeside,
        columns,
        headerCells,
        headerWidth,
      ]),
    ).toEqual([
      [false, false, null, [], 0],
      [false, true, null, [], 0],
    ]);
    expect(split(rows).map(({ headers }) => headers)).toEqual([['说明', '规章'], ['文件']]);
  });

  test('that are blank belong to what stands around them, but under a known label', () => {
    const rows = [loose('说明'), loose('?'), loose('规章'), loose('1')];
    expect(told(rows)).toEqual(['规章 = 1'].map(() => '说明 + 规章 = 1'));
    expect(told([loose('规章'), loose('?'), loose('文件'), loose('1')])).toEqual(['规章 = …?', '文件 = 1']);
    expect(told([loose('规章'), loose('~'), loose('文件'), loose('1')])).toEqual(['规章 + 文件 = 1']);
    expect(told([loose('自然人'), loose('总计'), loose('?'), loose('文件'), loose('1')])).toEqual([
      '自然人 + 总计 = …?',
      '文件 = 1',
    ]);
  });

  test('keep four texts as the label and all as heads, and count a row of heads before them', () => {
    const rows = [
      cells('项目', '自然人', '商业企业'),
      ...[...'甲乙丙丁戊'].map((text) => loose(text)),
      loose('5'),
      loose('己'),
      loose('6'),
    ];
    expect(told(rows)).toEqual(['乙 + 丙 + 丁 + 戊 = 5', '己 = 6']);
    expect(split(rows).map(({ headers, headerWidth }) => [headers.length, headerWidth])).toEqual([
      [8, 3],
      [1, 0],
    ]);
  });

  test('end where a grid begins, and begin anew behind it', () => {
    const rows = [loose('规章'), loose('1'), cells('文件', '2', '3'), loose('总计'), loose('4')];
    expect(told(rows)).toEqual(['规章 = 1', '文件 = 2 3', '总计 = 4']);
    expect(split(rows)[2]?.headers).toEqual(['总计']);
  });
});

describe('a label that goes on below its figures', () => {
  const tails = (scores: Record<string, number>, ...texts: string[]): string[] =>
    told([side('甲', '1', '2'), ...texts.map((text) => loose(text)), side('丙', '3', '4')], {
      丙: 1,
      ...scores,
    });

  test('is one with the text at the beginning of the next row', () => {
    expect(tails({ 甲: 0.5, 甲乙: 0.9 }, '乙')).toEqual(['甲乙 = 1 2', '丙 = 3 4']);
    expect(tails({ 甲: 0.5, 甲乙: 0.9, 甲乙丁: 1 }, '乙', '丁')).toEqual(['甲乙丁 = 1 2', '丙 = 3 4']);
    const [first, second] = split([side('甲', '1', '2'), loose('乙'), side('丙', '3', '4')], {
      甲: 0.5,
      甲乙: 0.9,
    });
    expect([first?.labelCandidates[0]?.plain, second?.headers]).toEqual(['甲乙', ['丙']]);
  });

  test('is left alone where both together are no better', () => {
    for (const scores of [
      { 甲: 0.5, 甲乙: 0.89 },
      { 甲: 0.9, 甲乙: 0.9 },
      { 甲: 0.5, 乙: 0.93, 甲乙: 0.92 },
    ])
      expect(tails(scores, '乙')).toEqual(['甲 = 1 2', '乙 + 丙 = 3 4']);
    expect(tails({ 甲: 0.5, '甲（二）乙': 1 }, '（二）乙')).toEqual(['甲 = 1 2', '（二）乙 + 丙 = 3 4']);
  });

  test('is not taken from the next row whose label that text is, unless it completes this one', () => {
    const next = (scores: Record<string, number>, ...texts: string[]): boolean =>
      tails(scores, ...texts)[0] === '甲乙 = 1 2';
    expect(next({ 甲: 0.5, 乙: 0.94, 甲乙: 0.96 }, '乙')).toBe(true);
    expect(next({ 甲: 0.5, 乙: 0.95, 甲乙: 0.96 }, '乙')).toBe(false);
    expect(next({ 甲: 0.5, 乙: 0.97, 甲乙: 1 }, '乙')).toBe(true);
    expect(next({ 甲: 0.5, 乙: 1, 甲乙: 1 }, '乙')).toBe(false);
    expect(next({ 甲: 0.5, 乙: 1, 甲乙: 1 }, '乙', '丁')).toBe(false);
    expect(next({ 甲: 0.5, 乙: 1, 甲乙: 1 }, '乙', '（二）丁')).toBe(true);
    expect(told([side('甲', '1', '2'), loose('乙'), loose('5')], { 甲: 0.5, 乙: 1, 甲乙: 1 })[0]).toBe(
      '甲 = 1 2',
    );
  });

  test('is one with a text that closes its bracket', () => {
    const read = (own: string, tail: string): string | undefined =>
      told([side(own, '1', '2'), loose(tail), side('丙', '3', '4')], {
        [own]: 0.5,
        [tail]: 0.96,
        [own + tail]: 0.97,
      })[0];
    expect(read('（七', '）甲')).toBe('（七）甲 = 1 2');
    expect(read('(甲', ')乙')).toBe('(甲)乙 = 1 2');
    expect(read('（甲）乙', '）丁')).toBe('（甲）乙 = 1 2');
    expect(read('甲（乙', '）丁')).toBe('甲（乙 = 1 2');
    expect(read('（甲', '乙）')).toBe('（甲 = 1 2');
  });

  test('goes on in lines of text alone', () => {
    const scores = { 甲: 0.5, 甲乙: 0.9, 丙: 1 };
    expect(told([cells('甲', '1', '2'), loose('乙'), cells('丙', '3', '4')], scores)[0]).toBe('甲 = 1 2');
    expect(told([loose('甲'), loose('1'), loose('乙'), side('丙', '3', '4')], scores)[0]).toBe('甲 = 1');
    expect(told([side('甲', '1', '2')], scores)).toEqual(['甲 = 1 2']);
    expect(told([side('', '1', '2'), side('丙', '3', '4')], { ...scores, undefined丙: 1 })[1]).toBe(
      '丙 = 3 4',
    );
  });
});

describe('a label with its figures stuck to it', () => {
  const pieces = (text: string, at: Place = { line: 3, column: 5 }) =>
    split([{ ...loose(), tokens: [tokenOf(text, { at })] }], { '规章）': 1, '规章(1)': 1, 第: 1 }).map(
      ({ labels, values }) => [labels, values.map((value) => [value.kind, value.text, value.at])],
    );

  test('is two tokens, each where it stands', () => {
    expect(pieces('规章000')).toEqual([[['规章'], [['value', '000', { line: 3, column: 7 }]]]]);
    expect(pieces('规章０００')).toEqual([[['规章'], [['value', '０００', { line: 3, column: 7 }]]]]);
    expect(pieces('规章）15')).toEqual([[['规章）'], [['value', '15', { line: 3, column: 8 }]]]]);
    expect(pieces('规章(1)15')).toEqual([[['规章(1)'], [['value', '15', { line: 3, column: 10 }]]]]);
    expect(pieces('规章5', { table: 1, row: 2 })).toEqual([
      [['规章'], [['value', '5', { table: 1, row: 2 }]]],
    ]);
  });

  test('is one where no label of the form stands before the figures', () => {
    for (const text of ['说明000', '规章1.5', '规章5件', '规章 5', 'abc5']) expect(pieces(text)).toEqual([]);
  });

  test('may be a cell of a grid', () => {
    expect(told([cells('规章0', '3', '5')])).toEqual(['规章 = 0 3 5']);
    expect(told([cells('规章', '0', '5')])).toEqual(['规章 = 0 5']);
  });
});
