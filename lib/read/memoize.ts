/** Answers about short texts, kept: the words of the form stand in every report, and so do 0 and 1. */

/** How many answers are kept before the store is emptied; a bound for runs over many odd files. */
const MOST_KEPT = 20_000;
/** Longer texts are prose, which does not come again. */
const LONGEST = 80;

/** The same function of a text, asked once of each short one. What it returns must not be changed by its callers. */
export function memoize<T>(compute: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const before = kept.get(text);
    if (before !== undefined) return before;
    const answer = compute(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, answer);
    return answer;
  };
}
