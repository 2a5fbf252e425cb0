/** Which label of the form a run of texts is: the likeness of its last pieces to every known spelling. */
import { likeness, plainLabel, plainLabelUnnumbered } from './plain';

/** A form label: its id and its spellings, folded once. */
export type FormLabel = { id: string; spellings: string[] };

/** Labels in the order of the form, with the scores of texts met before: reports repeat the same few hundred texts. */
export type LabelSet = { labels: readonly FormLabel[]; known: Map<string, Float64Array> };

/** How many texts a label set remembers before it starts anew; a bound for runs over many odd files. */
const MOST_KNOWN = 20_000;

/** Labels in the order of the form, folded for comparison. */
export function formLabels(labels: Record<string, readonly string[]>): FormLabel[] {
  return Object.entries(labels).map(([id, spellings]) => ({
    id,
    spellings: [...new Set(spellings.map(plainLabelUnnumbered))],
  }));
}

/** A label set to score texts against. */
export const labelSet = (labels: readonly FormLabel[]): LabelSet => ({ labels, known: new Map() });

/** A way to read a run of texts as one label: its last piece, its last two joined, … each with a small price. */
export type LabelWay = { plain: string; price: number };

/** The ways to read a run of texts as one label. */
export function labelTexts(texts: readonly string[]): LabelWay[] {
  const ways: LabelWay[] = [];
  for (let take = 1; take <= Math.min(4, texts.length); take++) {
    const joined = texts.slice(-take).join('');
    if (joined.length > 200) break;
    const plain = plainLabelUnnumbered(joined);
    if (plain.length > 0 && plain.length <= 120) ways.push({ plain, price: 0.02 * (take - 1) });
  }
  return ways;
}

/** How well a run of texts says each label of the set, in its order: 0 to 1. */
export function labelScores(ways: readonly LabelWay[], set: LabelSet): Float64Array {
  const best = new Float64Array(set.labels.length);
  for (const way of ways) {
    const scores = scoresOf(way.plain, set);
    for (let i = 0; i < best.length; i++)
      best[i] = Math.max(best[i] as number, (scores[i] as number) - way.price);
  }
  return best;
}

function scoresOf(plain: string, set: LabelSet): Float64Array {
  const before = set.known.get(plain);
  if (before) return before;
  if (set.known.size >= MOST_KNOWN) set.known.clear();
  const scores = Float64Array.from(set.labels, (label) =>
    Math.max(...label.spellings.map((spelling) => spellingScore(plain, spelling))),
  );
  set.known.set(plain, scores);
  return scores;
}

/** Likeness below this is of no use to anyone and not computed. */
const LEAST_LIKENESS = 0.55;

function spellingScore(plain: string, spelling: string): number {
  if (plain === spelling) return 1;
  // 其他规范性文件 is another row than 规范性文件, however alike.
  if (plain.startsWith('其他') && !spelling.startsWith('其他')) return 0;
  // A label that ends a longer text (三、本年度办理结果（一）予以公开) counts a little less.
  if (spelling.length >= 4 && plain.length > spelling.length && plain.endsWith(spelling)) return 0.95;
  const most = (2 * Math.min(plain.length, spelling.length)) / (plain.length + spelling.length);
  const alike = most < LEAST_LIKENESS ? 0 : likeness(plain, spelling);
  // A label cut off by a page or a column keeps its beginning.
  const cut = plain.length >= 4 && spelling.length > plain.length && spelling.startsWith(plain) ? 0.8 : 0;
  return Math.max(alike, cut);
}

/** How many of the texts are one of these heads, each head counted once. */
export function headsFound(texts: readonly string[], heads: LabelSet): Set<string> {
  const found = new Set<string>();
  const plains = texts
    .filter((text) => text.length <= 60)
    .map(plainLabel)
    .filter((plain) => plain.length > 0 && plain.length <= 40);
  const joined = plains.join('');
  const scores = plains.map((plain) => scoresOf(plain, heads));
  heads.labels.forEach((head, index) => {
    if (
      scores.some((each) => (each[index] as number) >= 0.86) ||
      head.spellings.some((spelling) => spelling.length >= 4 && joined.includes(spelling))
    )
      found.add(head.id);
  });
  return found;
}
