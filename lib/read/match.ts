/** Which label of the form a run of texts is: the likeness of its last pieces to every known spelling. */
import { foldText, likeness, plainLabel, plainLabelUnnumbered } from './plain';

/** A form label: its id and its spellings, folded once. */
export type FormLabel = { id: string; spellings: string[] };

/** Labels in the order of the form, folded for comparison. */
export function formLabels(labels: Record<string, readonly string[]>): FormLabel[] {
  return Object.entries(labels).map(([id, spellings]) => ({
    id,
    spellings: [...new Set(spellings.map(plainLabelUnnumbered))],
  }));
}

/** The ways a run of texts can be read as one label: its last piece, its last two joined, … each with a small price. */
export function labelTexts(texts: readonly string[]): { plain: string; price: number }[] {
  const ways: { plain: string; price: number }[] = [];
  for (let take = 1; take <= Math.min(4, texts.length); take++) {
    const plain = plainLabelUnnumbered(texts.slice(-take).join(''));
    if (plain.length > 0 && plain.length <= 120) ways.push({ plain, price: 0.02 * (take - 1) });
  }
  return ways;
}

/** How well the run of texts says this label: 0 to 1. A label that ends a longer text counts a little less. */
export function labelScore(ways: readonly { plain: string; price: number }[], label: FormLabel): number {
  let best = 0;
  for (const way of ways)
    for (const spelling of label.spellings) {
      let score =
        Math.abs(way.plain.length - spelling.length) > Math.max(12, spelling.length * 1.5)
          ? 0
          : likeness(way.plain, spelling);
      if (spelling.length >= 4 && way.plain.length > spelling.length && way.plain.endsWith(spelling))
        score = Math.max(score, 0.95);
      // A label cut off by a page or a column keeps its beginning.
      if (way.plain.length >= 4 && spelling.length > way.plain.length && spelling.startsWith(way.plain))
        score = Math.max(score, 0.8);
      best = Math.max(best, score - way.price);
      if (best === 1) return 1;
    }
  return best;
}

/** How many of the texts are one of these heads, each head counted once. */
export function headsFound(texts: readonly string[], heads: readonly FormLabel[]): Set<string> {
  const found = new Set<string>();
  const plains = texts.map(plainLabel).filter((plain) => plain.length > 0 && plain.length <= 40);
  const joined = plains.join('');
  for (const head of heads)
    if (
      head.spellings.some(
        (spelling) =>
          plains.some((plain) => likeness(plain, spelling) >= 0.86) ||
          (spelling.length >= 4 && joined.includes(spelling)),
      )
    )
      found.add(head.id);
  return found;
}

export { foldText };
