/**
 * npm run --silent identify: NDJSON {"title", "url", "text"?} a line on stdin →
 * {"agency", "year", "region_code", "level", "body", "scope"} a line on stdout, in the same order.
 * `agency` is the name as written (simplified script), or the true one where advertising overwrote it. A line that is no
 * such object gives one line on stderr and an answer of nulls, so that line n stays the answer to line n; the exit
 * status is then 1. Blank lines are passed over.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Document } from '../lib/document';
import { type Identity, identify, loadGazetteer } from '../lib/identify';

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
const LINES_AT_ONCE = 500;

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

/** The parsed line, or what was found instead. */
function readInput(line: string): z.infer<typeof inputSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return JSON.stringify(line.slice(0, 60));
  }
  const parsed = inputSchema.safeParse(value);
  if (!parsed.success) return JSON.stringify(value).slice(0, 60);
  return parsed.data;
}

const gazetteer = loadGazetteer();
let out: string[] = [];
const flush = async (): Promise<void> => {
  const text = out.join('');
  out = [];
  if (text && !process.stdout.write(text)) await once(process.stdout, 'drain');
};
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number++;
  if (!line.trim()) continue;
  const input = readInput(line);
  if (typeof input === 'string') {
    console.error(
      `line ${number}: found ${input}, expected a JSON object with title, url, text as strings or null`,
    );
    process.exitCode = 1;
    out.push(`${NOTHING}\n`);
  } else {
    const document = input.text ? asDocument(input.text) : null;
    const got = identify(
      { title: input.title ?? null, url: input.url ?? null, document, path: null },
      gazetteer,
    );
    out.push(`${answer(got)}\n`);
  }
  if (out.length >= LINES_AT_ONCE) await flush();
}
await flush();
