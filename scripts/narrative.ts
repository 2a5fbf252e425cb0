/**
 * npm run --silent narrative: NDJSON {"text", "year"?} a line on stdin → {"counts": [{"field", "value", "quote"}]} a line on
 * stdout, in the same order: what the prose counts. `year` is that of the report; without it clauses about any year count.
 */
import { z } from 'zod';
import { readNarrative } from '../lib/narrative';
import { answerLines } from './ndjson';

await answerLines({
  schema: z.object({ text: z.string(), year: z.number().int().nullish() }),
  expected: 'a JSON object with "text" as a string and "year" as a number or null',
  nothing: JSON.stringify({ counts: [] }),
  answer: ({ text, year }) => {
    const blocks = text
      .split(/\r?\n/)
      .map((line, i) => ({ kind: 'paragraph' as const, text: line, at: { line: i + 1, column: 1 } }));
    const document = {
      format: 'text',
      encoding: null,
      title: null,
      meta: {},
      url: null,
      issues: [],
      blocks,
    } as const;
    const counts = readNarrative({ ...document, issues: [] }, year ?? null);
    return JSON.stringify({ counts: counts.map(({ field, value, quote }) => ({ field, value, quote })) });
  },
});
