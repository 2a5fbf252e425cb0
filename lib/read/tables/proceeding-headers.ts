/** The heads over the figures of table 4, whose row has no label: they tell where it stands, and where table 3 has ended. */
import { formLabels, headersFound, labelSet } from '../labels/similarity';
import { plainLabel } from '../labels/normalise';

const HEADS = labelSet(
  formLabels({
    upheld: ['结果维持', '维持'],
    corrected: ['结果纠正', '纠正'],
    other_result: ['其他结果'],
    pending: ['尚未审结', '未审结'],
    reconsideration: ['行政复议'],
    litigation: ['行政诉讼'],
    litigation_direct: ['未经复议直接起诉'],
    litigation_after_reconsideration: ['复议后起诉'],
    cut_result: ['结果'],
    cut_pending: ['尚未'],
  }),
);
/** Whether the texts before some figures are the heads of table 4: two of its results under one of its sides, or all four results. */
export function hasProceedingHeaders(heads: readonly string[]): boolean {
  const found = headersFound(heads, HEADS);
  const results = ['upheld', 'corrected', 'other_result', 'pending', 'cut_result', 'cut_pending'].filter(
    (head) => found.has(head),
  );
  const sides = [
    'reconsideration',
    'litigation',
    'litigation_direct',
    'litigation_after_reconsideration',
  ].filter((head) => found.has(head));
  return (
    (results.length >= 2 && (sides.length >= 1 || results.length >= 4)) ||
    (sides.length >= 2 && hasCutResults(heads))
  );
}

/** Columns narrower than their heads break all of these: 结果维 结果纠 其他结 尚未审 above 持 正 果 结. */
const CUT_RESULT = /结果维|结果纠|其他结|尚未审/gu;
const LEAST_CUT = 4;

const hasCutResults = (heads: readonly string[]): boolean =>
  (heads.map(plainLabel).join(' ').match(CUT_RESULT)?.length ?? 0) >= LEAST_CUT;

/** Whether some heads are those of 行政复议 alone and the others, further down, those of 行政诉讼. */
export function isLitigation(above: readonly string[], below: readonly string[]): boolean {
  const [first, second] = [headersFound(above, HEADS), headersFound(below, HEADS)];
  const suits = ['litigation_direct', 'litigation_after_reconsideration'];
  return (
    first.has('reconsideration') &&
    !suits.some((head) => first.has(head)) &&
    suits.every((head) => second.has(head))
  );
}
