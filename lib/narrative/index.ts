/**
 * Prose → counts: what a report states in words about itself (共收到…申请46件). In: the paragraphs of a document, the year
 * of the report. Out: counts with place and a short quote. Approximations (余, 多, 近), differences, running totals and
 * clauses about another year are left out: they could not agree with a table.
 */
import type { Document } from '../document';
import { parseHanNumeral } from '../han-numerals';
import type { NarrativeCount } from '../figures';
import { type Clause, type Sentence, sentencesOf } from './clauses';
import { NO_COUNT, type Pattern, PATTERNS, RUNNING_TOTAL } from './patterns';
import { countsOfWhole, resultOfReview } from './whole';

/** Longest quote kept, in characters. */
const QUOTE = 40;
/** A shorter paragraph is no sentence. */
const SHORTEST = 6;

/** The counts a report's prose states, in reading order: field, value (a whole number ≥ 0), place and quote. */
export function readNarrative(document: Document, year: number | null): NarrativeCount[] {
  const counts: NarrativeCount[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || block.text.length < SHORTEST) continue;
    for (const sentence of sentencesOf(block.text, block.at)) counts.push(...readSentence(sentence, year));
  }
  const seen = new Set<string>();
  return counts.filter((count) => {
    const key = `${count.field} ${count.value} ${count.quote}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

const DIGIT_OR_NONE = /[\d〇零一二两三四五六七八九十百千万未没无]|不存在|都|均|全|维持|自然人/u;

function readSentence(sentence: Sentence, year: number | null): NarrativeCount[] {
  if (!DIGIT_OR_NONE.test(sentence.folded)) return [];
  const counts: NarrativeCount[] = [];
  let isOtherYear = false;
  for (const clause of sentence.clauses) {
    const folded = withNeighbours(clause.folded, year);
    const told = yearsOf(folded);
    const isOther = year !== null && told.length > 0 && !told.includes(year);
    // 2020年,收到…: a year alone before a comma is that of the clauses behind it.
    if (told.length > 0) isOtherYear = isOther && /^20\d\d年(?:度|全年)?[，,]?$/u.test(folded);
    if (isOther || isOtherYear) continue;
    counts.push(...readClause({ ...clause, folded, pieces: folded.split('、') }, sentence, counts));
  }
  return withoutRivals(counts);
}

function readClause(clause: Clause, sentence: Sentence, before: NarrativeCount[]): NarrativeCount[] {
  const found: NarrativeCount[] = [];
  const add = (field: string, value: number): void => {
    if (!found.some((count) => count.field === field && count.value === value))
      found.push({ field, value, at: clause.at, quote: clause.text.trim().slice(0, QUOTE) });
  };
  for (const pattern of PATTERNS) {
    if (pattern.about && !pattern.about(sentence.folded)) continue;
    if (pattern.field === 'narrative.information_published' && RUNNING_TOTAL.test(sentence.folded)) continue;
    if (pattern.none?.test(clause.folded) && !pattern.unless?.test(clause.folded)) add(pattern.field, 0);
    else
      for (const [i, piece] of (pattern.isAcrossLists ? [clause.folded] : clause.pieces).entries()) {
        if (pattern.unless?.test(piece) || isJoined(clause.pieces[i - 1])) continue;
        const value = countOf(pattern, piece);
        if (value !== null) add(pattern.field, value);
      }
  }
  for (const piece of clause.pieces) {
    const result = resultOfReview(piece, [...before, ...found]);
    if (result && !found.some(({ field }) => field === result.field)) add(result.field, result.value);
  }
  for (const { field, value } of countsOfWhole(clause.folded, before)) add(field, value);
  return found;
}

/** 不予公开、无法提供3件: the piece before has an answer without a count of its own, so the count is that of both. */
const isJoined = (piece: string | undefined): boolean =>
  piece !== undefined && /(?:公开|无法提供|不予处理)$/u.test(piece);

/** Fields whose reasons or channels may each have a count: two different ones in a sentence are parts, not the whole. */
const PARTS: ReadonlySet<string> = new Set([
  'requests.new_requests.total',
  'requests.denied',
  'requests.unable',
  'requests.not_processed',
]);

function withoutRivals(counts: NarrativeCount[]): NarrativeCount[] {
  return counts.filter(
    (count) =>
      !PARTS.has(count.field) ||
      counts.every((other) => other.field !== count.field || other.value === count.value),
  );
}

const yearsOf = (text: string): number[] =>
  [...text.matchAll(/(20\d\d)年/gu)].map((match) => Number(match[1]));

/** What was carried over from or to the year beside the report's, named by its number, is that of the report's year. */
function withNeighbours(text: string, year: number | null): string {
  if (year === null || !/结转|转结|顺延|转到|转至|转入|延至/u.test(text)) return text;
  return text
    .replace(new RegExp(`(结转|转结|顺延|转到|转至|转入|延至)(至|到)?${year + 1}年度?`, 'gu'), '$1$2下年度')
    .replace(new RegExp(`${year - 1}年度?(结转|转结|顺延)`, 'gu'), '上年度$1');
}

/** 比上年多|收到5件: what follows is a difference. */
const COMPARED = /[比较][^，。；]{0,12}[多少]$/u;

function countOf(pattern: Pattern, folded: string): number | null {
  for (const way of pattern.counts) {
    const match = way.exec(folded);
    const digits = match?.groups?.n;
    if (!match || digits === undefined) continue;
    if (NO_COUNT.test(match[0]) || COMPARED.test(folded.slice(0, match.index))) return null;
    return /^\d+$/u.test(digits) ? Number(digits) : parseHanNumeral(digits);
  }
  return null;
}
