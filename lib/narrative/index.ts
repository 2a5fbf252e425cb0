/**
 * Prose → counts: what a report states in words about itself (共收到…申请46件). In: the paragraphs of a document, the year
 * of the report. Out: counts with place and a short quote. Approximations (余, 多, 近) and clauses about another year are
 * left out: they could not agree with a table.
 */
import type { Document } from '../document';
import type { Place } from '../place';
import { parseHanNumeral } from '../han-numerals';
import { foldText } from '../read/labels/normalise';
import type { NarrativeCount } from '../record';
import { type Pattern, PATTERNS } from './patterns';

/** Longest quote kept, in characters. */
const QUOTE = 40;

/** The counts a report's prose states, in reading order. */
export function readNarrative(document: Document, year: number | null): NarrativeCount[] {
  const counts: NarrativeCount[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || block.text.length < 8) continue;
    for (const clause of clauses(block.text, block.at)) counts.push(...readClause(clause, year));
  }
  const seen = new Set<string>();
  return counts.filter((count) => {
    const key = `${count.field} ${count.value} ${count.quote}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

type Clause = { text: string; sentence: string; at: Place };

/** Sentences cut at 。；, each with its clauses cut at ，, so that a clause knows what its sentence is about. */
function* clauses(text: string, at: Place): Generator<Clause> {
  for (const sentence of text.matchAll(/[^。；;！!]+[。；;！!]?/gu)) {
    for (const clause of sentence[0].matchAll(/(?:[^，,、]|(?<=\d)[，,](?=\d{3}))+[，,、]?/gu)) {
      if (clause[0].trim().length < 4) continue;
      const offset = sentence.index + clause.index;
      yield {
        text: clause[0],
        sentence: foldText(sentence[0]),
        at:
          at.line === undefined
            ? at
            : {
                ...at,
                column: (at.column ?? 1) + offset,
                ...(at.offset === undefined ? {} : { offset: at.offset + offset }),
              },
      };
    }
  }
}

function readClause(clause: Clause, year: number | null): NarrativeCount[] {
  const folded = withNeighbours(foldText(clause.text).replace(/(\d),(?=\d{3})/gu, '$1'), year);
  const years = [...folded.matchAll(/(20\d\d)年/gu)].map((match) => Number(match[1]));
  if (year !== null && years.length > 0 && !years.includes(year)) return [];
  const found: NarrativeCount[] = [];
  for (const pattern of PATTERNS) {
    if (pattern.about && !pattern.about.test(clause.sentence)) continue;
    if (pattern.unless?.test(folded)) continue;
    const value = countOf(pattern, folded);
    if (value === null) continue;
    found.push({ field: pattern.field, value, at: clause.at, quote: clause.text.trim().slice(0, QUOTE) });
  }
  return found;
}

/** What was carried over from or to the year beside the report's, named by its number, is that of the report's year. */
function withNeighbours(text: string, year: number | null): string {
  if (year === null || !/结转|转结/u.test(text)) return text;
  return text
    .replace(new RegExp(`(结转|转结)(至|到)?${year + 1}年度?`, 'gu'), '$1$2下年度')
    .replace(new RegExp(`${year - 1}年度?(结转|转结)`, 'gu'), '上年度$1');
}

function countOf(pattern: Pattern, folded: string): number | null {
  if (pattern.none?.test(folded)) return 0;
  const match = pattern.count.exec(folded);
  const digits = match?.groups?.n ?? match?.groups?.m;
  if (digits === undefined) return null;
  return /^\d+$/u.test(digits) ? Number(digits) : parseHanNumeral(digits);
}
