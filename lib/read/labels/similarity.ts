/** Which label of the form a run of texts is: the likeness of its last pieces to every known spelling. */
import { ORDINAL_NUMERALS } from '../../han-numerals';
import {
  HEADER_SCORE,
  LEAST_LIKENESS,
  NUMBER_ALONE,
  NUMBER_NEAR,
  NUMBER_OFF,
  CUT_SCORE,
  END_SCORE,
  PART_PENALTY,
  PIECE_PENALTY,
} from '../fit/thresholds';
import { foldText, plainLabel } from './normalise';
import { type Numbering, splitNumbering } from './numbering';

/** A form label: its id, its spellings, folded once, and the number that the form prints before it. */
export type FormLabel = { id: string; spellings: string[]; numbering: Numbering | null };

/** Labels in the order of the form, with the scores of texts met before: reports repeat the same few hundred texts. */
export type LabelSet = { labels: readonly FormLabel[]; known: Map<string, Float64Array> };

/** How many texts a label set remembers before it starts anew; a bound for runs over many odd files. */
const MOST_KNOWN = 20_000;

/** Labels in the order of the form, folded for comparison; `numbers` as the form prints them before a label. */
export function formLabels(
  labels: Record<string, readonly string[]>,
  numbers: Record<string, string> = {},
): FormLabel[] {
  return Object.entries(labels).map(([id, spellings]) => ({
    id,
    spellings: [...new Set(spellings.map((spelling) => splitNumbering(spelling).plain))],
    numbering: splitNumbering(numbers[id] ?? '').numbering,
  }));
}

/** A label set to score texts against. */
export const labelSet = (labels: readonly FormLabel[]): LabelSet => ({ labels, known: new Map() });

/** A way to read a run of texts as one label: its last piece, its last two joined, … each with a small penalty. */
export type LabelCandidate = {
  plain: string;
  numbering: Numbering | null;
  penalty: number;
  /** The same without the last piece; null where that piece is too short to be another label, or there is no other. */
  before: string | null;
};

/** A piece shorter than this ends a label ((件), 数量) and is none by itself. */
const LEAST_LABEL = 3;

/** The ways to read a run of texts as one label. A last piece that is a number alone has its label after the figures. */
export function labelCandidates(texts: readonly string[]): LabelCandidate[] {
  const own = splitNumbering(texts.at(-1) ?? '');
  if (own.plain === '' && own.numbering) return [{ ...own, penalty: 0, before: null }];
  const candidates: LabelCandidate[] = partCandidates(texts.at(-1) ?? '');
  for (let take = 1; take <= Math.min(4, texts.length); take++) {
    const joined = texts.slice(-take).join('');
    if (joined.length > 200) break;
    const split = splitNumbering(joined);
    const before =
      own.plain.length < LEAST_LABEL ? '' : splitNumbering(texts.slice(-take, -1).join('')).plain;
    if (split.plain.length > 0 && split.plain.length <= 120)
      candidates.push({
        ...split,
        penalty: PIECE_PENALTY * (take - 1),
        before: before === '' ? null : before,
      });
  }
  return candidates;
}

/** A label's own number behind the labels of the blocks it stands in: (六)其他处理3.其他. */
const INNER_NUMBER = new RegExp(
  `^.*\\p{Script=Han}[^\\p{L}\\p{N}]*?((?:\\([${ORDINAL_NUMERALS}]{1,2}\\)|(?<![\\d.])\\d[.、](?!\\d)).+)$`,
  'u',
);
/** A remark in brackets that ends a label: 规章(设区的市、自治州人民政府应提供相关数据). */
const REMARK = new RegExp(
  `^((?:\\([${ORDINAL_NUMERALS}]{1,2}\\))?[^(]*\\p{Script=Han}[^(]*)\\(.{4,}\\)$`,
  'u',
);

/** A label without the labels of the blocks it stands in, and without the remark after it. */
function partCandidates(text: string): LabelCandidate[] {
  if (text.length > 200) return [];
  const folded = foldText(text);
  return [INNER_NUMBER, REMARK].flatMap((pattern) => {
    const own = splitNumbering(pattern.exec(folded)?.[1] ?? '');
    return own.plain === '' ? [] : [{ ...own, penalty: PART_PENALTY, before: null }];
  });
}

/** How well a run of texts says each label of the set, in its order: 0 to 1. */
export function labelScores(candidates: readonly LabelCandidate[], set: LabelSet): Float64Array {
  const best = new Float64Array(set.labels.length);
  for (const candidate of candidates) {
    const scores = scoresOf(candidate, set);
    const before =
      candidate.before === null ? null : scoresOf({ plain: candidate.before, numbering: null }, set);
    for (let i = 0; i < best.length; i++) {
      // A label that is better without the last piece is another row's: the row's own label is that piece.
      if (before && (before[i] as number) > (scores[i] as number)) continue;
      best[i] = Math.max(best[i] as number, (scores[i] as number) - candidate.penalty);
    }
  }
  return best;
}

function scoresOf(candidate: Pick<LabelCandidate, 'plain' | 'numbering'>, set: LabelSet): Float64Array {
  const key = `${candidate.numbering?.set}${candidate.numbering?.value} ${candidate.plain}`;
  const before = set.known.get(key);
  if (before) return before;
  if (set.known.size >= MOST_KNOWN) set.known.clear();
  const scores = Float64Array.from(set.labels, (label) => labelScore(candidate, label));
  set.known.set(key, scores);
  return scores;
}

function labelScore(
  { plain, numbering }: Pick<LabelCandidate, 'plain' | 'numbering'>,
  label: FormLabel,
): number {
  const sameNumber = label.numbering?.set === numbering?.set && label.numbering?.value === numbering?.value;
  if (plain === '') return sameNumber ? NUMBER_ALONE : 0;
  return Math.max(
    ...label.spellings.map((spelling) => {
      const score = spellingScore(plain, spelling);
      const isOther =
        numbering !== null &&
        label.numbering !== null &&
        numbering.value !== label.numbering.value &&
        !(plain.length > spelling.length && plain.endsWith(spelling));
      if (!isOther) return score;
      return score * (numbering.set === label.numbering?.set ? NUMBER_NEAR : NUMBER_OFF);
    }),
  );
}

function spellingScore(plain: string, spelling: string): number {
  if (plain === spelling) return 1;
  // 其他规范性文件 is another row than 规范性文件, however alike.
  const isOtherRow = plain.startsWith('其他') || plain.endsWith(`其他${spelling}`);
  if (isOtherRow && !spelling.startsWith('其他')) return 0;
  // A label that ends a longer text (三、本年度办理结果（一）予以公开) counts a little less.
  if (spelling.length >= 4 && plain.length > spelling.length && plain.endsWith(spelling)) return END_SCORE;
  const most = (2 * Math.min(plain.length, spelling.length)) / (plain.length + spelling.length);
  const alike = most < LEAST_LIKENESS ? 0 : similarity(plain, spelling);
  // A label cut off by a page or a column keeps its beginning.
  const cut =
    plain.length >= 4 && spelling.length > plain.length && spelling.startsWith(plain) ? CUT_SCORE : 0;
  return Math.max(alike, cut);
}

/** How many of the texts are one of these headers, each header counted once. */
export function headersFound(texts: readonly string[], headers: LabelSet): Set<string> {
  const found = new Set<string>();
  const plains = texts
    .filter((text) => text.length <= 60)
    .map(plainLabel)
    .filter((plain) => plain.length > 0 && plain.length <= 40);
  const joined = plains.join('');
  const scores = plains.map((plain) => scoresOf({ plain, numbering: null }, headers));
  headers.labels.forEach((header, index) => {
    if (
      scores.some((each) => (each[index] as number) >= HEADER_SCORE) ||
      header.spellings.some((spelling) => spelling.length >= 4 && joined.includes(spelling))
    )
      found.add(header.id);
  });
  return found;
}

/** Length of the longest common subsequence of two short texts. */
function commonLength(a: string, b: string): number {
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++)
      current[j] =
        a[i - 1] === b[j - 1]
          ? (previous[j - 1] as number) + 1
          : Math.max(previous[j] as number, current[j - 1] as number);
    [previous, current] = [current, previous];
  }
  return previous[b.length] as number;
}

/** How alike two plain labels are: 1 the same, 0 nothing in common (twice the common subsequence over both lengths). */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  return (2 * commonLength(a, b)) / (a.length + b.length);
}
