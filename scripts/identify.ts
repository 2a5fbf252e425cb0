/**
 * npm run --silent identify: NDJSON {"title", "url", "text"?} a line on stdin →
 * {"agency", "year", "region_code", "level", "body", "scope"} a line on stdout, in the same order.
 * `agency` is the name as written (simplified script), or the true one where advertising overwrote it. A line that is no
 * such object gives one line on stderr and an answer of nulls, so that line n stays the answer to line n; the exit
 * status is then 1. Blank lines are passed over.
 */
import { z } from 'zod';
import type { Document } from '../lib/document';
import { type Identity, identify, loadGazetteer } from '../lib/identify';
import { answerLines } from './ndjson';

const inputSchema = z.object({
  title: z.string().nullish(),
  url: z.string().nullish(),
  text: z.string().nullish(),
});

const NOTHING = JSON.stringify({
  agency: null,
  year: null,
  region_code: null,
  level: null,
  body: null,
  scope: null,
});
const asDocument = (text: string): Document => ({
  format: 'text',
  encoding: null,
  title: null,
  meta: {},
  url: null,
  issues: [],
  blocks: text
    .split(/\r?\n/)
    .map((line, i) => ({ kind: 'paragraph' as const, text: line, at: { line: i + 1, column: 1 } })),
});

function answer(got: Identity): string {
  const isOverwritten = got.findings.some((finding) => finding.rule === 'identity.name_overwritten');
  return JSON.stringify({
    agency: (isOverwritten ? got.agency.name : got.agency.as_written) || null,
    year: got.year,
    region_code: got.region.code,
    level: got.region.level,
    body: got.agency.body,
    scope: got.agency.scope,
  });
}

const gazetteer = loadGazetteer();

await answerLines({
  schema: inputSchema,
  expected: 'a JSON object with title, url, text as strings or null',
  nothing: NOTHING,
  answer: ({ title, url, text }) => {
    const document = text ? asDocument(text) : null;
    return answer(identify({ title: title ?? null, url: url ?? null, document, path: null }, gazetteer));
  },
});
