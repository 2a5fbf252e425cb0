/** Which row of a table each segment is: by likeness and order, what is doubtful returned apart. */
import { expect, test } from 'vitest';
import { alignRows } from '../../../lib/read/fit/align';
import { DOUBTFUL_SCORE } from '../../../lib/read/fit/thresholds';
import { formLabels, labelSet } from '../../../lib/read/labels/similarity';
import type { Segment } from '../../../lib/read/lines/segments';
import { segment } from '../tables';

/** Four labels of twenty letters, none in two of them, so that a text with n letters of one is n/20 like it. */
const LABELS: Record<string, string> = {
  sky: '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往',
  gold: '金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰',
  sea: '海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字',
  king: '推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道',
};
const FILLER = '赖及万方盖此身发四大五常恭惟鞠养岂敢毁伤';
const SET = labelSet(
  formLabels(Object.fromEntries(Object.entries(LABELS).map(([id, label]) => [id, [label]]))),
);

/** A row whose label has so many of the twenty letters of a label of the form. */
const like = (id: string, letters = 20): Segment =>
  segment((LABELS[id] ?? '').slice(20 - letters) + FILLER.slice(letters), '1');
const unlabelled = (): Segment => segment('', '1');
const stray = (): Segment => segment(FILLER, '1');

/** What becomes of each segment: `row`, `row?` without a label, `(row)` out of order, `[row]` repeated, `-` left. */
function fate(segments: readonly Segment[], set = SET): string {
  const { assigned, outOfOrder, repeated, left } = alignRows(segments, set);
  const words: string[] = [];
  for (const each of assigned) words[each.index] = each.unlabelled ? `${each.row}?` : each.row;
  for (const each of outOfOrder) words[each.index] = `(${each.row})`;
  for (const each of repeated) words[each.index] = `[${each.row}]`;
  for (const each of left) words[each.index] = '-';
  for (const each of [...assigned, ...outOfOrder, ...repeated, ...left])
    expect(each.segment).toBe(segments[each.index]);
  expect(assigned.length + outOfOrder.length + repeated.length + left.length).toBe(segments.length);
  return words.join(' ');
}

test.each([
  [
    'rows in the order of the form',
    [like('sky'), like('gold'), like('sea'), like('king')],
    'sky gold sea king',
  ],
  ['a row of the form that is not there', [like('gold'), like('king')], 'gold king'],
  ['a row that the form does not have', [like('sky'), stray(), like('gold')], 'sky - gold'],
  ['rows before and after the form', [stray(), stray(), like('sea'), stray()], '- - sea -'],
  ['a row of the form said twice', [like('sky'), like('sky'), like('gold')], 'sky [sky] gold'],
  ['a row out of order', [like('sky'), like('king'), like('gold'), like('sea')], 'sky (king) gold sea'],
  [
    'a row out of order, printed twice',
    [like('king'), like('gold'), like('sea'), like('king')],
    '[king] gold sea king',
  ],
  [
    'two of a row out of order',
    [like('king'), like('king'), like('sky'), like('gold'), like('sea')],
    '(king) [king] sky gold sea',
  ],
  ['a lost label', [like('sky'), unlabelled(), like('sea')], 'sky gold? sea'],
  ['a row without a label where the form has none', [like('sky'), unlabelled(), like('gold')], 'sky - gold'],
  [
    'more rows without a label than places',
    [like('sky'), unlabelled(), unlabelled(), like('sea')],
    'sky gold? - sea',
  ],
  [
    'rows without a label before and after',
    [unlabelled(), like('gold'), like('sea'), unlabelled()],
    'sky? gold sea king?',
  ],
  ['no rows', [], ''],
  ['no row of the form', [stray(), stray()], '- -'],
])('%s', (_name, segments, expected) => expect(fate(segments)).toBe(expected));

test('a table without labels takes no row', () => {
  expect(fate([like('sky'), unlabelled()], labelSet([]))).toBe('- -');
});

test.each([
  [11, '-'],
  [12, 'gold'],
  [15, 'gold'],
])('a label with %i of 20 letters in its place is %s', (letters, expected) => {
  expect(fate([like('sky'), like('gold', letters), like('sea')])).toBe(`sky ${expected} sea`);
});

test.each([
  [16, '-'],
  [17, '(king)'],
  [18, '(king)'],
])('a label with %i of 20 letters out of its order is %s', (letters, expected) => {
  expect(fate([like('sky'), like('king', letters), like('gold'), like('sea')])).toBe(
    `sky ${expected} gold sea`,
  );
});

test.each([
  [16, '-'],
  [17, '[sky]'],
])('a label with %i of 20 letters of a row that is taken is %s', (letters, expected) => {
  expect(fate([like('sky'), like('sky', letters), like('gold')])).toBe(`sky ${expected} gold`);
});

test('three quarters of a label leave no doubt, less does', () => {
  const scoreOf = (letters: number): number | undefined =>
    alignRows([like('sky', letters)], SET).assigned[0]?.score;
  expect(scoreOf(20)).toBe(1);
  expect(scoreOf(15)).toBe(0.75);
  expect([scoreOf(15), scoreOf(14)].map((score) => (score ?? 0) < DOUBTFUL_SCORE)).toEqual([false, true]);
});

test('a score out of order is that of the row named', () => {
  const { outOfOrder, repeated } = alignRows(
    [like('king', 18), like('sky'), like('gold'), like('gold', 19)],
    SET,
  );
  expect(outOfOrder.map(({ row, score, unlabelled: isBare }) => [row, score, isBare])).toEqual([
    ['king', 0.9, false],
  ]);
  expect(repeated.map(({ row, score, unlabelled: isBare }) => [row, score, isBare])).toEqual([
    ['gold', 0.95, false],
  ]);
});

test('more likeness in all weighs more than one row in full', () => {
  // 0.9 + 0.9 in order outweighs the one whole label out of order.
  expect(fate([like('sea'), like('sky', 18), like('gold', 18)])).toBe('(sea) sky gold');
  expect(fate([like('sea'), like('sky', 12)])).toBe('sea -');
});

test('a row without a label counts for something, less than any label', () => {
  // Two labels alike: the row with the label is the later one where that gives the row before it a place.
  const twins = labelSet(
    formLabels({
      first: [LABELS.sky ?? ''],
      second: [`${(LABELS.sky ?? '').slice(0, 18)}金玉`],
      last: [LABELS.sea ?? ''],
    }),
  );
  expect(fate([unlabelled(), like('sky'), like('sea')], twins)).toBe('first? second last');
  const [bare] = alignRows([unlabelled(), like('gold')], SET).assigned;
  expect(bare?.row).toBe('sky');
  expect(bare?.score).toBeGreaterThan(0);
  expect(bare?.score).toBeLessThan(0.6);
  // A label in doubt is not given up for a row without one.
  expect(fate([unlabelled(), like('sky', 12)])).toBe('- sky');
});
