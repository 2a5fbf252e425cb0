/**
 * Prose cut into sentences and clauses, folded for comparison and each with its place. A sentence ends at 。；！, a clause
 * at a comma or a bracket that holds a count; a comma between three digits is a thousands mark.
 */
import type { Place } from '../place';
import { foldText } from '../read/labels/normalise';

/** Part of a sentence: as printed, folded without thousands marks, cut at 、, and where it begins. */
export type Clause = { text: string; folded: string; pieces: string[]; at: Place };
/** A sentence with its folded text and its clauses in order. */
export type Sentence = { folded: string; clauses: Clause[] };

const SENTENCE = /[^。；;！!]+[。；;！!]?/gu;
const CLAUSE = /(?:[^，,（()）]|(?<=\d)[，,](?=\d{3}))+[，,（()）]?/gu;
/** A bracket without a count is an aside: it is read over. One with a count is a clause of its own. */
const ASIDE = /[（(][^（()）0-9０-９]{0,40}[)）]/gu;
/** Fewer characters than this say nothing: 均维持 is the shortest that does. */
const SHORTEST = 3;

/** The sentences of a paragraph with their clauses, in order. */
export function* sentencesOf(text: string, at: Place): Generator<Sentence> {
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const plain = sentence.replace(ASIDE, (aside) =>
      /含|结转|其中|自然人/u.test(aside) ? aside : ' '.repeat(aside.length),
    );
    const clauses: Clause[] = [];
    for (const { 0: clause, index: offset } of plain.matchAll(CLAUSE)) {
      if (clause.trim().length < SHORTEST) continue;
      const folded = foldClause(clause);
      const printed = sentence.slice(offset, offset + clause.length);
      clauses.push({ text: printed, folded, pieces: folded.split('、'), at: moved(at, index + offset) });
    }
    yield { folded: foldClause(sentence), clauses };
  }
}

const foldClause = (text: string): string => foldText(text).replace(/(\d),(?=\d{3})/gu, '$1');

/** The place so many characters further on; a place without lines stays that of its paragraph. */
function moved(at: Place, characters: number): Place {
  if (at.line === undefined) return at;
  return {
    ...at,
    column: (at.column ?? 1) + characters,
    ...(at.offset === undefined ? {} : { offset: at.offset + characters }),
  };
}
