/** The headers over the figures of table 4, whose row has no label: they tell where it stands, and where table 3 has ended. */
import { BROKEN_RESULTS, OTHER_HEADERS, PROCEEDING_SIGNS } from '../../form/labels';
import { formLabels, headersFound, labelSet } from '../labels/similarity';
import { plainLabel } from '../labels/normalise';

const HEADERS = labelSet(formLabels(PROCEEDING_SIGNS));

/** Whether the texts before some figures are the headers of table 4: two of its results under one of its sides, or all four results. */
export function hasProceedingHeaders(headers: readonly string[]): boolean {
  const found = headersFound(headers, HEADERS);
  const results = ['upheld', 'corrected', 'other_result', 'pending', 'cut_result', 'cut_pending'].filter(
    (header) => found.has(header),
  );
  const sides = [
    'reconsideration',
    'litigation',
    'litigation_direct',
    'litigation_after_reconsideration',
  ].filter((header) => found.has(header));
  return (
    (results.length >= 2 && (sides.length >= 1 || results.length >= 4)) ||
    (sides.length >= 2 && hasCutResults(headers))
  );
}

/** Whether a text is the heading over table 4: 四、政府信息公开行政复议、行政诉讼情况. */
export const isProceedingHeading = (text: string): boolean => {
  const plain = plainLabel(text);
  return (
    plain.length <= LONGEST_HEADING &&
    OTHER_HEADERS.reconsideration.some((header) => plain.includes(header)) &&
    OTHER_HEADERS.litigation.some((header) => plain.includes(header))
  );
};
/** 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况 has 25 letters; a sentence about both is longer. */
const LONGEST_HEADING = 30;

/** Columns narrower than their headers break all of these: 结果维 结果纠 其他结 尚未审 above 持 正 果 结. */
const CUT_RESULT = new RegExp(BROKEN_RESULTS.join('|'), 'gu');

const hasCutResults = (headers: readonly string[]): boolean =>
  (headers.map(plainLabel).join(' ').match(CUT_RESULT)?.length ?? 0) >= BROKEN_RESULTS.length;

/** Whether some headers are those of 行政复议 alone and the others, further down, those of 行政诉讼. */
export function isLitigation(above: readonly string[], below: readonly string[]): boolean {
  const [first, second] = [headersFound(above, HEADERS), headersFound(below, HEADERS)];
  const suits = ['litigation_direct', 'litigation_after_reconsideration'];
  return (
    first.has('reconsideration') &&
    !suits.some((header) => first.has(header)) &&
    suits.every((header) => second.has(header))
  );
}
