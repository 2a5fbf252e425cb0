/** The heads over the figures of table 4, whose row has no label: they tell where it stands, and where table 3 has ended. */
import { formLabels, headsFound, labelSet } from './match';

const HEADS = labelSet(
  formLabels({
    upheld: ['结果维持', '维持'],
    corrected: ['结果纠正', '纠正'],
    other_result: ['其他结果'],
    pending: ['尚未审结', '未审结'],
    total: ['总计', '合计'],
    reconsideration: ['行政复议'],
    litigation: ['行政诉讼'],
    litigation_direct: ['未经复议直接起诉'],
    litigation_after_reconsideration: ['复议后起诉'],
    cut_result: ['结果'],
    cut_other: ['其他'],
    cut_pending: ['尚未'],
  }),
);
/** Whether the texts before some figures are the heads of table 4: two of its results under one of its sides, or all four results. */
export function hasProceedingHeads(heads: readonly string[]): boolean {
  const found = headsFound(heads, HEADS);
  const results = ['upheld', 'corrected', 'other_result', 'pending', 'cut_result', 'cut_pending'].filter(
    (head) => found.has(head),
  );
  const sides = [
    'reconsideration',
    'litigation',
    'litigation_direct',
    'litigation_after_reconsideration',
  ].filter((head) => found.has(head));
  return results.length >= 2 && (sides.length >= 1 || results.length >= 4);
}
